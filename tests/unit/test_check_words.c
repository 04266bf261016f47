/* SPDX-License-Identifier: MIT */
/* What is warned of where a text stands in place of a status, and what is not. */
#include "dataset_help.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>

/* A dataset with the one row `values` of four products; its messages without the file's name. */
static const char *messages_of(struct loaded *l, const char *top, const char *feature)
{
	struct buf text = BUF_INIT;

	buf_printf(
		&text,
		"meshreport: 1\ntitle: T\n%s"
		"products: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]\n"
		"categories: [{id: c, features: [{id: f, name: F, %s}]}]\n",
		top, feature);
	load(l, buf_text(&text), text.n);
	buf_release(&text);
	assert_int_equal(l->status, 0);
	return buf_text(&l->messages);
}

static void warns(const char *feature, const char *words)
{
	struct loaded l;
	const char *messages = messages_of(&l, "", feature);

	if (!strstr(messages, "d.yaml:4:") || !strstr(messages, words))
		fail_msg("%s: '%s' instead of '%s'", feature, messages, words);
	unload(&l);
}

static void is_silent(const char *feature)
{
	struct loaded l;

	assert_string_equal(messages_of(&l, "", feature), "");
	unload(&l);
}

static void a_text_among_statuses_is_told_with_the_status_that_is_near(void **state)
{
	static const char *const cases[][2] = {
		{"noo", "no"}, {"partail", "partial"}, {"n/a", "na"},      {"ja", "yes"},
		{"✓", "yes"},  {"'yes*'", "yes"},      {"'**No**'", "no"}, {"' YES'", "yes"},
		{"нет", "no"}, {"on", "yes"},          {"\"off\"", "no"},  {"部分支持", "partial"}};
	char feature[128], words[128];
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		snprintf(feature, sizeof(feature), "values: {a: yes, b: no, c: yes, d: %s}",
			 cases[i][0]);
		snprintf(words, sizeof(words), "did you mean '%s'?", cases[i][1]);
		warns(feature, words);
	}
	warns("values: {a: yes, b: no, d: through a proxy}",
	      "the text 'through a proxy' among statuses is not counted "
	      "(categories[0].features[0].values.d); {text: ...}, or 'kind: text' at the feature, "
	      "says that a text is meant [status-text]\n");
}

static void a_letter_that_only_looks_right_is_named(void **state)
{
	(void)state;

	warns("values: {a: yes, b: no, c: N\xd0\xbe}",
	      "its '\xd0\xbe' is the letter U+043E, which only looks like one of 'no'");
	/* the first of two */
	warns("values: {a: yes, b: no, c: \xd1\x83\xd0\xb5s}",
	      "its '\xd1\x83' is the letter U+0443, which only looks like one of 'yes'");
}

/* Small letters may take more bytes than their capitals: of U+023A two, of U+2C65 three. */
static void a_text_that_grows_in_small_letters_is_a_text(void **state)
{
	struct buf feature = BUF_INIT;
	(void)state;

	buf_put_text(&feature, "values: {a: yes, b: no, c: ");
	for (int i = 0; i < 100; i++)
		buf_put_text(&feature, "\xc8\xba");
	buf_put_text(&feature, "}");
	warns(buf_text(&feature), "among statuses is not counted");
	buf_release(&feature);
}

static void a_status_that_goes_on_is_shown_as_it_is_written(void **state)
{
	(void)state;

	warns("values: {a: yes, b: no, c: yes (beta)}",
	      "{status: yes, text: \"yes (beta)\"} counts");
	/* nothing stands before the bracket */
	warns("values: {a: yes, b: no, c: (yes) of course}",
	      "the text '(yes) of course' among statuses is not counted "
	      "(categories[0].features[0].values.c); {text: ...}, or");
}

static void a_word_or_symbol_of_the_file_itself_is_known(void **state)
{
	struct loaded l;
	const char *messages =
		messages_of(&l, "statuses: {beta: {label: Vorschau, like: partial, symbol: '%'}}\n",
			    "values: {a: yes, b: no, c: vorschau, d: '%'}");
	(void)state;

	assert_non_null(strstr(messages, "'vorschau' among statuses"));
	assert_non_null(strstr(messages, "did you mean 'beta'?"));
	assert_non_null(strstr(messages, "'%' among statuses"));
	unload(&l);
}

static void a_row_without_a_status_is_told_once_when_its_texts_all_read_like_some(void **state)
{
	struct loaded l;
	const char *messages = messages_of(&l, "", "values: [✗, ✓, '-', x]");
	(void)state;

	assert_non_null(strstr(messages, "this row has texts such as '✗' where statuses are "
					 "meant, and none is counted"));
	assert_null(strstr(strchr(messages, '\n'), "warning"));
	unload(&l);
}

static void what_is_meant_as_a_text_is_left_alone(void **state)
{
	(void)state;

	is_silent("values: {a: yes, b: no, c: {text: noo}}");
	is_silent("kind: text, values: {a: yes, b: no, c: noo, d: true}");
	is_silent("values: {a: yes, b: no, c: [noo, ja]}");
	is_silent("values: ['1.10', 1.9, na, unknown]");
	is_silent("values: [MIT, Apache-2.0, no, BSD-3-Clause]");
	is_silent("values: [Go, Rust, C++, no]");
	is_silent("values: [full, basic, available, complete]");
	is_silent("values: {a: 'true', b: 'false'}");
}

static void true_and_false_are_told_as_what_tools_make_of_yes_and_no(void **state)
{
	(void)state;

	warns("values: {a: yes, b: no, c: true}",
	      "'true' is a text and not counted (categories[0].features[0].values.c); YAML and "
	      "JSON tools make true and false of yes and no; in quotes they are meant as words; "
	      "did you mean 'yes'?");
	warns("values: {b: FALSE}", "did you mean 'no'?");
}

static void when_all_went_that_way_it_is_told_once(void **state)
{
	struct loaded l;
	const char *messages = messages_of(&l, "", "values: [true, false, partial, true]");
	(void)state;

	assert_non_null(strstr(messages, "4:59: warning: 3 cells say true or false and none says "
					 "yes or no; all of them are texts and not counted"));
	assert_null(strstr(strchr(messages, '\n'), "warning"));
	unload(&l);
	/* a part says it, and so the tool knew the word */
	warns("values: {a: true, b: false, c: {parts: [{name: P, status: no}]}}",
	      "'true' is a text and not counted");
}

static void a_status_that_is_called_null_is_said_in_quotes(void **state)
{
	static const char top[] = "statuses: {null: {label: none, like: no, symbol: '0'}}\n";
	struct loaded l;
	(void)state;

	assert_string_equal(messages_of(&l, top, "values: {a: null, b: yes}"), "");
	assert_int_equal(l.set.features[0].n_cells, 1);
	unload(&l);
	assert_string_equal(messages_of(&l, top, "values: {a: 'null', b: yes}"), "");
	assert_int_equal(l.set.features[0].n_cells, 2);
	unload(&l);
}

static void an_address_without_its_scheme_is_warned_of(void **state)
{
	(void)state;

	warns("url: www.nats.io", "4:55: warning: 'www.nats.io' names no host but a file beside "
				  "the document (categories[0].features[0].url); write "
				  "https://www.nats.io");
	warns("url: istio.io/docs", "write https://istio.io/docs");
	is_silent("url: page.html");
	is_silent("url: docs/www.md");
}

static void two_used_statuses_of_one_look_are_warned_of(void **state)
{
	static const char top[] = "statuses: {half: {label: half, like: partial}}\n";
	struct loaded l;
	const char *messages = messages_of(&l, top, "values: {a: half, b: partial}");
	(void)state;

	assert_non_null(strstr(messages,
			       "d.yaml:3:12: warning: the statuses 'half' and 'partial' "
			       "are both shown as '◐' (statuses.half); give one of them a "
			       "symbol of its own"));
	unload(&l);
	assert_string_equal(messages_of(&l, top, "values: {a: half, b: yes}"), "");
	unload(&l);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_among_statuses_is_told_with_the_status_that_is_near),
		cmocka_unit_test(a_letter_that_only_looks_right_is_named),
		cmocka_unit_test(a_text_that_grows_in_small_letters_is_a_text),
		cmocka_unit_test(a_status_that_goes_on_is_shown_as_it_is_written),
		cmocka_unit_test(a_word_or_symbol_of_the_file_itself_is_known),
		cmocka_unit_test(
			a_row_without_a_status_is_told_once_when_its_texts_all_read_like_some),
		cmocka_unit_test(what_is_meant_as_a_text_is_left_alone),
		cmocka_unit_test(true_and_false_are_told_as_what_tools_make_of_yes_and_no),
		cmocka_unit_test(when_all_went_that_way_it_is_told_once),
		cmocka_unit_test(a_status_that_is_called_null_is_said_in_quotes),
		cmocka_unit_test(an_address_without_its_scheme_is_warned_of),
		cmocka_unit_test(two_used_statuses_of_one_look_are_warned_of),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
