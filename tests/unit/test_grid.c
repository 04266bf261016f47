/* SPDX-License-Identifier: MIT */
#include "read/doubts.h"
#include "read/grid.h"
#include "read_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the C headers it needs */
#include <cmocka.h>

static void a_field_knows_the_cell_that_covers_it(void **state)
{
	struct grid_file file;
	(void)state;

	assert_int_equal(read_help_file(&file, "# Head\n| a | b | < |\n| ^ | c | d |\n"), 0);

	assert_int_equal(file.grids.n, 1);
	assert_int_equal(grid_at(&file, 0)->n_rows, 2);
	assert_int_equal(grid_at(&file, 0)->n_columns, 3);
	assert_int_equal(grid_at(&file, 0)->n_blocks_before, 1);
	assert_string_equal(grid_field(&file, grid_at(&file, 0), 0, 2)->text, "b");
	assert_string_equal(grid_field(&file, grid_at(&file, 0), 1, 0)->text, "a");
	assert_string_equal(grid_field(&file, grid_at(&file, 0), 1, 2)->text, "d");
	grid_release(&file);
}

static void two_cells_on_one_field_are_refused(void **state)
{
	struct grid_file file;
	struct mr_grid grid = {0};
	struct mr_grid_cell cell = {.text = "a", .row_span = 2, .place = {3, 4, NULL}};
	(void)state;
	grid_init(&file, NULL);
	grid_begin(&file, &grid);

	grid_cell(&file, &cell);
	cell.row = 1;
	grid_cell(&file, &cell);

	assert_int_equal(grid_end(&file), -1);
	assert_string_equal(file.why, "two cells lie on one field (row 2, column 1)");
	assert_int_equal(file.where.line, 3);
	grid_release(&file);
}

static void empty_cells_far_away_cost_nothing(void **state)
{
	struct grid_file file;
	struct mr_grid grid = {0};
	struct mr_grid_cell cell = {.text = "a"};
	(void)state;
	grid_init(&file, NULL);
	grid_begin(&file, &grid);
	grid_cell(&file, &cell);

	cell = (struct mr_grid_cell){.row = 1048575, .column = 16383};
	grid_cell(&file, &cell);

	assert_int_equal(grid_end(&file), 0);
	assert_int_equal(grid_at(&file, 0)->n_rows, 1);
	assert_int_equal(grid_at(&file, 0)->n_columns, 1);
	grid_release(&file);
}

static void assert_refused(const struct mr_grid_cell *cell, const char *why)
{
	struct grid_file file;
	struct mr_grid grid = {0};
	struct mr_grid_cell fine = {.text = "fine"};
	grid_init(&file, NULL);
	file.limits = (struct grid_limits){10, 100, 5, 20, 10};
	grid_begin(&file, &grid);

	assert_int_equal(grid_cell(&file, cell), -1);
	assert_string_equal(file.why, why);
	assert_int_equal(grid_cell(&file, &fine), -1);

	grid_release(&file);
}

static void what_is_too_large_or_no_text_is_refused(void **state)
{
	(void)state;
	assert_refused(&(struct mr_grid_cell){.text = "12345678901"},
		       "a text is longer than 10 bytes");
	assert_refused(&(struct mr_grid_cell){.text = "\xff"},
		       "a text is not UTF-8 or has control characters");
	assert_refused(&(struct mr_grid_cell){.text = "a", .note = "\x01"},
		       "a text is not UTF-8 or has control characters");
	assert_refused(&(struct mr_grid_cell){.text = "a", .column = 5},
		       "a table has more than 5 columns");
	assert_refused(&(struct mr_grid_cell){.text = "a", .column_span = UINT32_MAX},
		       "a table has more than 5 columns");
	assert_refused(
		&(struct mr_grid_cell){.text = "a", .row = 20},
		"there are more than 20 fields (rows by columns), the limit (--limit cells=N)");
	assert_refused(
		&(struct mr_grid_cell){.text = "a", .row = 4, .column = 4},
		"there are more than 20 fields (rows by columns), the limit (--limit cells=N)");
	assert_refused(
		&(struct mr_grid_cell){.text = "a", .row_span = UINT32_MAX, .row = UINT32_MAX},
		"there are more than 20 fields (rows by columns), the limit (--limit cells=N)");
}

/* The texts of all cells, all blocks and all fields have limits, too; what is said is where it went too far. */
static void what_is_too_much_in_all_is_refused(void **state)
{
	const struct grid_limits limits = {10, 25, 5, 20, 4};
	const struct mr_grid grid = {.place = {3, 1, NULL}};
	struct grid_file file;
	(void)state;

	grid_init(&file, &limits);
	grid_begin(&file, &grid);
	for (uint32_t i = 0; i < 2; i++)
		assert_int_equal(
			grid_cell(&file, &(struct mr_grid_cell){.row = i, .text = "0123456789"}),
			0);
	assert_int_equal(grid_cell(&file, &(struct mr_grid_cell){.row = 2, .text = "012345"}), -1);
	assert_string_equal(file.why, "the texts are longer than 25 bytes");
	grid_release(&file);

	grid_init(&file, &limits);
	for (unsigned i = 0; i < 4; i++)
		assert_int_equal(grid_block(&file, &(struct mr_block){.text = ""}), 0);
	assert_int_equal(grid_block(&file, &(struct mr_block){.text = ""}), -1);
	assert_string_equal(file.why, "there are more than 4 blocks of text and tables");
	grid_release(&file);

	/* 15 fields and 10 */
	grid_init(&file, &limits);
	grid_begin(&file, &grid);
	grid_cell(&file, &(struct mr_grid_cell){.row = 2, .column = 4, .text = "a"});
	assert_int_equal(grid_begin(&file, &grid), 0);
	grid_cell(&file, &(struct mr_grid_cell){.row = 1, .column = 4, .text = "a"});
	assert_int_equal(grid_begin(&file, &grid), -1);
	assert_string_equal(
		file.why,
		"there are more than 20 fields (rows by columns), the limit (--limit cells=N)");
	assert_int_equal(file.where.line, 3);
	grid_release(&file);
}

static void a_cell_is_cut_to_the_last_that_says_something(void **state)
{
	struct grid_file file;
	const struct mr_grid grid = {.n_head_rows = 1};
	const struct grid_cell *cell;
	(void)state;
	grid_init(&file, NULL);
	grid_begin(&file, &grid);

	grid_cell(&file, &(struct mr_grid_cell){.text = "a"});
	grid_cell(&file, &(struct mr_grid_cell){.row = 1, .column = 1, .note = "a comment"});
	grid_cell(&file, &(struct mr_grid_cell){.column = 1, .column_span = 9});
	grid_cell(&file, &(struct mr_grid_cell){.row = 1, .row_span = 9});
	grid_cell(&file, &(struct mr_grid_cell){.row = 0, .column = 9});
	assert_int_equal(grid_end(&file), 0);

	assert_int_equal(grid_at(&file, 0)->n_rows, 2);
	assert_int_equal(grid_at(&file, 0)->n_columns, 2);
	cell = grid_field(&file, grid_at(&file, 0), 0, 1);
	assert_int_equal(cell->column_span, 1);
	cell = grid_field(&file, grid_at(&file, 0), 1, 0);
	assert_int_equal(cell->row_span, 1);
	grid_release(&file);
}

static void a_block_of_a_kind_that_nobody_knows_is_a_text(void **state)
{
	struct grid_file file;
	(void)state;
	grid_init(&file, NULL);

	assert_int_equal(grid_block(&file, &(struct mr_block){.kind = 99, .text = "a"}), 0);

	assert_int_equal(VEC_AT(struct grid_block, file.blocks, 0)->kind, MR_BLOCK_TEXT);
	grid_release(&file);
}

static void a_cell_without_a_grid_is_refused(void **state)
{
	struct grid_file file;
	(void)state;
	grid_init(&file, NULL);

	assert_int_equal(grid_cell(&file, &(struct mr_grid_cell){.text = "a"}), -1);

	assert_string_equal(file.why, "a cell stands in no table");
	grid_release(&file);
}

static void places_are_names_where_lines_say_nothing(void **state)
{
	struct grid_file file;
	struct mr_grid grid = {.place = {0, 0, "Sheet1!A1"}};
	struct mr_grid_cell cell = {.text = "a", .place = {0, 0, "Sheet1!C7"}};
	struct buf out = BUF_INIT;
	(void)state;
	grid_init(&file, NULL);
	grid_begin(&file, &grid);
	grid_cell(&file, &cell);
	assert_int_equal(grid_end(&file), 0);

	grid_put_place(&out, &file, grid_field(&file, grid_at(&file, 0), 0, 0)->place);
	assert_string_equal(buf_text(&out), "Sheet1!C7");
	buf_clear(&out);
	grid_put_place(&out, &file, (struct place){42, 17});
	assert_string_equal(buf_text(&out), "42:17");
	assert_string_equal(grid_place_name(&file, (struct place){1, 17}), "");
	assert_string_equal(grid_place_name(&file, (struct place){0, PLACE_NAMED}), "");
	assert_string_equal(grid_place_name(&file, (struct place){3, PLACE_NAMED}), "");

	buf_release(&out);
	grid_release(&file);
}

static void equal_doubts_are_one_with_many_places(void **state)
{
	struct doubts doubts = {0};
	struct buf out = BUF_INIT;
	(void)state;

	doubts_add(&doubts, DOUBT_WORD, (struct place){9, 1}, "--map 'x=yes'", "'%s' is a text",
		   "x");
	doubts_add(&doubts, DOUBT_WORD, (struct place){10, 1}, "--map 'x=yes'", "'%s' is a text",
		   "x");
	doubts_note(&doubts, DOUBT_TABLES, (struct place){2, 1}, NULL, "table 1");
	doubts_sort(&doubts);

	assert_int_equal(doubts.at.n, 2);
	assert_int_equal(doubts.n_warnings, 1);
	assert_int_equal(VEC_AT(struct doubt, doubts.at, 1)->n_places, 2);
	assert_string_equal(VEC_AT(struct doubt, doubts.at, 1)->option, "--map 'x=yes'");
	assert_string_equal(doubts_kind_name(DOUBT_WORD), "word");
	doubts.n_products = 1;
	doubts_put_counts(&out, &doubts);
	assert_string_equal(
		buf_text(&out),
		"1 product, 0 features, 0 cells: 0 statuses, 0 texts, 0 unknown; 1 doubt");
	buf_release(&out);
	doubts_release(&doubts);
}

static void doubts_beyond_the_most_that_are_kept_are_counted(void **state)
{
	struct doubts doubts = {.max = 2};
	(void)state;

	for (unsigned long i = 0; i < 4; i++)
		doubts_add(&doubts, DOUBT_WORD, (struct place){1, 1}, NULL, "word %lu", i % 3);

	assert_int_equal(doubts.at.n, 2);
	assert_int_equal(doubts.n_left_out, 1);
	assert_int_equal(doubts.n_warnings, 3);
	assert_int_equal(VEC_AT(struct doubt, doubts.at, 0)->n_places, 2);
	doubts_release(&doubts);
}

static void a_doubt_about_words_without_end_is_cut(void **state)
{
	struct doubts doubts = {0};
	char words[5001];
	const char *kept;
	(void)state;

	memset(words, 'x', sizeof(words) - 1);
	words[sizeof(words) - 1] = '\0';
	doubts_add(&doubts, DOUBT_WORD, (struct place){1, 1}, NULL, "'%s' is a text", words);

	kept = VEC_AT(struct doubt, doubts.at, 0)->words;
	assert_int_equal(strlen(kept), 4095);
	assert_memory_equal(kept, "'xxx", 4);
	doubts_release(&doubts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_field_knows_the_cell_that_covers_it),
		cmocka_unit_test(two_cells_on_one_field_are_refused),
		cmocka_unit_test(empty_cells_far_away_cost_nothing),
		cmocka_unit_test(what_is_too_large_or_no_text_is_refused),
		cmocka_unit_test(what_is_too_much_in_all_is_refused),
		cmocka_unit_test(a_cell_is_cut_to_the_last_that_says_something),
		cmocka_unit_test(a_block_of_a_kind_that_nobody_knows_is_a_text),
		cmocka_unit_test(a_cell_without_a_grid_is_refused),
		cmocka_unit_test(places_are_names_where_lines_say_nothing),
		cmocka_unit_test(equal_doubts_are_one_with_many_places),
		cmocka_unit_test(doubts_beyond_the_most_that_are_kept_are_counted),
		cmocka_unit_test(a_doubt_about_words_without_end_is_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
