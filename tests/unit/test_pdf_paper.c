/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/layout/pdf_paper.h"

static void papers_are_known_by_name_in_any_case(void **state)
{
	char problem[200];
	float w, h;

	(void)state;
	assert_int_equal(pdf_paper_size("A4", &w, &h, problem, sizeof(problem)), 0);
	assert_true(fabsf(w - 595.28f) < 0.1f && fabsf(h - 841.89f) < 0.1f);
	assert_int_equal(pdf_paper_size("legal", &w, &h, problem, sizeof(problem)), 0);
	assert_true(fabsf(h - 1008) < 0.1f);
}

static void a_size_may_be_given_in_any_unit_and_stands_upright(void **state)
{
	char problem[200];
	float w, h;

	(void)state;
	assert_int_equal(pdf_paper_size("297x210mm", &w, &h, problem, sizeof(problem)), 0);
	assert_true(fabsf(w - 595.28f) < 0.1f && fabsf(h - 841.89f) < 0.1f);
	assert_int_equal(pdf_paper_size("8.5in x 11in", &w, &h, problem, sizeof(problem)), 0);
	assert_int_equal(pdf_paper_size("8.5inx11in", &w, &h, problem, sizeof(problem)), 0);
	assert_true(fabsf(w - 612) < 0.1f && fabsf(h - 792) < 0.1f);
	assert_int_equal(pdf_paper_size("300x400pt", &w, &h, problem, sizeof(problem)), 0);
	assert_true(fabsf(w - 300) < 0.1f);
}

static void a_misspelt_paper_is_refused_with_the_nearest_name(void **state)
{
	char problem[200] = "";
	float w, h;

	(void)state;
	assert_int_equal(pdf_paper_size("leter", &w, &h, problem, sizeof(problem)), -1);
	assert_non_null(strstr(problem, "letter"));
	assert_int_equal(pdf_paper_size("papyrus", &w, &h, problem, sizeof(problem)), -1);
	assert_non_null(strstr(problem, "papyrus"));
	assert_non_null(strstr(problem, "210x297mm"));
	assert_int_equal(pdf_paper_size("", &w, &h, problem, sizeof(problem)), -1);
}

static void sizes_beyond_what_a_pdf_or_a_reader_can_take_are_refused(void **state)
{
	static const char *const bad[] = {"0x0",   "10x10mm",       "999999x999999mm", "20x300",
					  "x300",  "300x",          "300x400furlong",  "-300x400",
					  "1e3x4", "99999999999x1", "300 x 400"};
	char problem[200];
	float w, h;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(pdf_paper_size(bad[i], &w, &h, problem, sizeof(problem)), -1);
}

static void margins_that_leave_no_room_are_refused_in_numbers(void **state)
{
	struct pdf_paper_wish wish = {.width = 420, .height = 595, .per_sheet = 1, .margin = 200};
	struct pdf_paper paper;
	char problem[200] = "";

	(void)state;
	assert_int_equal(pdf_paper_make(&wish, &paper, problem, sizeof(problem)), -1);
	assert_non_null(strstr(problem, "400"));
}

static void binding_widens_one_margin_only(void **state)
{
	struct pdf_paper_wish wish = {.width = 595,
				      .height = 842,
				      .per_sheet = 1,
				      .margin = 30,
				      .binding = PDF_BINDING_LEFT,
				      .binding_width = 28};
	struct pdf_paper paper;
	char problem[200];

	(void)state;
	assert_int_equal(pdf_paper_make(&wish, &paper, problem, sizeof(problem)), 0);
	assert_true(fabsf(paper.left - 58) < 0.01f);
	assert_true(fabsf(paper.right - 30) < 0.01f && fabsf(paper.top - 30) < 0.01f);
}

static void two_pages_share_a_sheet_side_by_side(void **state)
{
	struct pdf_paper_wish wish = {
		.width = 595, .height = 842, .is_landscape = true, .per_sheet = 2, .margin = 30};
	struct pdf_paper paper;
	char problem[200];

	(void)state;
	assert_int_equal(pdf_paper_make(&wish, &paper, problem, sizeof(problem)), 0);
	assert_true(fabsf(paper.width * 2 - paper.sheet_width) < 0.01f);
	assert_true(fabsf(pdf_paper_place(&paper, 0, 4).left) < 0.01f);
	assert_true(fabsf(pdf_paper_place(&paper, 3, 4).left - 421) < 0.01f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(papers_are_known_by_name_in_any_case),
		cmocka_unit_test(a_size_may_be_given_in_any_unit_and_stands_upright),
		cmocka_unit_test(a_misspelt_paper_is_refused_with_the_nearest_name),
		cmocka_unit_test(sizes_beyond_what_a_pdf_or_a_reader_can_take_are_refused),
		cmocka_unit_test(margins_that_leave_no_room_are_refused_in_numbers),
		cmocka_unit_test(binding_widens_one_margin_only),
		cmocka_unit_test(two_pages_share_a_sheet_side_by_side),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
