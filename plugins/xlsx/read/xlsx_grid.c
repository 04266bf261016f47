/* SPDX-License-Identifier: MIT */
#include "xlsx/read/xlsx_grid.h"

static uint32_t head_count(uint32_t frozen, uint32_t first)
{
	/* a pane of half a sheet is no head */
	return frozen > first && frozen - first <= 5 ? frozen - first : 0;
}

/* One cell, which in a workbook of ours says more than its letters. */
static void put_cell(struct mr_source *source, const struct xlsx_cell *at,
		     const struct xlsx_cells *cells, struct mr_grid_cell *cell)
{
	cell->text = cells->letters.at + at->text;
	cell->note = cells->letters.at + at->note;
	source->cell(source, cell);
}

static void put_own(struct xlsx_book *book, struct xlsx_own *own, const struct xlsx_cell *at,
		    const struct xlsx_cells *cells, struct mr_grid_cell *cell)
{
	struct out text, comment;

	out_to_memory(&text, 0);
	out_to_memory(&comment, 0);
	cell->hint = xlsx_own_cell(own, at, cells, xlsx_book_style(book, at->style).code, &text,
				   &comment);
	cell->text = out_at(&text);
	cell->note = out_at(&comment);
	book->package->source->cell(book->package->source, cell);
	out_release(&text);
	out_release(&comment);
}

static uint32_t first_column(const struct xlsx_cells *cells)
{
	uint32_t column = XLSX_COLUMNS;

	for (size_t i = 0; i < cells->n; i++)
		if (cells->at[i].column < column)
			column = cells->at[i].column;
	return column;
}

void xlsx_grid_put(struct xlsx_book *book, const struct xlsx_sheet_entry *entry,
		   const struct xlsx_cells *cells, struct xlsx_own *own)
{
	struct mr_source *source = book->package->source;
	uint32_t row = cells->n ? cells->at[0].row : 0, column = first_column(cells);
	/* we name the sheet like the workbook, as far as there is room */
	struct mr_grid grid = {.name = own ? "" : entry->name};
	struct out name;

	out_to_memory(&name, 0);
	xlsx_cells_name(&name, entry->name, row, cells->n ? column : 0);
	grid.place.name = out_at(&name);
	grid.n_head_rows = head_count(cells->frozen_rows, row);
	grid.n_head_columns = head_count(cells->frozen_columns, column);
	source->grid(source, &grid);
	for (size_t i = 0; i < cells->n && !source->failed; i++) {
		const struct xlsx_cell *at = &cells->at[i];
		bool is_hidden = at->in_hidden_row || cells->is_hidden_column[at->column];
		struct mr_grid_cell cell = {.row = at->row - row,
					    .column = at->column - column,
					    .row_span = at->row_span,
					    .column_span = at->column_span,
					    .flags = (at->is_boolean ? MR_GRID_BOOLEAN : 0u) |
						     (is_hidden ? MR_GRID_HIDDEN : 0u)};

		if (at->row_span == 0)
			continue;
		xlsx_cells_name(&name, entry->name, at->row, at->column);
		cell.place.name = out_at(&name);
		if (own)
			put_own(book, own, at, cells, &cell);
		else
			put_cell(source, at, cells, &cell);
	}
	out_release(&name);
}
