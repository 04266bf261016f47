/* SPDX-License-Identifier: MIT */
/*
 * grid - a file of other people's, as a reader found it: blocks of words and grids of cells, in order.
 *
 * Filled by calls, one a block, grid or cell, with the records of the contract (plugin.h, "reading"), and
 * read by the interpreter.  It decides nothing.  What it is handed is checked as a stranger's: text must
 * be UTF-8 without control characters, fields may be covered once, sizes stay within the limits.  The
 * first call that is refused leaves its reason in `why` and every later one returns -1.
 *
 * Ownership: texts are copied; everything lives until grid_release().  The zero value is an empty file.
 */
#ifndef MESHREPORT_CORE_GRID_H
#define MESHREPORT_CORE_GRID_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/strset.h"
#include "base/vec.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Bounds; those of reading in the YAML reader's words: `text` its `scalar`, `columns` its `products` and
 * some for heads, `fields` its `cells`.  grid_limits_init() sets the defaults.
 */
struct grid_limits {
	uint64_t text; /* bytes of one text, hint or note */
	uint64_t bytes; /* of all texts */
	uint64_t columns; /* of one grid, and, turned round, rows */
	uint64_t fields; /* rows by columns of one grid, and of all of them */
	uint64_t blocks; /* blocks and grids */
};

void grid_limits_init(struct grid_limits *limits);

struct grid_cell {
	uint32_t row, column;
	uint32_t row_span, column_span; /* at least 1, cut to the grid */
	uint32_t flags; /* enum mr_grid_cell_flag */
	const char *text, *hint, *note; /* never null */
	struct place place;
};

struct grid_block {
	enum mr_block_kind kind;
	uint32_t level;
	uint32_t n_grids_before; /* grids that stand above it */
	const char *label, *text; /* never null */
	struct place place;
};

struct grid {
	const char *name; /* "" without */
	uint32_t n_head_rows, n_head_columns; /* as the file says; 0: nothing said */
	uint32_t n_rows, n_columns; /* up to the last cell */
	size_t first_cell, n_cells; /* of grid_file.cells */
	size_t n_blocks_before; /* blocks that stand above it */
	/* n_rows by n_columns: 1 + the index of the cell in `cells` that covers the field, 0 for none. */
	const uint32_t *fields;
	struct place place;
};

struct grid_file {
	struct arena arena;
	struct vec blocks; /* struct grid_block */
	struct vec grids; /* struct grid */
	struct vec cells; /* struct grid_cell */
	struct strset names; /* of places: see grid_place_name() */
	struct grid_limits limits;
	uint64_t n_bytes, n_fields;
	bool has_names, is_open, failed, out_of_memory;
	char why[160]; /* after a failure, a sentence without a full stop */
	struct place where; /* of it */
};

/* Null limits: the defaults. */
void grid_init(struct grid_file *file, const struct grid_limits *limits);
void grid_release(struct grid_file *file);

/* Each 0, or -1 with `why` set; null texts count as "". */
int grid_block(struct grid_file *file, const struct mr_block *block);
int grid_begin(struct grid_file *file, const struct mr_grid *grid);
int grid_cell(struct grid_file *file, const struct mr_grid_cell *cell);

/* Ends the file: the fields of the last grid are known only now. */
int grid_end(struct grid_file *file);

/*
 * The name of a place without a line (its column is PLACE_NAMED, its line numbers the name), "" for one of
 * lines.  The numbers are those that load_named_place() gives when it is told the names in their order.
 */
struct place grid_place(struct grid_file *file, const struct mr_place *place);
const char *grid_place_name(const struct grid_file *file, struct place place);

/* "Sheet1!C7", "42:17", or "" for a place that is not known: what stands behind "FILE:" in messages. */
void grid_put_place(struct buf *out, const struct grid_file *file, struct place place);

static inline const struct grid *grid_at(const struct grid_file *file, size_t index)
{
	return VEC_AT(struct grid, file->grids, index);
}

/* The cell that covers a field of the grid, null for none. */
static inline const struct grid_cell *grid_field(const struct grid_file *file,
						 const struct grid *grid, uint32_t row,
						 uint32_t column)
{
	uint32_t cell = grid->fields[(size_t)row * grid->n_columns + column];

	return cell ? VEC_AT(struct grid_cell, file->cells, cell - 1) : NULL;
}

#endif
