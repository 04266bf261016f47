/* SPDX-License-Identifier: MIT */
/*
 * docx_cell - one cell of the comparison: status, words, parts, marks, version, sources, date.
 */
#ifndef MESHREPORT_DOCX_CELL_H
#define MESHREPORT_DOCX_CELL_H

#include "docx/docx_book.h"

/* The ground of a status as hexadecimal digits, null for none. */
const char *docx_cell_ground(const struct docx_book *book, uint32_t like, char digits[8]);

/* The character style of what a status counts as. */
const char *docx_cell_style(uint32_t like);

/*
 * The value of a cell of `m` within a paragraph, in the signs and labels of that edition, without marks of notes, which are
 * numbered apart.
 */
void docx_cell_value(struct docx_book *book, const struct mr_matrix *m, const struct mr_cell *cell);

/* All that the cell of the table says, within its paragraph. */
void docx_cell_put(struct docx_book *book, uint32_t row, uint32_t col);

#endif
