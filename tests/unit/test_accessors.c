/* SPDX-License-Identifier: MIT */
/* The accessors of the contract: behind the end of an array, and without an older edition, there is nothing. */
#include "fake_since.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void behind_the_end_of_an_array_there_is_nothing(void **state)
{
	static const uint32_t indexes[] = {7, 8};
	static const struct mr_text text = {.plain = "words"};
	static const struct mr_text *const items[] = {&text};
	static const uint8_t likes[] = {MR_LIKE_NO};
	static const char *const strings[] = {"a"};
	const struct mr_array two = {indexes, 2, sizeof(*indexes)}, none = {NULL, 0, 0};
	const struct mr_array one = {strings, 1, sizeof(*strings)};
	const struct mr_cell_detail detail = {.items = {items, 1, sizeof(*items)}};
	const struct mr_requirement requirement = {.likes = {likes, 1, sizeof(*likes)}};
	(void)state;

	assert_int_equal(mr_index_at(&two, 1), 8);
	assert_int_equal(mr_index_at(&two, 2), 0);
	assert_int_equal(mr_index_at(&none, 0), 0);
	assert_string_equal(mr_string_at(&one, 0), "a");
	assert_string_equal(mr_string_at(&one, 1), "");
	assert_ptr_equal(mr_item_at(&detail, 0), &text);
	assert_null(mr_item_at(&detail, 1));
	assert_int_equal(mr_requirement_like(&requirement, 0), MR_LIKE_NO);
	assert_int_equal(mr_requirement_like(&requirement, 1), MR_LIKE_NONE);
}

static void beyond_rows_and_columns_there_is_no_cell(void **state)
{
	struct fake_matrix fake;
	const struct mr_matrix *m = &fake.matrix;
	(void)state;

	fake_matrix_init(&fake, 3, 4, 2);
	fake_count(&fake);

	assert_ptr_equal(mr_cell_at(m, 3, 2), &fake.cells[11].it);
	assert_null(mr_cell_at(m, 4, 0));
	assert_null(mr_cell_at(m, 0, 3));
	assert_ptr_equal(mr_category_counts(m, 1, 2), &fake.category_counts[5].it);
	assert_null(mr_category_counts(m, 2, 0));
	assert_null(mr_category_counts(m, 0, 3));
	/* nobody named an older edition */
	assert_null(mr_was_product(m, 0));
	assert_null(mr_was_category(m, 0));
	assert_null(mr_was_feature(m, 0));
	assert_null(mr_was_cell(m, 0, 0));
	assert_null(mr_then_cell(m, 0, 0));
	assert_null(mr_was_status(m, 0));
	assert_null(mr_was_profile(m, 0));
	fake_matrix_release(&fake);
}

static void an_older_edition_has_its_own_rows_and_columns(void **state)
{
	static const struct mr_was declared[] = {{.kind = MR_CHANGE_ADDED}};
	struct fake_matrix now, then;
	struct fake_since since;
	const struct mr_matrix *m = &now.matrix;
	(void)state;

	fake_matrix_init(&now, 3, 4, 2);
	fake_matrix_init(&then, 3, 4, 2);
	fake_name_product(&now, 1, "new");
	fake_count(&now);
	fake_count(&then);
	fake_since_init(&since, &now, &then);
	since.since.statuses = (struct mr_array){declared, 1, sizeof(*declared)};
	since.since.profiles = since.since.statuses;

	assert_ptr_equal(mr_was_cell(m, 3, 2), &since.cells[11].it);
	assert_null(mr_was_cell(m, 4, 0));
	assert_null(mr_was_cell(m, 0, 3));
	assert_ptr_equal(mr_then_cell(m, 3, 2), &then.cells[11].it);
	assert_null(mr_then_cell(m, 3, 1)); /* a product that was not there */
	assert_null(mr_then_cell(m, 4, 0));
	assert_null(mr_then_cell(m, 0, 3));
	assert_true(mr_was_other(mr_was_product(m, 1)));
	assert_false(mr_was_other(mr_was_product(m, 2)));
	assert_false(mr_was_other(mr_was_product(m, 3)));
	assert_true(mr_was_other(mr_was_status(m, 0)));
	assert_null(mr_was_status(m, 1));
	assert_true(mr_was_other(mr_was_profile(m, 0)));
	fake_since_release(&since);
	fake_matrix_release(&now);
	fake_matrix_release(&then);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(behind_the_end_of_an_array_there_is_nothing),
		cmocka_unit_test(beyond_rows_and_columns_there_is_no_cell),
		cmocka_unit_test(an_older_edition_has_its_own_rows_and_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
