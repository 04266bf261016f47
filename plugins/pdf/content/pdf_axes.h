/* SPDX-License-Identifier: MIT */
/*
 * pdf_axes - which product stands in which column of the table, or in which row where it is turned.
 *
 * Products that are pinned come first, in every group of products; where a group repeats them they are
 * on paper alone, as all that is repeated.  In a table that is turned the features stand side by side,
 * and each group of them has all products.  Fact sheets are never turned.
 */
#ifndef MESHREPORT_PDF_AXES_H
#define MESHREPORT_PDF_AXES_H

#include "pdf/content/pdf_model.h"

/* Reads the wishes of the options; 0, 1 after a message, -1 without memory. */
int pdf_axes_make(struct pdf_book *book);
bool pdf_axes_is_turned(const struct pdf_book *book, const struct pdf_table *table);
/* The product in column `i` of a table, or the feature where it is turned. */
uint32_t pdf_axes_column(const struct pdf_book *book, const struct pdf_table *table, uint32_t i);
/* Where in the matrix the cell of a row in column `i` is. */
struct pdf_at {
	uint32_t row, col;
};
struct pdf_at pdf_axes_spot(const struct pdf_book *book, const struct pdf_row *row, uint32_t i);
const struct mr_cell *pdf_axes_cell(const struct pdf_book *book, const struct pdf_row *row,
				    uint32_t i);
/* Whether a row is one of cells: a feature's, or a product's. */
bool pdf_axes_has_cells(const struct pdf_row *row);
/* The head of a column as a block of book->store: one line for a slanted head, or an upright one. */
struct pdf_block pdf_axes_slanted(struct pdf_book *book, uint32_t column);
struct pdf_block pdf_axes_head(struct pdf_book *book, uint32_t column);
/* Whether column `i` is one that is pinned, and whether it stands in a group before, too. */
bool pdf_axes_is_pinned(const struct pdf_table *table, uint32_t i);
bool pdf_axes_is_repeated(const struct pdf_table *table, uint32_t i);

#endif
