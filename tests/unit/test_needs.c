/* SPDX-License-Identifier: MIT */
/* What a script needs is asked for as its words say, and stands in its input as what came of it. */
#include "port_help.h"

#include <stdio.h>

#include "child/needs.h"
#include "child/scripted_value.h"
#include "child/unpack.h"
#include "fake_matrix.h"
#include "script/describe.h"

struct fixture {
	struct desk *desk;
	struct fake_matrix fake;
	struct mr_option options[2];
	struct mr_value values[2];
};

static int enter(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	fake_matrix_init(&fixture->fake, 2, 1, 1);
	fixture->fake.matrix.language = "de";
	fixture->desk = desk_open();
	fixture->desk->job->matrix = &fixture->fake.matrix;
	fixture->options[0] = (struct mr_option){.name = "kind", .type = MR_OPTION_STRING};
	fixture->options[1] = (struct mr_option){.name = "theme", .type = MR_OPTION_STRING};
	fixture->values[0] =
		(struct mr_value){.type = MR_OPTION_STRING, .is_set = true, .text = "two words"};
	fixture->values[1] = (struct mr_value){.type = MR_OPTION_STRING, .text = ""};
	fixture->desk->plugin.table = (struct option_table){fixture->options, 2};
	fixture->desk->job->values = fixture->values;
	*state = fixture;
	return 0;
}

static int leave(void **state)
{
	struct fixture *fixture = *state;

	desk_close(fixture->desk);
	fake_matrix_release(&fixture->fake);
	free(fixture);
	return 0;
}

/* The question with a bar for each NUL; or what its first word behind "artifact" names. */
static int answer(const void *context, const char *question, size_t n, struct broker_answer *out)
{
	static const struct unpack_head one = {1, 1};
	const char *word = question + strlen(question) + 1;

	(void)context;
	if (strcmp(question, "raster") == 0) {
		buf_put_text(&out->words, "it has no pixels");
		if (*word == '0')
			return -1;
		buf_put(&out->bytes, &one, sizeof(one));
		buf_put(&out->bytes, "\1\2\3\4", 4);
	} else if (strcmp(word, "why") == 0) {
		buf_put_text(&out->words, "it cannot be");
		return -1;
	} else if (strcmp(word, "silent") == 0) {
		return -1;
	} else if (strcmp(word, "latin") == 0) {
		buf_put_text(&out->bytes, "\xe4");
	} else if (strcmp(word, "zero") == 0) {
		buf_put(&out->bytes, "a\0b", 3);
	} else if (strcmp(word, "warns") == 0) {
		buf_put_text(&out->words, "of two minds");
	} else {
		for (size_t i = 0; i < n; i++)
			buf_put_byte(&out->bytes, question[i] ? question[i] : '|');
	}
	return 0;
}

/* The JSON of one need alone. */
static void assert_answered(struct desk *desk, const char *need, const char *expected)
{
	struct buf out = BUF_INIT, whole = BUF_INIT;

	desk->plugin.needs = &need;
	desk->plugin.n_needs = 1;
	needs_put(&out, &desk->port);
	buf_printf(&whole, "{\"%s\": %s}", need, expected);
	assert_string_equal(buf_text(&out), buf_text(&whole));
	buf_release(&whole);
	buf_release(&out);
}

static void each_word_is_asked_for_with_its_places_filled(void **state)
{
	static const struct {
		const char *need, *answer;
	} cases[] = {
		{"artifacts/1 csv", "{\"text\": \"artifact|csv|\"}"},
		{"artifacts/1 csv layout=long bare",
		 "{\"text\": \"artifact|csv|layout=long|bare=|\"}"},
		/* what comes in a place is no further word */
		{"artifacts/1 csv x={kind}", "{\"text\": \"artifact|csv|x=two words|\"}"},
		/* one that is not set takes its word away, whatever else stands in it */
		{"artifacts/1 csv x={theme} y={kind}{theme}{kind} z=1",
		 "{\"text\": \"artifact|csv|z=1|\"}"},
		{"charts/1 pie svg theme=dark",
		 "{\"text\": \"artifact|svg|chart=pie|theme=dark|\"}"},
		{"charts/1", "{\"text\": \"artifact||chart=|\"}"},
		{"artifacts/1  csv ", "{\"text\": \"artifact|csv|\"}"},
		{"artifacts/1 why", "{\"why\": \"it cannot be\"}"},
		{"artifacts/1 silent", "{\"why\": \"the host could not\"}"},
		{"artifacts/1 latin", "{\"base64\": \"5A==\"}"},
		{"artifacts/1 zero", "{\"base64\": \"YQBi\"}"},
		{"artifacts/1 warns", "{\"text\": \"\", \"warnings\": \"of two minds\"}"},
		{"seals/7", "null"},
		{"artifacts/2 csv", "null"},
		{" ", "null"},
	};
	struct desk *desk = ((struct fixture *)*state)->desk;

	desk->order.answer = answer;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_answered(desk, cases[i].need, cases[i].answer);
}

static void no_word_of_the_longest_need_is_left_out(void **state)
{
	struct desk *desk = ((struct fixture *)*state)->desk;
	struct buf need = BUF_INIT, expected = BUF_INIT;

	desk->order.answer = answer;
	buf_put_text(&need, "artifacts/1 c");
	buf_put_text(&expected, "{\"text\": \"artifact|c|");
	while (need.n + 2 <= DESCRIBE_NEED_MAX) {
		buf_put_text(&need, " a");
		buf_put_text(&expected, "a=|");
	}
	buf_put_text(&expected, "\"}");
	assert_answered(desk, buf_text(&need), buf_text(&expected));
	buf_release(&expected);
	buf_release(&need);
}

static void where_nobody_answers_the_host_could_not(void **state)
{
	struct desk *desk = ((struct fixture *)*state)->desk;

	assert_answered(desk, "charts/1 pie svg", "{\"why\": \"the host could not\"}");
	assert_answered(desk, "artifacts/1 csv", "{\"why\": \"the host could not\"}");
}

static void a_logo_has_its_size_and_pixels_where_it_has_some(void **state)
{
	static const char gif[] = "GIF89a\2\0\1";
	struct fixture *fixture = *state;
	struct desk *desk = fixture->desk;

	desk->order.answer = answer;
	assert_answered(desk, "logos/1", "{}");
	for (int i = 0; i < 2; i++) {
		fixture->fake.products[i].it.id = i == 0 ? "a" : "b";
		fixture->fake.products[i].it.logo_name = "l";
		fixture->fake.products[i].it.logo_media_type = "t/t";
		fixture->fake.products[i].it.logo =
			(struct mr_bytes){gif, i == 0 ? 3 : sizeof(gif)};
	}
#define NAMED "\"name\": \"l\", \"media_type\": \"t/t\", \"base64\": "
#define A "\"a\": {" NAMED "\"R0lG\""
#define B "\"b\": {" NAMED "\"R0lGODlhAgABAA==\", \"width\": 2, \"height\": 1"
	assert_answered(desk, "logos/1", "{" A "}, " B "}}");
	assert_answered(desk, "logos/1 3x4294967296",
			"{" A ", \"pixels\": {\"why\": \"it has no pixels\"}}, " B
			", \"pixels\": {\"width\": 1, \"height\": 1, \"base64\": \"AQIDBA==\"}}}");
}

static void a_size_is_two_numbers(void **state)
{
	static const char *const wrong[] = {"0x1",  "1x0",  "1",   "x1",   "1x",
					    "1x-1", "1x1x", "1y1", "-1x1", "1x1 1x1"};
	struct desk *desk = ((struct fixture *)*state)->desk;
	char need[40];

	desk->order.answer = answer;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		snprintf(need, sizeof(need), "logos/1 %s", wrong[i]);
		assert_answered(desk, need,
				"{\"why\": \"a size is written as '32x24', pixels at most\"}");
	}
}

static void the_days_of_the_data_and_of_the_job_are_said_in_words_each_once(void **state)
{
	static const struct mr_cell_detail old = {.since = "", .verified = {2019, 1, 31}};
	struct fixture *fixture = *state;
	struct desk *desk = fixture->desk;

#define WORDS(dates) \
	"{\"words\": {}, \"dates\": {" dates "}, \"decimal\": \",\", \"thousands\": \".\"}"
	fixture->fake.matrix.words.n = 0;
	fixture->fake.matrix.as_of = (struct mr_date){0, 0, 0};
	for (int i = 0; i < 2; i++)
		fixture->fake.cells[i].it.detail = NULL;
	assert_answered(desk, "words/1", WORDS(""));
	fixture->fake.cells[0].it.detail = fixture->fake.cells[1].it.detail = &old;
	fixture->fake.matrix.as_of = (struct mr_date){2026, 3, 3};
	desk->job->clock = -1;
	assert_answered(desk, "words/1",
			WORDS("\"1969-12-31\": \"31. Dezember 1969\", "
			      "\"2019-01-31\": \"31. Januar 2019\", "
			      "\"2026-03-03\": \"3. M\u00e4rz 2026\""));
}

static void a_place_names_an_option_of_its_own(void **state)
{
	static const char *const wrong[] = {"a {none}", "a {kind", "a {kind b}", "a {", "{kind}{}"};
	struct desk *desk = ((struct fixture *)*state)->desk;
	const char *need = "a {kind}x{theme} b";
	char why[PLUGIN_WHY];

	desk->plugin.needs = &need;
	desk->plugin.n_needs = 1;
	assert_int_equal(needs_vet(&desk->plugin, why), 0);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		need = wrong[i];
		assert_int_equal(needs_vet(&desk->plugin, why), -1);
		assert_non_null(strstr(why, "has a place in braces that names no option"));
	}
}

/* ---- values */

static void a_value_is_json_and_a_word(void **state)
{
	static const char *const items[] = {"a", "b\"c"};
	static const struct {
		struct mr_value value;
		const char *json, *word;
	} cases[] = {
		{{.type = MR_OPTION_FLAG, .integer = 1}, "true", "yes"},
		{{.type = MR_OPTION_FLAG, .integer = 0}, "false", "no"},
		{{.type = MR_OPTION_INTEGER, .integer = -7, .text = ""}, "-7", "-7"},
		{{.type = MR_OPTION_NUMBER, .number = -0.25}, "-0.250000", "-0.250000"},
		{{.type = MR_OPTION_NUMBER, .number = -1e-9}, "0", "0"},
		{{.type = MR_OPTION_NUMBER, .number = 1e300}, "1000000000000", "1000000000000"},
		{{.type = MR_OPTION_LENGTH, .number = 72}, "72", "72"},
		{{.type = MR_OPTION_LIST, .text = "a,b\"c", .items = {items, 2, sizeof(*items)}},
		 "[\"a\", \"b\\\"c\"]",
		 "a,b\"c"},
		{{.type = MR_OPTION_FILE, .text = "l.png", .bytes = {"abc", 3}},
		 "{\"name\": \"l.png\", \"base64\": \"YWJj\"}",
		 "l.png"},
		{{.type = MR_OPTION_CHOICE, .text = "a"}, "\"a\"", "a"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mr_value value = cases[i].value;
		struct buf json = BUF_INIT, word = BUF_INIT;

		assert_false(scripted_value_put_word(&word, &value));
		scripted_value_put(&json, &value);
		assert_string_equal(buf_text(&json), "null");
		assert_int_equal(word.n, 0);
		buf_clear(&json);
		value.is_set = true;
		scripted_value_put(&json, &value);
		assert_true(scripted_value_put_word(&word, &value));
		assert_string_equal(buf_text(&json), cases[i].json);
		assert_string_equal(buf_text(&word), cases[i].word);
		buf_release(&json);
		buf_release(&word);
	}
}

#define WITH_JOB(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_JOB(each_word_is_asked_for_with_its_places_filled),
		WITH_JOB(no_word_of_the_longest_need_is_left_out),
		WITH_JOB(where_nobody_answers_the_host_could_not),
		WITH_JOB(a_logo_has_its_size_and_pixels_where_it_has_some),
		WITH_JOB(a_size_is_two_numbers),
		WITH_JOB(the_days_of_the_data_and_of_the_job_are_said_in_words_each_once),
		WITH_JOB(a_place_names_an_option_of_its_own),
		cmocka_unit_test(a_value_is_json_and_a_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
