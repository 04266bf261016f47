/* SPDX-License-Identifier: MIT */
/* Questions come from a process that a plugin has: whatever the words are, the answer is a reason. */
#include "run/asked.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "fake_matrix.h"
#include "child/asking.h"

/* Asks `n` bytes of a run without a plugin, about two products without logos; nothing is handed out. */
static void expect(const char *question, size_t n, const char *wanted)
{
	struct run run = {.has_color = false};
	struct fake_matrix fake;
	struct child_order order = {.task = CHILD_RENDER};
	struct asked asked = {.run = &run, .order = &order};
	struct broker_answer out;
	/* of exactly its length, so that a sanitizer sees what is read behind it */
	char *exact = malloc(n > 0 ? n : 1);

	assert_non_null(exact);
	memcpy(exact, question, n);
	fake_matrix_init(&fake, 2, 1, 1);
	order.matrix = &fake.matrix;
	buf_init(&out.bytes, BROKER_ANSWER_MAX);
	buf_init(&out.words, BROKER_WORDS_MAX);
	assert_int_equal(asked_answer(&asked, exact, n, &out), -1);
	assert_string_equal(buf_text(&out.words), wanted);
	assert_int_equal(out.bytes.n, 0);
	buf_release(&out.bytes);
	buf_release(&out.words);
	fake_matrix_release(&fake);
	free(exact);
}

#define ASK(words, wanted) expect(words, sizeof(words), wanted)
#define NONE "the question is none"
#define TOO_MANY "the question has too many words"

static void what_is_no_question_gets_a_reason(void **state)
{
	char many[2 * ASKED_WORDS_MAX + 2];

	(void)state;
	expect("", 0, TOO_MANY);
	expect("artifact\0csv", 12, TOO_MANY); /* its last word does not end */
	ASK("", NONE);
	ASK("artifact", NONE);
	ASK("artifacts\0csv", NONE);
	ASK("raster", NONE);
	ASK("rasters\0"
	    "0\0"
	    "1\0"
	    "1",
	    NONE);
	ASK("raster\0"
	    "0\0"
	    "1",
	    NONE);
	ASK("raster\0"
	    "0\0"
	    "1\0"
	    "1\0"
	    "1",
	    NONE);
	for (size_t i = 0; i < sizeof(many); i++)
		many[i] = i % 2 ? '\0' : 'a';
	expect(many, sizeof(many) - 2, NONE);
	expect(many, sizeof(many), TOO_MANY);
}

static void an_artifact_of_no_plugin_is_refused_by_its_name(void **state)
{
	(void)state;
	ASK("artifact\0csv", "no plugin writes csv");
	ASK("artifact\0", "no plugin writes ");
	ASK("artifact\0../../etc/passwd\0a=b", "no plugin writes ../../etc/passwd");
}

static void a_picture_of_no_product_is_refused(void **state)
{
	(void)state;
	ASK("raster\0"
	    "0\0"
	    "1\0"
	    "1",
	    "the product has no logo");
	ASK("raster\0"
	    "2\0"
	    "1\0"
	    "1",
	    "the product has no logo");
	ASK("raster\0"
	    "4294967296\0"
	    "1\0"
	    "1",
	    "the product has no logo");
	ASK("raster\0"
	    "-1\0"
	    "1\0"
	    "1",
	    "the product has no logo");
	ASK("raster\0"
	    "99999999999999999999999\0"
	    "1\0"
	    "1",
	    "the product has no logo");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_no_question_gets_a_reason),
		cmocka_unit_test(an_artifact_of_no_plugin_is_refused_by_its_name),
		cmocka_unit_test(a_picture_of_no_product_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
