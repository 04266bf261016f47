/* SPDX-License-Identifier: MIT */
/*
 * xlsx_cells - the cells of a sheet, gathered before they are handed over: links, merged ranges and comments are said
 * after them.
 */
#ifndef MESHREPORT_XLSX_CELLS_H
#define MESHREPORT_XLSX_CELLS_H

#include "xlsx/read/xlsx_book.h"

/* Bounds of the format (ECMA-376), and most cells with words. */
enum { XLSX_ROWS = 1048576, XLSX_COLUMNS = 16384, XLSX_CELLS = 5000000 };

struct xlsx_cell {
	uint32_t row, column; /* from 0, of the sheet */
	uint32_t row_span, column_span; /* 0: it is covered by another */
	size_t text, note; /* of `letters`; 0 for none */
	long style; /* -1 without */
	bool is_boolean, is_linked, in_hidden_row; /* or sheet */
};

struct xlsx_cells {
	struct xlsx_cell *at; /* by row, then column */
	size_t n, size;
	struct out letters; /* NUL-terminated, one behind the other, the first empty */
	uint32_t frozen_rows, frozen_columns;
	bool is_hidden_column[XLSX_COLUMNS];
};

/* "C7": row and column from 0; false for what is none. */
bool xlsx_cells_place(const char *name, uint32_t *row, uint32_t *column);
/* "A1:B2", or one cell; false for what is none. */
bool xlsx_cells_range(const char *range, uint32_t from[2], uint32_t to[2]);
/* "Sheet1!C7" */
void xlsx_cells_name(struct out *out, const char *sheet, uint32_t row, uint32_t column);

struct xlsx_cell *xlsx_cells_find(const struct xlsx_cells *cells, uint32_t row, uint32_t column);
/* The first cell that is not before a place: one behind the last where all are. */
struct xlsx_cell *xlsx_cells_behind(const struct xlsx_cells *cells, uint32_t row, uint32_t column);
void xlsx_cells_sort(struct xlsx_cells *cells);

#endif
