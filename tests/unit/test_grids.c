/* SPDX-License-Identifier: MIT */
/* What a script that reads answers: each value of the wrong kind is refused at its place, what stood before was handed on. */
#include "script/grids.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"

/* What was handed on, a line each; it ends after `room` blocks, grids and cells, as a source whose limit was passed. */
struct heard {
	struct buf lines;
	unsigned room;
};

static void hear(struct mr_source *source, const char *kind, const char *text, uint32_t a,
		 uint32_t b, uint32_t c, struct mr_place place)
{
	struct heard *heard = source->host;

	buf_printf(&heard->lines, "%s '%s' %u %u %u @%u:%u%s\n", kind, text, a, b, c, place.line,
		   place.column, place.name ? place.name : "");
	source->failed = --heard->room == 0;
}

static void hear_block(struct mr_source *source, const struct mr_block *block)
{
	hear(source, "block", block->text, block->kind, block->level, 0, block->place);
}

static void hear_grid(struct mr_source *source, const struct mr_grid *grid)
{
	hear(source, "grid", grid->name, grid->n_head_rows, grid->n_head_columns, 0, grid->place);
}

static void hear_cell(struct mr_source *source, const struct mr_grid_cell *cell)
{
	hear(source, "cell", cell->text, cell->row, cell->column, cell->flags, cell->place);
}

/* The status; what was handed on stands in `heard`. */
static int read_answer(const char *text, unsigned room, struct heard *heard, char why[GRIDS_WHY])
{
	struct mr_source source = {.struct_size = sizeof(source),
				   .block = hear_block,
				   .grid = hear_grid,
				   .cell = hear_cell,
				   .host = heard};
	struct arena arena = ARENA_INIT;
	int status;

	*heard = (struct heard){.lines = BUF_INIT, .room = room};
	why[0] = '\0';
	status = grids_read(&arena, text, strlen(text), &source, why);
	arena_release(&arena);
	return status;
}

static void expect_heard(const char *text, unsigned room, const char *wanted)
{
	char why[GRIDS_WHY];
	struct heard heard;

	assert_int_equal(read_answer(text, room, &heard, why), 0);
	assert_string_equal(buf_text(&heard.lines), wanted);
	buf_release(&heard.lines);
}

static void expect_refused(const char *text, const char *wanted)
{
	char why[GRIDS_WHY];
	struct heard heard;

	assert_int_equal(read_answer(text, 100, &heard, why), -1);
	assert_string_equal(why, wanted);
	buf_release(&heard.lines);
}

static void a_cell_is_any_value_and_has_the_place_of_what_stands_around_it(void **state)
{
	(void)state;
	expect_heard(
		"[{\"kind\": \"grid\", \"name\": \"g\", \"head_rows\": 1, \"head_columns\": 2, \"line\": 3,"
		"\"place\": \"S!A1\", \"x-own\": [], \"rows\": [[\"a\", true, 1.50, null],"
		"{\"line\": 4, \"column\": 2, \"cells\": [{\"text\": \"b\", \"head\": true, \"hidden\": true,"
		"\"literal\": true}, {\"head\": false, \"place\": \"S!B2\"}]}, []]}]",
		100,
		"grid 'g' 1 2 0 @3:0S!A1\n"
		"cell 'a' 0 0 0 @3:0S!A1\n"
		"cell 'true' 0 1 4 @3:0S!A1\n"
		"cell '1.50' 0 2 8 @3:0S!A1\n"
		"cell 'b' 1 0 11 @4:2S!A1\n"
		"cell '' 1 1 0 @4:2S!B2\n");
	expect_heard("[]", 100, "");
}

static void nothing_is_handed_on_behind_a_limit(void **state)
{
	static const char text[] = "[{\"kind\": \"text\", \"text\": \"a\"},"
				   "{\"kind\": \"grid\", \"rows\": [[\"b\"], [7]]},"
				   "{\"kind\": \"none\"}]";

	(void)state;
	expect_heard(text, 1, "block 'a' 0 0 0 @0:0\n");
	expect_heard(text, 2, "block 'a' 0 0 0 @0:0\ngrid '' 0 0 0 @0:0\n");
	expect_heard(text, 3, "block 'a' 0 0 0 @0:0\ngrid '' 0 0 0 @0:0\ncell 'b' 0 0 0 @0:0\n");
	expect_refused(text, "line 1: its \"kind\" is none that is known; did you mean 'note'?");
}

static void what_has_another_kind_than_its_key_is_refused(void **state)
{
	static const struct {
		const char *member, *why;
	} wrong[] = {
		{"\"line\": \"3\"", "line: it is no whole number from 0 to 1000000"},
		{"\"line\": -1", "line: it is no whole number from 0 to 1000000"},
		{"\"line\": 1.5", "line: it is no whole number from 0 to 1000000"},
		{"\"line\": 1e3", "line: it is no whole number from 0 to 1000000"},
		{"\"column\": 4294967297", "column: it is no whole number from 0 to 1000000"},
		{"\"place\": []", "place: it is a list, not a text"},
		{"\"text\": 7", "text: it is a number, not a text"},
		{"\"hint\": null", "hint: it is null, not a text"},
		{"\"note\": {}", "note: it is an object, not a text"},
		{"\"row_span\": true", "row_span: it is no whole number from 0 to 1000000"},
		{"\"column_span\": {}", "column_span: it is no whole number from 0 to 1000000"},
		{"\"head\": 1", "head: it is neither true nor false"},
		{"\"hidden\": \"yes\"", "hidden: it is neither true nor false"},
		{"\"literal\": null", "literal: it is neither true nor false"},
		{"\"hinnt\": \"\"", "hinnt: unknown key; did you mean 'hint'?"},
		{"\"zzzzzzzzzz\": \"\"", "zzzzzzzzzz: unknown key"},
	};
	char text[300], why[300];

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		snprintf(text, sizeof(text), "[{\"kind\": \"grid\", \"rows\": [\n[{%s}]]}]",
			 wrong[i].member);
		snprintf(why, sizeof(why), "line 2: %s", wrong[i].why);
		expect_refused(text, why);
	}
}

static void what_is_no_row_grid_or_block_is_refused(void **state)
{
	(void)state;
	expect_refused("{}", "line 1: it is an object, not a list of blocks and grids");
	expect_refused("[7]", "line 1: a number stands where a block or grid is");
	expect_refused("[{}]", "line 1: its \"kind\" is none that is known");
	expect_refused("[{\"kind\": []}]", "line 1: kind: it is a list, not a text");
	expect_refused("[{\"kind\": \"heading\", \"level\": -1}]",
		       "line 1: level: it is no whole number from 0 to 1000000");
	expect_refused("[{\"kind\": \"heading\", \"label\": 1}]",
		       "line 1: label: it is a number, not a text");
	expect_refused("[{\"kind\": \"heading\", \"rows\": 1}]", "line 1: rows: unknown key");
	expect_refused("[{\"kind\": \"grid\"}]", "line 1: a grid has a list of \"rows\"");
	expect_refused("[{\"kind\": \"grid\", \"rows\": {}}]",
		       "line 1: a grid has a list of \"rows\"");
	expect_refused("[{\"kind\": \"grid\", \"name\": 1, \"rows\": []}]",
		       "line 1: name: it is a number, not a text");
	expect_refused("[{\"kind\": \"grid\", \"head_rows\": \"1\", \"rows\": []}]",
		       "line 1: head_rows: it is no whole number from 0 to 1000000");
	expect_refused("[{\"kind\": \"grid\", \"hed_rows\": 1, \"rows\": []}]",
		       "line 1: hed_rows: unknown key; did you mean 'head_rows'?");
	expect_refused("[{\"kind\": \"grid\", \"head_columns\": -1, \"rows\": []}]",
		       "line 1: head_columns: it is no whole number from 0 to 1000000");
	expect_refused("[{\"kind\": \"grid\", \"column\": -1, \"rows\": []}]",
		       "line 1: column: it is no whole number from 0 to 1000000");
	expect_refused("[{\"kind\": \"text\", \"place\": 1}]",
		       "line 1: place: it is a number, not a text");
	expect_refused("[{\"kind\": \"grid\", \"rows\": [7]}]",
		       "line 1: a row is a list of cells, or an object with \"cells\"");
	expect_refused("[{\"kind\": \"grid\", \"rows\": [{}]}]",
		       "line 1: a row is a list of cells, or an object with \"cells\"");
	expect_refused("[{\"kind\": \"grid\", \"rows\": [{\"cells\": [], \"line\": []}]}]",
		       "line 1: line: it is no whole number from 0 to 1000000");
	expect_refused("[{\"kind\": \"grid\", \"rows\": [{\"cell\": []}]}]",
		       "line 1: cell: unknown key; did you mean 'cells'?");
	expect_refused("[{\"kind\": \"grid\", \"rows\": [[[]]]}]", "line 1: a cell is a list");
	/* nothing of a key steers a terminal */
	expect_refused("[{\"kind\": \"text\", \"\\u001b[31m\": 1}]",
		       "line 1: \\x1b[31m: unknown key");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_is_any_value_and_has_the_place_of_what_stands_around_it),
		cmocka_unit_test(nothing_is_handed_on_behind_a_limit),
		cmocka_unit_test(what_has_another_kind_than_its_key_is_refused),
		cmocka_unit_test(what_is_no_row_grid_or_block_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
