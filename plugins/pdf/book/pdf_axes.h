/* SPDX-License-Identifier: MIT */
/*
 * pdf_axes - which product stands in which column of the table.
 *
 * Products that are pinned come first, in every group of products; where a group repeats them they are
 * on paper alone, as all that is repeated.
 */
#ifndef MESHREPORT_PDF_AXES_H
#define MESHREPORT_PDF_AXES_H

#include "pdf/book/pdf_model.h"

/* Reads the wishes of the options; 0, 1 after a message, -1 without memory. */
int pdf_axes_make(struct pdf_book *book);
/* The product in column `i` of a table. */
uint32_t pdf_axes_product(const struct pdf_book *book, const struct pdf_table *table, uint32_t i);
/* Whether column `i` is one that is pinned, and whether it stands in a group before, too. */
bool pdf_axes_is_pinned(const struct pdf_table *table, uint32_t i);
bool pdf_axes_is_repeated(const struct pdf_table *table, uint32_t i);

#endif
