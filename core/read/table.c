/* SPDX-License-Identifier: MIT */
#include "read/table.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/folded.h"
#include "read/arrange.h"
#include "read/groups.h"
#include "read/marks.h"
#include "words/hints.h"
#include "words/names.h"

#include <string.h>

static const struct inline_text *words_at(struct reading *reading, const struct table *table,
					  uint32_t row, uint32_t column)
{
	return reading_cell(reading, grid_field(reading->file, table->grid, row, column));
}

static bool is_blank(struct reading *reading, const struct table *table, uint32_t row,
		     uint32_t column)
{
	const struct grid_cell *cell = grid_field(reading->file, table->grid, row, column);
	const struct inline_text *text = reading_cell(reading, cell);

	return text->n == 0 && !text->has_image &&
	       !(cell && hints_status(&reading->vocabulary, cell->hint, true) != VOCABULARY_NONE);
}

bool table_is_dashes(const struct inline_text *text)
{
	size_t length, n = 0;

	for (size_t at = 0; at < text->n; at += length, n++) {
		uint32_t c =
			folded_code_point(utf8_decode(text->words + at, text->n - at, &length));

		if (c != '-' && c != '.' && c != 0x2026 && c != '=' && c != '_' && c != 0x2500)
			return false;
	}
	return n >= 2;
}

/* ---- head rows */

/* How many fields of a row say something. */
static uint32_t n_filled(struct reading *reading, const struct table *table, uint32_t row)
{
	const struct grid_cell *before = NULL, *cell;
	uint32_t n = 0;

	for (uint32_t column = 0; column < table->grid->n_columns; column++) {
		cell = grid_field(reading->file, table->grid, row, column);
		if (cell && cell != before && !is_blank(reading, table, row, column))
			n++;
		before = cell;
	}
	return n;
}

/* Whether the file calls every filled field of the row a head. */
static bool is_head_row(struct reading *reading, const struct table *table, uint32_t row)
{
	uint32_t n = 0;

	for (uint32_t column = 0; column < table->grid->n_columns; column++) {
		const struct grid_cell *cell = grid_field(reading->file, table->grid, row, column);

		if (!cell || (cell->text[0] == '\0' && !(cell->flags & MR_GRID_HEAD)))
			continue;
		if (!(cell->flags & MR_GRID_HEAD))
			return false;
		n++;
	}
	return n >= 2;
}

/* A row of pictures without words, or none at all but for the first. */
static bool is_pictures(struct reading *reading, const struct table *table, uint32_t row)
{
	uint32_t n = 0;

	for (uint32_t column = 1; column < table->grid->n_columns; column++) {
		const struct inline_text *text = words_at(reading, table, row, column);

		if (text->n == 0 && !text->has_image)
			continue;
		if (!text->has_image || !(text->n == 0 || inline_is_all(text, INLINE_IMAGE)))
			return false;
		n++;
	}
	return n > 0;
}

/* Whether a row repeats names under pictures: an empty first field, words in all others, no status. */
static bool is_names(struct reading *reading, const struct table *table, uint32_t row)
{
	if (row >= table->grid->n_rows || !is_blank(reading, table, row, 0))
		return false;
	for (uint32_t column = 1; column < table->grid->n_columns; column++) {
		const struct inline_text *text = words_at(reading, table, row, column);

		if (text->n == 0 ||
		    vocabulary_find(&reading->vocabulary, text->words, text->n).status !=
			    VOCABULARY_NONE)
			return false;
	}
	return true;
}

/* Whether the row is one cell over the whole width: a title in the table. */
static bool is_title(struct reading *reading, const struct table *table, uint32_t row)
{
	const struct grid_cell *cell = grid_field(reading->file, table->grid, row, 0);

	return table->grid->n_columns > 2 && n_filled(reading, table, row) <= 1 && cell &&
	       cell->text[0] && (cell->column_span > 1 || table->grid->n_head_rows == 0);
}

/*
 * Whether the row says one thing alone, not in its first field, and a head comes after it: three fields at least, or
 * behind a blank row.  As workbooks have it that were made to be looked at.
 */
static bool is_lone_title(struct reading *reading, const struct table *table, uint32_t row)
{
	uint32_t next = row + 1;

	if (table->grid->n_head_rows || table->grid->n_columns < 3 ||
	    n_filled(reading, table, row) != 1)
		return false;
	while (next < table->grid->n_rows && n_filled(reading, table, next) == 0)
		next++;
	return next < table->grid->n_rows &&
	       n_filled(reading, table, next) >= (next > row + 1 ? 2 : 3);
}

static void find_head(struct table *table, struct reading *reading)
{
	const struct grid_cell *corner;
	uint32_t n_rows = table->grid->n_rows, row = 0, last, end;

	/* a file without any marks of heads may begin with empty rows */
	while (row + 2 < n_rows &&
	       (is_title(reading, table, row) || is_lone_title(reading, table, row) ||
		n_filled(reading, table, row) == 0))
		row++;
	table->first_head_row = row;
	last = table->grid->n_head_rows > row ? table->grid->n_head_rows : row;
	if (last == row) {
		while (last < n_rows && is_head_row(reading, table, last))
			last++;
	}
	/* the corner tells how far the head goes down */
	corner = grid_field(reading->file, table->grid, row, 0);
	if (corner && corner->row + corner->row_span > last)
		last = corner->row + corner->row_span;
	/* a row of heads from the left to the right is a table of heads: one row tells */
	if (last >= n_rows || last == row)
		last = row + 1;
	/* blank rows below heads are none; a head that is blank has its names in the next row */
	for (end = last; end > row && n_filled(reading, table, end - 1) == 0; end--)
		;
	if (end > row)
		last = end;
	while (last < n_rows && n_filled(reading, table, last - 1) == 0)
		last++;
	if (is_pictures(reading, table, last - 1) && is_names(reading, table, last))
		last++;
	table->n_head_rows = last < n_rows ? last : n_rows;
}

/* ---- stub columns */

/* Whether the column goes on in the second one: groups in the first, names in the second. */
static bool has_groups(struct reading *reading, const struct table *table)
{
	const struct grid *grid = table->grid;
	uint32_t n_rows = 0, n_gone_on = 0, n_named = 0, n_marked = 0;
	bool is_headless =
		grid->n_columns > 1 && words_at(reading, table, table->n_head_rows - 1, 1)->n == 0;

	if (grid->n_columns < 4)
		return false;
	for (uint32_t row = table->n_head_rows; row < grid->n_rows; row++) {
		const struct grid_cell *first = grid_field(reading->file, grid, row, 0);
		const struct grid_cell *second = grid_field(reading->file, grid, row, 1);
		const struct inline_text *text = reading_cell(reading, second);

		if (n_filled(reading, table, row) < 2 || first == second)
			continue;
		n_rows++;
		n_gone_on += is_blank(reading, table, row, 0) || (first && first->row < row);
		n_named += text->n != 0 &&
			   vocabulary_find(&reading->vocabulary, text->words, text->n).status ==
				   VOCABULARY_NONE;
		n_marked += second && (second->flags & MR_GRID_HEAD);
	}
	return n_rows >= 3 && n_gone_on * 4 >= n_rows && n_named == n_rows &&
	       (is_headless || n_marked * 10 >= n_rows * 9);
}

/* ---- rows */

/* Whether all words are strong, or in italics; marks of notes behind them are not. */
static bool is_emphasized(struct reading *reading, const struct inline_text *name)
{
	const struct inline_text *bare =
		inline_without(&reading->pool, name, INLINE_REFERENCE | INLINE_RAISED);

	return bare && (inline_is_all(bare, INLINE_STRONG) || inline_is_all(bare, INLINE_EMPHASIS));
}

/* Whether row and head have the same words behind the first field. */
static bool repeats_head(struct reading *reading, const struct table *table, uint32_t row)
{
	uint32_t n = 0;

	for (uint32_t column = table->n_stub_columns; column < table->grid->n_columns; column++) {
		const struct inline_text *text = words_at(reading, table, row, column);
		const struct inline_text *head =
			words_at(reading, table, table->n_head_rows - 1, column);

		if (text->n == 0 && head->n == 0)
			continue;
		if (strcmp(text->words, head->words) != 0)
			return false;
		n++;
	}
	return n >= 1;
}

/* Whether it is words and no sign or operator: three letters in a row, or two of a script that has some for words. */
static bool has_words(const struct inline_text *text)
{
	enum { FIRST_IDEOGRAM = 0x2e80 };
	size_t length;
	unsigned n = 0;

	for (size_t at = 0; at < text->n && n < 3; at += length) {
		uint32_t c = utf8_decode(text->words + at, text->n - at, &length);

		n = c < 0x80              ? (ascii_is_letter((char)c) ? n + 1 : 0)
		    : folded_is_sign(c)   ? 0
		    : c >= FIRST_IDEOGRAM ? n + 2
					  : n + 1;
	}
	return n >= 3;
}

static enum table_line row_kind(struct reading *reading, const struct table *table, uint32_t row)
{
	const struct grid_cell *first = grid_field(reading->file, table->grid, row, 0), *cell;
	const struct inline_text *name = reading_cell(reading, first), *text;
	uint32_t n_blank = 0, n_alike = 0, n_repeats = 0, n = table->grid->n_columns - 1;

	for (uint32_t column = 1; column <= n; column++) {
		cell = grid_field(reading->file, table->grid, row, column);
		text = reading_cell(reading, cell);
		if (cell && cell == first)
			n_alike++;
		else if (is_blank(reading, table, row, column))
			n_blank++;
		else if (table_is_dashes(text))
			n_alike++;
		else if (name->n && strcmp(text->words, name->words) == 0)
			n_repeats++;
	}
	if (repeats_head(reading, table, row))
		return TABLE_HEAD;
	if (name->n == 0)
		return n_blank + n_alike == n || is_pictures(reading, table, row) ? TABLE_BLANK
										  : TABLE_BODY;
	/* a merged cell that became one cell each: words, in all columns */
	if (n_repeats == n && n >= 2 && has_words(name))
		return TABLE_SECTION;
	if (n_blank + n_alike < n || n == 0)
		return TABLE_BODY;
	if (n_alike || is_emphasized(reading, name))
		return TABLE_SECTION;
	return TABLE_MAYBE_SECTION;
}

/* Notes that stand in the last rows of the table are no rows of it. */
static void settle_notes(struct reading *reading, const struct table *table, uint8_t *rows)
{
	for (uint32_t row = table->grid->n_rows; row-- > table->n_head_rows;) {
		if ((rows[row] != TABLE_SECTION && rows[row] != TABLE_MAYBE_SECTION) ||
		    !marks_is_note(words_at(reading, table, row, 0)))
			return;
		rows[row] = TABLE_BLANK;
	}
}

/*
 * Rows with nothing but a plain name are sections where they stand before others and are few in a table
 * that is filled, or fewer than half of one that is mostly filled.
 */
static void settle_maybes(struct reading *reading, const struct table *table, uint8_t *rows)
{
	uint32_t n = 0, n_body = 0, n_firsts = 0;
	uint64_t filled = 0, fields;

	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		n += rows[row] == TABLE_MAYBE_SECTION;
		n_body += rows[row] == TABLE_BODY;
		filled += rows[row] == TABLE_BODY ? n_filled(reading, table, row) : 0;
		n_firsts += row + 1 < table->grid->n_rows && rows[row] == TABLE_MAYBE_SECTION &&
			    rows[row + 1] == TABLE_BODY;
	}
	fields = (uint64_t)n_body * table->grid->n_columns;
	/* the fuller the table, the more a row without a word is none of its rows */
	if (n == 0 || n_firsts < n ||
	    !((n * 3 <= n_body && filled * 3 >= fields) ||
	      (n * 2 <= n_body && filled * 4 >= fields * 3)))
		return;
	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		if (rows[row] == TABLE_MAYBE_SECTION)
			rows[row] = TABLE_SECTION;
	}
}

/*
 * A class that the first cells of sections have and those of full rows have not makes sections also of rows
 * with a word here and there (names of editions, say).
 */
static void settle_classes(struct reading *reading, const struct table *table, uint8_t *rows)
{
	struct strset sections, others;
	const struct grid_cell *cell;

	strset_init(&sections);
	strset_init(&others);
	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		bool is_full = n_filled(reading, table, row) * 2 > table->grid->n_columns;

		cell = grid_field(reading->file, table->grid, row, 0);
		if (!cell || cell->hint[0] == '\0' || cell->text[0] == '\0')
			continue;
		if ((rows[row] == TABLE_SECTION &&
		     strset_put(&sections, cell->hint, strlen(cell->hint)) == STRSET_NONE) ||
		    (is_full && strset_put(&others, cell->hint, strlen(cell->hint)) == STRSET_NONE))
			reading->failed = true;
	}
	for (uint32_t row = table->n_head_rows; sections.n && row < table->grid->n_rows; row++) {
		cell = grid_field(reading->file, table->grid, row, 0);
		if (cell && cell->text[0] && table_is_body(table, row) &&
		    strset_find(&sections, cell->hint, strlen(cell->hint)) != STRSET_NONE &&
		    strset_find(&others, cell->hint, strlen(cell->hint)) == STRSET_NONE)
			rows[row] = TABLE_SECTION;
	}
	strset_release(&sections);
	strset_release(&others);
}

void table_init(struct table *table, struct reading *reading, uint32_t index)
{
	uint8_t *rows;

	*table = (struct table){.grid = grid_at(reading->file, index), .index = index};
	rows = arena_array(&reading->arena, (size_t)table->grid->n_rows + 1, sizeof(*rows));
	table->rows = rows;
	if (!rows || table->grid->n_rows == 0)
		return;
	find_head(table, reading);
	arrange_head(table, reading);
	arrange_columns(table, reading);
	table->n_stub_columns = table->grid->n_head_columns ? table->grid->n_head_columns : 1;
	if (table->n_stub_columns >= table->grid->n_columns)
		table->n_stub_columns = 1;
	table->is_grouped = table->n_stub_columns <= 2 && groups_are_first(reading, table);
	if (table->is_grouped || (table->n_stub_columns == 1 && has_groups(reading, table)))
		table->n_stub_columns = 2;
	for (uint32_t row = 0; row < table->grid->n_rows; row++)
		rows[row] = row < table->n_head_rows ? TABLE_HEAD
						     : (uint8_t)row_kind(reading, table, row);
	settle_notes(reading, table, rows);
	settle_maybes(reading, table, rows);
	settle_classes(reading, table, rows);
}

/* ---- names */

const struct inline_text *table_name_item(struct reading *reading, const struct table *table,
					  uint32_t item)
{
	const struct inline_text *name = reading_cell(reading, NULL), *next;
	uint32_t first = table->in_rows ? 0 : table->first_head_row;
	uint32_t end = table_first_line(table);
	const struct grid_cell *before = NULL, *cell;

	for (uint32_t line = first; line < end; line++) {
		cell = table_at(reading, table, line, item);
		if (!cell || cell == before)
			continue;
		/* what spans all of the table is a title, no name */
		if (!table->in_rows && cell->column_span + 1 >= table->grid->n_columns &&
		    table->grid->n_columns > 2)
			continue;
		before = cell;
		next = reading_one_line(
			reading, names_without_echo(&reading->pool, reading_cell(reading, cell)));
		if (next->n == 0 || (name->n && strcmp(name->words, next->words) == 0))
			continue;
		/* names under pictures say what these show */
		if (name->n == 0 || inline_is_all(name, INLINE_IMAGE))
			name = next;
		else
			name = inline_join(&reading->pool, name, ": ", next);
		if (!name)
			return reading_cell(reading, NULL);
	}
	return name;
}

/* ---- statuses */

unsigned table_share(struct reading *reading, const struct table *table, size_t *out_statuses,
		     size_t *out_filled)
{
	size_t filled = 0, statuses = 0, length;

	for (uint32_t row = table->n_head_rows; row < table->grid->n_rows; row++) {
		if (!table_is_body(table, row))
			continue;
		for (uint32_t column = table->n_stub_columns; column < table->grid->n_columns;
		     column++) {
			const struct inline_text *text = words_at(reading, table, row, column);

			if (text->n == 0)
				continue;
			filled++;
			statuses +=
				vocabulary_find(&reading->vocabulary, text->words, text->n).status <
					VOCABULARY_TEXT ||
				vocabulary_begin(&reading->vocabulary, text->words, text->n,
						 &length)
						.status < VOCABULARY_TEXT;
		}
	}
	*out_statuses = statuses;
	*out_filled = filled;
	return filled ? (unsigned)(100 * statuses / filled) : 0;
}
