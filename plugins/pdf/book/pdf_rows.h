/* SPDX-License-Identifier: MIT */
/*
 * pdf_rows - what the document consists of, as rows, and how high each is.
 */
#ifndef MESHREPORT_PDF_ROWS_H
#define MESHREPORT_PDF_ROWS_H

#include "pdf/content/pdf_model.h"

/* What the document consists of, and room for the slots of each row.  0, or -1 without memory. */
int pdf_rows_make(struct pdf_book *book);
/* enum pdf_row_kind of the head of a table. */
uint8_t pdf_rows_head(const struct pdf_table *table);

/* Whether a row of book->rows begins a page, for what stands before it or for the summary's sake. */
bool pdf_rows_begins_page(const struct pdf_book *book, const struct pdf_row *row);
/* What is free above a row that does not begin a page. */
float pdf_rows_gap(const struct pdf_book *book, const struct pdf_row *row);
float pdf_rows_height(struct pdf_book *book, const struct pdf_row *row);
/*
 * Whether a row of features is the first of a category without a name that follows another: it
 * stands apart, since no heading does.
 */
bool pdf_rows_begins_nameless(const struct pdf_book *book, const struct pdf_row *row);
/*
 * The notes whose marks stand in a row, into `out`, or only their number where it is null.  A head or
 * category that is repeated has them at its first place.
 */
uint32_t pdf_rows_notes(const struct pdf_book *book, const struct pdf_row *row, uint32_t *out);
/* Height of the pictures above the names in a head. */
float pdf_rows_logo_height(const struct pdf_book *book, const struct pdf_table *table);

#endif
