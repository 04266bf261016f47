/* SPDX-License-Identifier: MIT */
#include "read/grid.h"

#include "base/mem.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void grid_limits_init(struct grid_limits *limits)
{
	*limits = (struct grid_limits){.text = 1 << 20,
				       .bytes = UINT64_C(256) << 20,
				       .columns = 2100,
				       .fields = 10000000,
				       .blocks = 1000000};
}

void grid_init(struct grid_file *file, const struct grid_limits *limits)
{
	*file = (struct grid_file){0};
	strset_init(&file->names);
	if (limits)
		file->limits = *limits;
	else
		grid_limits_init(&file->limits);
}

void grid_release(struct grid_file *file)
{
	arena_release(&file->arena);
	vec_release(&file->blocks);
	vec_release(&file->grids);
	vec_release(&file->cells);
	strset_release(&file->names);
	*file = (struct grid_file){0};
}

/* ---- refusing */

static int refuse(struct grid_file *file, struct place where, const char *format, ...)
	MR_PRINTF(3, 4);

static int refuse(struct grid_file *file, struct place where, const char *format, ...)
{
	va_list arguments;

	if (!file->failed) {
		va_start(arguments, format);
		diag_vwrite(file->why, sizeof(file->why), format, arguments);
		va_end(arguments);
		file->where = where;
	}
	file->failed = true;
	return -1;
}

static int refuse_memory(struct grid_file *file)
{
	file->out_of_memory = true;
	return refuse(file, (struct place){0, 0}, "out of memory");
}

/* ---- texts and places */

struct place grid_place(struct grid_file *file, const struct mr_place *place)
{
	uint32_t name, column = place->line ? place->column : 0;

	/* what a stranger says is no number of a name, however it looks */
	if (!place->name || place->name[0] == '\0')
		return (struct place){place->line,
				      column == PLACE_NAMED ? PLACE_NAMED - 1 : column};
	name = strset_put(&file->names, place->name, strlen(place->name));
	if (name == STRSET_NONE) {
		refuse_memory(file);
		return (struct place){0, 0};
	}
	file->has_names = true;
	return (struct place){name + 1, PLACE_NAMED};
}

const char *grid_place_name(const struct grid_file *file, struct place place)
{
	if (place.column != PLACE_NAMED || place.line == 0 || place.line > file->names.n)
		return "";
	return file->names.at[place.line - 1].at;
}

void grid_put_place(struct buf *out, const struct grid_file *file, struct place place)
{
	if (place.column == PLACE_NAMED)
		buf_put_text(out, grid_place_name(file, place));
	else if (place.line)
		buf_printf(out, "%lu:%lu", (unsigned long)place.line, (unsigned long)place.column);
}

/* A copy of `text`, "" for null; null after a refusal. */
static const char *text_of(struct grid_file *file, struct place place, const char *text)
{
	size_t n = text ? strlen(text) : 0;
	const char *copy;

	if (n == 0)
		return "";
	file->n_bytes += n;
	if (n > file->limits.text) {
		refuse(file, place, "a text is longer than %lu bytes",
		       (unsigned long)file->limits.text);
		return NULL;
	}
	if (file->n_bytes > file->limits.bytes) {
		refuse(file, place, "the texts are longer than %lu bytes",
		       (unsigned long)file->limits.bytes);
		return NULL;
	}
	if (!utf8_is_valid(text, n) || utf8_find_control(text, n) != UTF8_INVALID) {
		refuse(file, place, "a text is not UTF-8 or has control characters");
		return NULL;
	}
	copy = arena_copy(&file->arena, text, n);
	if (!copy)
		refuse_memory(file);
	return copy;
}

/* ---- filling */

static int count_block(struct grid_file *file, struct place place)
{
	if (file->failed)
		return -1;
	if (file->blocks.n + file->grids.n >= file->limits.blocks)
		return refuse(file, place, "there are more than %lu blocks of text and tables",
			      (unsigned long)file->limits.blocks);
	return 0;
}

int grid_block(struct grid_file *file, const struct mr_block *block)
{
	struct place place = grid_place(file, &block->place);
	struct grid_block *added, made = {.kind = (enum mr_block_kind)block->kind,
					  .level = block->level,
					  .n_grids_before = (uint32_t)file->grids.n,
					  .place = place};

	if (count_block(file, place) != 0)
		return -1;
	if (block->kind > MR_BLOCK_META)
		made.kind = MR_BLOCK_TEXT;
	made.label = text_of(file, place, block->label);
	made.text = text_of(file, place, block->text);
	if (!made.label || !made.text)
		return -1;
	added = vec_add(&file->blocks, sizeof(*added));
	if (!added)
		return refuse_memory(file);
	*added = made;
	return 0;
}

/* Cuts a cell to the grid and enters it into its fields; -1 when another lies there. */
static int cover(struct grid_file *file, const struct grid *grid, uint32_t *fields, size_t index)
{
	struct grid_cell *cell = VEC_AT(struct grid_cell, file->cells, index);

	/* what says nothing may stand beyond the last cell that does */
	if (cell->row >= grid->n_rows || cell->column >= grid->n_columns)
		return 0;
	if (cell->row_span > grid->n_rows - cell->row)
		cell->row_span = grid->n_rows - cell->row;
	if (cell->column_span > grid->n_columns - cell->column)
		cell->column_span = grid->n_columns - cell->column;
	for (uint32_t row = cell->row; row < cell->row + cell->row_span; row++) {
		for (uint32_t column = cell->column; column < cell->column + cell->column_span;
		     column++) {
			uint32_t *field = &fields[(size_t)row * grid->n_columns + column];

			if (*field)
				return refuse(file, cell->place,
					      "two cells lie on one field (row %lu, column %lu)",
					      (unsigned long)row + 1, (unsigned long)column + 1);
			*field = (uint32_t)index + 1;
		}
	}
	return 0;
}

/*
 * Tells each field of the last grid which cell covers it.  Rows and columns end with the last cell that
 * says something: a sheet may have a million empty rows below.
 */
static int end_grid(struct grid_file *file)
{
	struct grid *grid;
	uint32_t *fields;
	uint64_t n;

	if (file->failed)
		return -1;
	if (!file->is_open)
		return 0;
	file->is_open = false;
	grid = VEC_AT(struct grid, file->grids, file->grids.n - 1);
	grid->n_cells = file->cells.n - grid->first_cell;
	n = (uint64_t)grid->n_rows * grid->n_columns;
	file->n_fields += n;
	if (file->n_fields > file->limits.fields)
		return refuse(
			file, grid->place,
			"there are more than %lu fields (rows by columns), the limit (--limit cells=N)",
			(unsigned long)file->limits.fields);
	fields = arena_array(&file->arena, (size_t)n + 1, sizeof(*fields));
	if (!fields)
		return refuse_memory(file);
	grid->fields = fields;
	for (size_t i = grid->first_cell; i < file->cells.n; i++) {
		if (cover(file, grid, fields, i) != 0)
			return -1;
	}
	return 0;
}

int grid_begin(struct grid_file *file, const struct mr_grid *grid)
{
	struct place place = grid_place(file, &grid->place);
	struct grid *added, made = {.n_head_rows = grid->n_head_rows,
				    .n_head_columns = grid->n_head_columns,
				    .first_cell = file->cells.n,
				    .n_blocks_before = file->blocks.n,
				    .place = place};

	if (end_grid(file) != 0 || count_block(file, place) != 0)
		return -1;
	made.name = text_of(file, place, grid->name);
	if (!made.name)
		return -1;
	added = vec_add(&file->grids, sizeof(*added));
	if (!added)
		return refuse_memory(file);
	*added = made;
	file->is_open = true;
	return 0;
}

/* Widens the grid to hold a cell; one that says nothing needs no room. */
static int widen(struct grid_file *file, struct grid *grid, const struct grid_cell *cell)
{
	uint64_t rows = (uint64_t)cell->row + cell->row_span;
	uint64_t columns = (uint64_t)cell->column + cell->column_span;

	if (!cell->text[0] && !cell->note[0] && !cell->hint[0])
		return 0;
	if (columns > file->limits.columns)
		return refuse(file, cell->place, "a table has more than %lu columns",
			      (unsigned long)file->limits.columns);
	if (rows < grid->n_rows)
		rows = grid->n_rows;
	if (columns < grid->n_columns)
		columns = grid->n_columns;
	if (rows > file->limits.fields || rows * columns > file->limits.fields)
		return refuse(
			file, cell->place,
			"there are more than %lu fields (rows by columns), the limit (--limit cells=N)",
			(unsigned long)file->limits.fields);
	grid->n_rows = (uint32_t)rows;
	grid->n_columns = (uint32_t)columns;
	return 0;
}

int grid_cell(struct grid_file *file, const struct mr_grid_cell *cell)
{
	struct place place = grid_place(file, &cell->place);
	struct grid_cell *added, made = {.row = cell->row,
					 .column = cell->column,
					 .row_span = cell->row_span ? cell->row_span : 1,
					 .column_span = cell->column_span ? cell->column_span : 1,
					 .flags = cell->flags,
					 .place = place};

	if (file->failed)
		return -1;
	if (!file->is_open)
		return refuse(file, place, "a cell stands in no table");
	made.text = text_of(file, place, cell->text);
	made.hint = text_of(file, place, cell->hint);
	made.note = text_of(file, place, cell->note);
	if (!made.text || !made.hint || !made.note ||
	    widen(file, VEC_AT(struct grid, file->grids, file->grids.n - 1), &made) != 0)
		return -1;
	if (file->cells.n >= UINT32_MAX - 1)
		return refuse(file, place, "there are too many cells");
	added = vec_add(&file->cells, sizeof(*added));
	if (!added)
		return refuse_memory(file);
	*added = made;
	return 0;
}

int grid_end(struct grid_file *file)
{
	return end_grid(file);
}
