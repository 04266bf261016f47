/* SPDX-License-Identifier: MIT */
/* Blocks on several pages; the lines of their paragraphs are counted beforehand, so that no font is needed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "pdf/layout/pdf_block.h"

#define WIDTH 10.0f
#define LINE PDF_LEADING
#define NEAR 0.001f

static struct pdf_par par(uint32_t n_lines, float gap)
{
	return (struct pdf_par){
		.size = 1, .gap = gap, .n_lines = n_lines, .counted_for = WIDTH * 1000 + 0.5f};
}

static void lines_fit_or_one_is_forced(void **state)
{
	struct pdf_par pars[] = {par(2, 0), par(1, 1)};
	const struct pdf_store store = {.pars = pars};
	const struct pdf_block block = {0, 2};
	struct pdf_block_at at = {0, 0, 0};
	float used;

	(void)state;
	assert_int_equal(pdf_block_fill(&store, &block, WIDTH, 2 * LINE, &at, &used), 2);
	assert_float_equal(used, 2 * LINE, NEAR);
	assert_int_equal(at.line, 2);
	assert_int_equal(at.par, 1);
	assert_int_equal(pdf_block_fill(&store, &block, WIDTH, LINE / 2, &at, &used), 1);
	assert_float_equal(used, LINE + 1, NEAR);
	assert_int_equal(at.par, 2);
	assert_int_equal(pdf_block_fill(&store, &block, WIDTH, 9 * LINE, &at, &used), 0);
	assert_float_equal(used, 0, NEAR);
}

static void a_paragraph_goes_on_where_it_was_left(void **state)
{
	struct pdf_par pars[] = {par(5, 3), par(3, 0.5f), par(2, 0.5f)};
	const struct pdf_store store = {.pars = pars};
	const struct pdf_block block = {0, 3};
	const uint32_t lines[] = {3, 2, 3, 2};
	const float gaps[] = {0, 0, 0.5f, 0.5f};
	struct pdf_block_at at = {0, 0, 0};
	float used;

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		float room = (float)lines[i] * LINE + gaps[i];

		assert_int_equal(pdf_block_fill(&store, &block, WIDTH, room, &at, &used), lines[i]);
		assert_float_equal(used, room, NEAR);
	}
	assert_int_equal(at.line, 10);
	assert_int_equal(at.par, 3);
}

static void the_gap_of_a_paragraph_needs_room(void **state)
{
	struct pdf_par pars[] = {par(1, 0), par(1, 1)};
	const struct pdf_store store = {.pars = pars};
	const struct pdf_block block = {0, 2};
	struct pdf_block_at at = {0, 0, 0};
	float used;

	(void)state;
	assert_int_equal(pdf_block_fill(&store, &block, WIDTH, 2 * LINE + 0.5f, &at, &used), 1);
	assert_float_equal(used, LINE, NEAR);
	assert_int_equal(at.par, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_fit_or_one_is_forced),
		cmocka_unit_test(a_paragraph_goes_on_where_it_was_left),
		cmocka_unit_test(the_gap_of_a_paragraph_needs_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
