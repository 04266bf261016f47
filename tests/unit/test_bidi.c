/* SPDX-License-Identifier: MIT */
/* Controls of direction in data: core/base/bidi, the texts of a dataset, common/write/isolate. */
#include "base/bidi.h"
#include "common/write/isolate.h"
#include "data/texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LRI "\xe2\x81\xa6"
#define RLI "\xe2\x81\xa7"
#define FSI "\xe2\x81\xa8"
#define PDI "\xe2\x81\xa9"
#define RLO "\xe2\x80\xae"
#define PDF "\xe2\x80\xac"
#define RLM "\xe2\x80\x8f"
#define SHALOM "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"

static void assert_made_fit(const char *text, const char *expected)
{
	struct buf out = BUF_INIT;
	struct bidi bidi;

	assert_false(bidi_is_fit(text, strlen(text)));
	bidi_begin(&bidi, &out);
	for (const char *at = text; *at; at += strnlen(at, 3))
		bidi_put(&bidi, &out, at, strnlen(at, 3));
	bidi_end(&bidi, &out);

	assert_string_equal(buf_text(&out), expected);
	assert_true(bidi_is_fit(out.at, out.n));
	buf_release(&out);
}

static void what_a_text_opens_is_closed_in_the_order_of_its_begin(void **state)
{
	(void)state;

	assert_made_fit(RLO "abc", FSI RLO "abc" PDF PDI);
	assert_made_fit(RLI RLO RLI "abc", FSI RLI RLO RLI "abc" PDI PDF PDI PDI);
	assert_made_fit(RLI RLO "abc" PDI RLO, FSI RLI RLO "abc" PDI RLO PDF PDI);
}

static void what_closes_nothing_is_left_out(void **state)
{
	(void)state;

	assert_made_fit("abc" PDI "def" PDF, FSI "abcdef" PDI);
	assert_made_fit(RLI "abc" PDF PDI PDI, FSI RLI "abc" PDI PDI);
	assert_made_fit(FSI "abc" PDI PDI "def", FSI FSI "abc" PDI "def" PDI);
}

static void a_mark_at_an_end_reaches_no_further(void **state)
{
	(void)state;

	assert_made_fit("abc" RLM, FSI "abc" RLM PDI);
}

/* Letters and dashes begin with the byte of a control, and may be the last ones of a piece. */
static void a_piece_ends_where_it_ends(void **state)
{
	static const char *const pieces[] = {RLM "a\xd9\x85\xd8\xa9", RLM "a \xe2\x80\x94 b",
					     "\xd8\x9c"
					     "a\xd8\xa9"
					     "b"};
	char text[100];

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		struct buf out = BUF_INIT;
		struct bidi bidi;
		size_t n = (size_t)snprintf(text, sizeof(text), "%snext", pieces[i]);

		bidi_begin(&bidi, &out);
		bidi_put(&bidi, &out, text, n - 4);
		bidi_put(&bidi, &out, text + n - 4, 4);
		bidi_end(&bidi, &out);

		assert_int_equal(out.n, n + 6);
		assert_memory_equal(buf_text(&out) + 3, text, n);
		buf_release(&out);
	}
}

static void what_is_fit_is_left_as_it_is(void **state)
{
	(void)state;

	assert_true(bidi_is_fit("", 0));
	assert_true(bidi_is_fit("a \xe2\x80\x94 b", 7));
	assert_true(bidi_is_fit(SHALOM, strlen(SHALOM)));
	assert_true(bidi_is_fit(RLI "a" RLO "b" PDF PDI, 14));
	assert_false(bidi_is_fit(RLI "a" PDI PDI, 10));
	assert_true(bidi_is_fit(RLI "a" PDI ", " FSI "b" RLM PDI, 19));
	assert_false(bidi_is_fit(RLI "a" PDI RLM, 10));
	assert_false(bidi_is_fit(RLI "a" PDI RLI "b", 11));
}

static void a_million_that_close_nothing_cost_what_they_weigh(void **state)
{
	enum { N = 1000000 };
	char *text = malloc((size_t)6 * N);
	struct buf out = BUF_INIT;
	struct bidi bidi;

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < N; i++) {
		memcpy(text + 3 * i, RLO, 3);
		memcpy(text + 3 * (N + i), PDI, 3);
	}

	bidi_begin(&bidi, &out);
	bidi_put(&bidi, &out, text, (size_t)6 * N);
	bidi_end(&bidi, &out);

	assert_int_equal(out.n, 6 * N + 6);
	buf_release(&out);
	free(text);
}

/* ---- texts */

static void a_rich_text_is_isolated_around_its_code_and_links(void **state)
{
	static const char source[] = "`a" RLO "`[b](https://x.org/)" PDI " *c*&#x202e;";
	const struct markdown_finding *findings;
	const struct mr_text *text;
	struct texts texts;

	(void)state;
	texts_init(&texts, NULL);
	text = texts_rich(&texts, source, sizeof(source) - 1, &findings);

	assert_non_null(text);
	assert_string_equal(text->plain, FSI "a" RLO "b c" RLO PDF PDF PDI);
	assert_int_equal(text->n_bytes, strlen(text->plain));
	assert_string_equal(mr_span_at(text, 0)->text, FSI);
	assert_int_equal(mr_span_at(text, 1)->kind, MR_SPAN_CODE);
	assert_string_equal(mr_span_at(text, 1)->text, "a" RLO);
	assert_string_equal(mr_span_at(text, 2)->url, "https://x.org/");
	assert_string_equal(mr_span_at(text, 2)->text, "b");
	assert_string_equal(mr_span_at(text, text->spans.n - 1)->text, RLO PDF PDF PDI);
	texts_release(&texts);
}

static void plain_words_are_one_text_with_their_fit_form(void **state)
{
	static const char given[] = "a" RLO, fit[] = FSI "a" RLO PDF PDI;
	const struct mr_text *text;
	struct texts texts;

	(void)state;
	texts_init(&texts, NULL);
	text = texts_plain(&texts, given, sizeof(given) - 1);

	assert_string_equal(text->plain, fit);
	assert_ptr_equal(texts_plain(&texts, fit, sizeof(fit) - 1), text);
	assert_ptr_equal(texts_plain(&texts, given, sizeof(given) - 1), text);
	texts_release(&texts);
}

/* ---- isolate */

static void only_what_runs_the_other_way_is_isolated(void **state)
{
	(void)state;

	assert_true(isolate_is_needed(SHALOM, strlen(SHALOM), false));
	assert_true(isolate_is_needed("a " SHALOM, 2 + strlen(SHALOM), false));
	assert_false(isolate_is_needed("caf\xc3\xa9 \xe4\xb8\xad \xf0\x9f\x98\x80", 13, false));
	assert_false(isolate_is_needed(SHALOM ", " SHALOM, 2 + 2 * strlen(SHALOM), true));
	assert_true(isolate_is_needed("Istio", 5, true));
	assert_true(isolate_is_needed("\xe4\xb8\xad", 3, true));
	assert_true(isolate_is_needed("1.0", 3, true));
	assert_false(isolate_is_needed("\xe2\x9c\x93", 3, true));
}

static void an_isolated_text_stands_between_its_controls(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	isolate_put(&out, SHALOM, false);
	isolate_put(&out, "plain", false);

	assert_string_equal(out_at(&out), FSI SHALOM PDI "plain");
	out_release(&out);
}

static void every_control_of_unicode_is_known(void **state)
{
	/* UAX 9, 2 and 3.2 */
	static const char *const begin[] = {
		"\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xad", RLO, LRI, RLI, FSI};
	static const char *const marks[] = {"\xd8\x9c", "\xe2\x80\x8e", RLM};
	char text[16];

	(void)state;
	for (size_t i = 0; i < sizeof(begin) / sizeof(*begin); i++)
		assert_false(bidi_is_fit(begin[i], strlen(begin[i])));
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		assert_false(bidi_is_fit(marks[i], strlen(marks[i])));
		snprintf(text, sizeof(text), FSI "a%sb" PDI, marks[i]);
		assert_true(bidi_is_fit(text, strlen(text)));
	}
}

static void a_text_from_the_other_side_is_isolated_whatever_its_script(void **state)
{
	/* the ends of the blocks that UAX 9 gives to scripts from the right: Hebrew, Arabic, presentation forms, others */
	static const char *const right[] = {
		"\xd6\x90",         "\xe0\xa3\xbf",     RLM,
		"\xef\xac\x9d",     "\xef\xb7\xbf",     "\xef\xb9\xb0",
		"\xef\xbb\xbe",     "\xf0\x90\xa0\x80", "\xf0\x90\xbf\xbf",
		"\xf0\x9e\xa0\x80", "\xf0\x9e\xbf\xbf"};
	static const char *const left[] = {"a",
					   "Z",
					   "0",
					   "\xc3\x80",
					   "\xd6\x8f",
					   "\xe4\xb8\xad",
					   "\xef\xb8\x80",
					   "\xef\xbb\xbf"
					   "x"};

	(void)state;
	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++) {
		assert_true(isolate_is_needed(right[i], strlen(right[i]), false));
		assert_false(isolate_is_needed(right[i], strlen(right[i]), true));
	}
	for (size_t i = 0; i < sizeof(left) / sizeof(*left); i++) {
		assert_false(isolate_is_needed(left[i], strlen(left[i]), false));
		assert_true(isolate_is_needed(left[i], strlen(left[i]), true));
	}
	/* signs have no side */
	assert_false(isolate_is_needed("[{|~ ✓", 8, false));
	assert_false(isolate_is_needed("[{|~ ✓", 8, true));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_control_of_unicode_is_known),
		cmocka_unit_test(a_text_from_the_other_side_is_isolated_whatever_its_script),
		cmocka_unit_test(what_a_text_opens_is_closed_in_the_order_of_its_begin),
		cmocka_unit_test(what_closes_nothing_is_left_out),
		cmocka_unit_test(a_mark_at_an_end_reaches_no_further),
		cmocka_unit_test(a_piece_ends_where_it_ends),
		cmocka_unit_test(what_is_fit_is_left_as_it_is),
		cmocka_unit_test(a_million_that_close_nothing_cost_what_they_weigh),
		cmocka_unit_test(a_rich_text_is_isolated_around_its_code_and_links),
		cmocka_unit_test(plain_words_are_one_text_with_their_fit_form),
		cmocka_unit_test(only_what_runs_the_other_way_is_isolated),
		cmocka_unit_test(an_isolated_text_stands_between_its_controls),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
