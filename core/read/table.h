/* SPDX-License-Identifier: MIT */
/*
 * table - one grid as the interpreter looks at it: lines of features by items of products, whichever way
 * round it stands in the file.
 *
 * `n_head` lines tell what the items are called, `n_stub` items what the lines are called.  In a table with
 * products in rows, lines are the columns of the file and items its rows.
 */
#ifndef MESHREPORT_CORE_TABLE_H
#define MESHREPORT_CORE_TABLE_H

#include "read/reading.h"

enum table_line {
	TABLE_BODY,
	TABLE_BLANK, /* nothing in it */
	TABLE_SECTION, /* words in its first field alone */
	TABLE_MAYBE_SECTION, /* the same without emphasis or dashes: as well a feature of which nothing is stated */
	TABLE_HEAD /* the head again */
};

struct table {
	const struct grid *grid;
	uint32_t index; /* of the file's grids */
	uint32_t n_head_rows,
		n_stub_columns; /* as it stands in the file; 1 at least where it has a field */
	uint32_t first_head_row; /* rows above are a title of the table */
	bool has_no_head; /* what stood for it was answers */
	uint32_t n_rows_added; /* before the first of the file: a head that it lacks */
	uint32_t n_left_out; /* columns of the file before the first: numbers of rows */
	bool is_grouped; /* the first of two stub columns names categories, by its head */
	bool in_rows; /* products are the rows */
	const uint8_t *rows; /* enum table_line, by row of the file */
};

/* Finds head rows and stub columns and tells the rows apart; products are taken to be in columns. */
void table_init(struct table *table, struct reading *reading, uint32_t index);

static inline uint32_t table_n_lines(const struct table *table)
{
	return table->in_rows ? table->grid->n_columns : table->grid->n_rows;
}

static inline uint32_t table_n_items(const struct table *table)
{
	return table->in_rows ? table->grid->n_rows : table->grid->n_columns;
}

/* Lines before the first of the body, items before the first product. */
static inline uint32_t table_first_line(const struct table *table)
{
	return table->in_rows ? table->n_stub_columns : table->n_head_rows;
}

static inline uint32_t table_first_item(const struct table *table)
{
	return table->in_rows ? table->n_head_rows : table->n_stub_columns;
}

/* The cell at a line and an item; null for an empty field. */
static inline const struct grid_cell *table_at(const struct reading *reading,
					       const struct table *table, uint32_t line,
					       uint32_t item)
{
	return table->in_rows ? grid_field(reading->file, table->grid, item, line)
			      : grid_field(reading->file, table->grid, line, item);
}

/* Whether the row of the file is one of the body. */
static inline bool table_is_body(const struct table *table, uint32_t row)
{
	return table->rows[row] == TABLE_BODY || table->rows[row] == TABLE_MAYBE_SECTION;
}

/* The name that the head lines give an item ("group: name"), or the stub items a line. */
const struct inline_text *table_name_item(struct reading *reading, const struct table *table,
					  uint32_t item);

/* Per cent of the filled body fields that are statuses, and how many of both there are. */
unsigned table_share(struct reading *reading, const struct table *table, size_t *out_statuses,
		     size_t *out_filled);

/* Whether the words are dashes or dots only: a field that says nothing. */
bool table_is_dashes(const struct inline_text *text);

#endif
