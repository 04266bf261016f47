/* SPDX-License-Identifier: MIT */
/*
 * pdf_sheets - how the fact sheets are set: across the body, or in two columns.
 *
 * Both are laid out.  Two columns are taken where the sheets take fewer pages so, since a sheet of half the height shares
 * its page, or as many in larger type.  Columns end with a category.  What two columns of a page do not hold stays across
 * the body.
 */
#ifndef MESHREPORT_PDF_SHEETS_H
#define MESHREPORT_PDF_SHEETS_H

#include "pdf/content/pdf_model.h"

/* Decides it for book->tables, whose rows are those of book->rows, unless book->sheets says it.  0, or -1 without memory. */
int pdf_sheets_fit(struct pdf_book *book);
/* Where a column begins, from the left edge of the body: 0 the first, 1 the second. */
float pdf_sheets_left(const struct pdf_book *book, const struct pdf_table *table, uint32_t column);

#endif
