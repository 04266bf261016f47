/* SPDX-License-Identifier: MIT */
/* How wide the columns of a text are, and which products stand side by side. */
#include "text/text_layout.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

enum { MOST = 20 };

static uint64_t lines[MOST + 1][TEXT_LAYOUT_WIDEST + 1];
static struct text_column columns[MOST + 1];
static struct text_group groups[MOST];
static struct text_offer scratch[MOST + 1];
static bool is_told;

static void reset(void)
{
	memset(lines, 0, sizeof(lines));
	memset(columns, 0, sizeof(columns));
	for (int i = 0; i <= MOST; i++)
		columns[i].lines = lines[i];
	is_told = false;
}

static void tell(int column, uint32_t natural, uint32_t longest, int times)
{
	for (int i = 0; i < times; i++)
		text_layout_tell(&columns[column], (struct text_extent){natural, longest});
}

static uint32_t plan_with(uint32_t width, uint32_t n, uint32_t n_wanted, bool may_squeeze)
{
	const struct text_layout layout = {.width = width,
					   .between = 3,
					   .around = 4,
					   .n_groups_wanted = n_wanted,
					   .may_squeeze = may_squeeze,
					   .scratch = scratch};

	if (!is_told)
		for (uint32_t i = 0; i <= n; i++)
			text_layout_told(&columns[i]);
	is_told = true;
	return text_layout_plan(&layout, columns, n, groups);
}

static uint32_t plan(uint32_t width, uint32_t n)
{
	return plan_with(width, n, 0, false);
}

static void what_fits_is_as_wide_as_its_longest_lines(void **state)
{
	(void)state;
	reset();
	tell(0, 10, 10, 5);
	tell(1, 5, 5, 5);
	tell(2, 8, 4, 5);

	assert_int_equal(plan(80, 2), 1);

	assert_int_equal(groups[0].n, 2);
	assert_int_equal(groups[0].feature_width, 10);
	assert_int_equal(columns[1].width, 5);
	assert_int_equal(columns[2].width, 8);
	assert_int_equal(groups[0].total, 10 + 5 + 8 + 2 * 3 + 4);
}

static void products_are_spread_evenly_over_as_few_groups_as_fit(void **state)
{
	(void)state;
	reset();
	tell(0, 20, 10, 5);
	for (int i = 1; i <= 14; i++)
		tell(i, 30, 12, 5);

	/* 15 + 4 and 18 for each product: four fit into 91, three into 90 */
	assert_int_equal(plan(91, 14), 4);
	assert_int_equal(groups[0].n, 4);
	assert_int_equal(groups[1].n, 4);
	assert_int_equal(groups[2].n, 3);
	assert_int_equal(groups[3].first, 11);
	assert_int_equal(groups[3].n, 3);

	assert_int_equal(plan(90, 14), 5);
}

static void room_goes_where_it_saves_lines(void **state)
{
	(void)state;
	reset();
	tell(0, 15, 15, 10);
	tell(1, 30, 5, 100); /* a hundred lines less for fifteen columns more */
	tell(2, 300, 5, 1);

	assert_int_equal(plan(4 + 2 * 3 + 15 + 15 + 15 + 15, 2), 1);

	assert_int_equal(columns[1].width, 30);
	assert_int_equal(columns[2].width, 15);
}

static void no_column_is_wider_than_its_longest_line_and_no_line_than_the_page(void **state)
{
	(void)state;
	for (uint32_t width = 20; width < 300; width++) {
		uint32_t n_groups;

		reset();
		for (int i = 0; i <= 12; i++)
			tell(i, 4 + (uint32_t)i * 37 % 90, 3 + (uint32_t)i * 11 % 25, 1 + i % 4);
		n_groups = plan_with(width, 12, 0, true);
		assert_true(n_groups > 0);
		for (uint32_t g = 0, next = 0; g < n_groups; g++) {
			uint32_t total = 4 + groups[g].feature_width + 3 * groups[g].n;

			assert_int_equal(groups[g].first, next);
			next += groups[g].n;
			for (uint32_t i = 0; i < groups[g].n; i++) {
				const struct text_column *column =
					&columns[1 + groups[g].first + i];

				assert_in_range(column->width, 1, column->extent.natural);
				total += column->width;
			}
			assert_int_equal(groups[g].total, total);
			assert_in_range(total, 1, width);
		}
	}
}

static void what_does_not_fit_is_said_or_squeezed(void **state)
{
	(void)state;
	reset();
	tell(0, 20, 20, 1);
	tell(1, 20, 20, 1);

	assert_int_equal(plan(46, 1), 0);
	assert_int_equal(plan(47, 1), 1);
	assert_int_equal(plan_with(20, 1, 0, true), 1);
	assert_int_equal(groups[0].total, 20);
	assert_int_equal(plan_with(18, 1, 0, true), 0);
}

static void a_number_of_groups_is_kept_where_it_can_be(void **state)
{
	(void)state;
	reset();
	for (int i = 0; i <= 6; i++)
		tell(i, 6, 6, 1);

	assert_int_equal(plan_with(80, 6, 3, true), 3);
	assert_int_equal(groups[1].n, 2);
	assert_int_equal(plan_with(80, 6, 100, true), 6);
	assert_int_equal(plan_with(30, 6, 1, true), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fits_is_as_wide_as_its_longest_lines),
		cmocka_unit_test(products_are_spread_evenly_over_as_few_groups_as_fit),
		cmocka_unit_test(room_goes_where_it_saves_lines),
		cmocka_unit_test(
			no_column_is_wider_than_its_longest_line_and_no_line_than_the_page),
		cmocka_unit_test(what_does_not_fit_is_said_or_squeezed),
		cmocka_unit_test(a_number_of_groups_is_kept_where_it_can_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
