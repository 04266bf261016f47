/* SPDX-License-Identifier: MIT */
/* What the host does for a plugin beside its job: words, logos, files, and the questions that another process answers. */
#include "port_help.h"

#include <stdio.h>
#include <unistd.h>

#include "child/asking.h"
#include "child/unpack.h"
#include "fake_matrix.h"

struct fixture {
	struct desk *desk;
	struct fake_matrix fake;
};

static int enter(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	fake_matrix_init(&fixture->fake, 2, 1, 1);
	fixture->desk = desk_open();
	fixture->desk->job->matrix = &fixture->fake.matrix;
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

/* The question comes back as it was asked, or what the context says. */
static int echo(const void *context, const char *question, size_t n, struct broker_answer *out)
{
	const char *words = context;

	if (strcmp(words, "refuse") == 0) {
		buf_put_text(&out->words, "it cannot be");
		return -1;
	}
	buf_put(&out->bytes, question, strcmp(words, "short") == 0 ? 3 : n);
	buf_put_text(&out->words, words);
	return 0;
}

static void a_service_is_found_by_its_name_where_somebody_answers(void **state)
{
	static const char *const always[] = {MR_WORDS_1, MR_LOGOS_1, MR_FILES_1};
	static const char *const asked[] = {MR_CHARTS_1, MR_ARTIFACTS_1};
	struct desk *desk = ((struct fixture *)*state)->desk;

	for (size_t i = 0; i < 3; i++)
		assert_non_null(services_find(desk->job, always[i]));
	for (size_t i = 0; i < 2; i++) {
		desk->order.answer = NULL;
		assert_null(services_find(desk->job, asked[i]));
		desk->order.answer = echo;
		assert_non_null(services_find(desk->job, asked[i]));
		desk->port.is_rendering = false;
		assert_null(services_find(desk->job, asked[i]));
		desk->port.record = NULL; /* in a process of its own, which was told to go on */
		assert_null(services_find(desk->job, asked[i]));
		desk->port.answers = 0;
		assert_non_null(services_find(desk->job, asked[i]));
		desk->port.answers = -1;
		desk->port.record = &desk->said;
		desk->port.is_rendering = true;
	}
	assert_null(services_find(desk->job, "words/2"));
	assert_null(services_find(desk->job, NULL));
}

static void places_get_what_stands_for_them_and_other_braces_stay(void **state)
{
	static const char *const pairs[] = {"n", "{total}", "total", "7", "at", "x", NULL};
	static const char *const half[] = {"n", NULL};
	static const struct {
		const char *english;
		const char *const *pairs;
		const char *filled;
	} cases[] = {
		{"{n} of {total} {x}", pairs, "{total} of 7 {x}"},
		{"{an}{{n}}", pairs, "{an}{{total}}"},
		{"none", pairs, "none"},
		{"", pairs, ""},
		{"{}{", pairs, "{}{"},
		{"{n", pairs, "{n"}, /* which has no end */
		{"{ta}", pairs, "{ta}"}, /* of one length with another */
		{"{n}", half, "{n}"},
		{"{n}", NULL, "{n}"},
	};
	struct desk *desk = ((struct fixture *)*state)->desk;
	const struct mr_words_1 *words = services_find(desk->job, MR_WORDS_1);

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(
			words->fill(desk->job, "no such key", cases[i].english, cases[i].pairs),
			cases[i].filled);
}

static void a_logo_that_is_none_has_no_size(void **state)
{
	static const char svg[] =
		"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 12\"/>";
	struct fixture *fixture = *state;
	struct mr_job *job = fixture->desk->job;
	const struct mr_logos_1 *logos = services_find(job, MR_LOGOS_1);
	uint32_t width = 7, height = 7;

	fixture->fake.products[1].it.logo = (struct mr_bytes){svg, sizeof(svg) - 1};
	assert_int_equal(logos->measure(job, 0, &width, &height), -1);
	assert_true(width == 0 && height == 0);
	assert_int_equal(logos->measure(job, 1, &width, &height), 0);
	assert_true(width == 24 && height == 12);
	assert_int_equal(logos->measure(job, 2, &width, &height), -1);
	assert_true(width == 0 && height == 0);
}

static void put_name(const void *target, const char *part, const char *suffix, struct buf *out)
{
	buf_printf(out, "%s<%s><%s>", (const char *)target, part, suffix);
}

static void a_file_beside_has_a_name_where_its_part_and_suffix_are_ones(void **state)
{
	static const struct {
		const char *part, *suffix, *name;
	} cases[] = {
		{"a", "png", "mesh<a><png>"},
		{"", "png", "mesh<><>"},
		{"../a", "png", ""},
		{"a", "/png", ""},
		{"a", "", ""},
		{"a", NULL, ""},
		{NULL, "png", ""},
		{"", NULL, "mesh<><>"},
	};
	struct desk *desk = ((struct fixture *)*state)->desk;
	const struct mr_files_1 *files = services_find(desk->job, MR_FILES_1);

	assert_string_equal(files->name(desk->job, "a", "png"), ""); /* nobody knows */
	assert_string_equal(files->name(desk->job, "", ""), "");
	desk->order.beside = put_name;
	desk->order.target = "mesh";
	desk->plugin.is.extension = "txt";
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(files->name(desk->job, cases[i].part, cases[i].suffix),
				    cases[i].name);
	/* its own suffix is sure of one that is called so */
	desk->plugin.is.extension = "fake";
	assert_string_equal(files->name(desk->job, "", "png"), "mesh<><fake>");
}

static void a_file_beside_is_opened_with_its_suffix_and_not_without(void **state)
{
	struct desk *desk = ((struct fixture *)*state)->desk;
	const struct mr_files_1 *files = services_find(desk->job, MR_FILES_1);

	desk->plugin.is.capabilities = MR_CAN_SEVERAL;
	files->open(desk->job, "a", "bin");
	files->open(desk->job, "b", "");
	files->open(desk->job, "b", NULL);

	desk_told(desk, "OPEN 0 'a' 'bin'\n"
			"DIAG error the plugin opened a file whose suffix is unusable\n"
			"DIAG error the plugin opened a file whose suffix is unusable\n");
}

/* ---- questions */

static void let_answer(struct desk *desk, const char *words)
{
	desk->order.answer = echo;
	desk->order.answerer = words;
}

static void a_question_is_its_words_with_nul_behind_each(void **state)
{
	static const char *const options[] = {"theme", "dark", "size", "", NULL};
	static const char *const half[] = {"theme", NULL};
	struct desk *desk = ((struct fixture *)*state)->desk;
	struct mr_bytes bytes;
	const char *why;

	let_answer(desk, "of two minds");
	assert_int_equal(asking_chart(desk->job, "pie", "svg", options, &bytes, &why), 0);
	assert_int_equal(bytes.n, 40);
	assert_memory_equal(bytes.at, "artifact\0svg\0chart=pie\0theme=dark\0size=", 40);
	assert_string_equal(why, "of two minds");
	assert_int_equal(asking_artifact(desk->job, "csv", half, &bytes, NULL), 0);
	assert_int_equal(bytes.n, 13);
	assert_memory_equal(bytes.at, "artifact\0csv\0", 13);
	assert_int_equal(asking_artifact(desk->job, "csv", NULL, &bytes, &why), 0);
	assert_int_equal(bytes.n, 13);
	desk_told(desk, "");
}

static void where_there_is_no_answer_there_are_words_and_no_bytes(void **state)
{
	struct desk *desk = ((struct fixture *)*state)->desk;
	char *longest = calloc(1, BROKER_QUESTION_MAX + 1);
	struct mr_bytes bytes;
	const char *why;

	assert_int_equal(asking_artifact(desk->job, "csv", NULL, &bytes, &why), -1);
	assert_string_equal(why, "nobody answers but while a format is rendered");
	assert_int_equal(bytes.n, 0);
	let_answer(desk, "refuse");
	assert_int_equal(asking_artifact(desk->job, "csv", NULL, &bytes, &why), -1);
	assert_string_equal(why, "it cannot be");
	assert_int_equal(bytes.n, 0);
	/* a question has at most 16 KiB with its words and what ends them: "artifact", this, and a NUL each */
	memset(longest, 'x', BROKER_QUESTION_MAX);
	assert_int_equal(asking_artifact(desk->job, longest, NULL, &bytes, &why), -1);
	assert_string_equal(why, "the question is too long");
	longest[BROKER_QUESTION_MAX - 10] = '\0';
	let_answer(desk, "");
	assert_int_equal(asking_artifact(desk->job, longest, NULL, &bytes, &why), 0);
	assert_int_equal(bytes.n, BROKER_QUESTION_MAX);
	desk->port.is_rendering = false;
	assert_int_equal(asking_artifact(desk->job, "csv", NULL, &bytes, &why), -1);
	assert_string_equal(why, "nobody answers but while a format is rendered");
	free(longest);
}

static void pixels_are_what_stands_behind_their_width_and_height(void **state)
{
	struct desk *desk = ((struct fixture *)*state)->desk;
	const struct mr_logos_1 *logos = services_find(desk->job, MR_LOGOS_1);
	const struct mr_raster *raster;
	struct unpack_head head;
	const char *why = NULL;

	assert_null(logos->raster(desk->job, 1, 32, 16, &why));
	assert_string_equal(why, "nobody answers but while a format is rendered");
	let_answer(desk, "short");
	assert_null(logos->raster(desk->job, 1, 32, 16, &why));
	let_answer(desk, "");
	raster = logos->raster(desk->job, 1, 32, 16, &why);
	assert_non_null(raster);
	memcpy(&head, "raster\0001", sizeof(head));
	assert_true(raster->width == head.width && raster->height == head.height);
	assert_int_equal(raster->stride, head.width * 4);
	assert_memory_equal(raster->rgba, "\00032\00016\0", 7);
}

#define WITH_JOB(test) cmocka_unit_test_setup_teardown(test, enter, leave)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_JOB(a_service_is_found_by_its_name_where_somebody_answers),
		WITH_JOB(places_get_what_stands_for_them_and_other_braces_stay),
		WITH_JOB(a_logo_that_is_none_has_no_size),
		WITH_JOB(a_file_beside_has_a_name_where_its_part_and_suffix_are_ones),
		WITH_JOB(a_file_beside_is_opened_with_its_suffix_and_not_without),
		WITH_JOB(a_question_is_its_words_with_nul_behind_each),
		WITH_JOB(where_there_is_no_answer_there_are_words_and_no_bytes),
		WITH_JOB(pixels_are_what_stands_behind_their_width_and_height),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
