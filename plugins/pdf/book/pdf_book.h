/* SPDX-License-Identifier: MIT */
/*
 * pdf_book - the handout as a whole, on its way from the matrix to pages.
 *
 * In this order: pdf_book_open() makes fonts and references; pdf_book_lay_out() lets
 * pdf_book_measure() choose paper, type size and columns, pdf_rows_make() list what the document
 * consists of, and pdf_book_plan() give each row its height and its page; pdf_draw() paints.  Each
 * later step only reads what the earlier ones left in the book.
 */
#ifndef MESHREPORT_PDF_BOOK_H
#define MESHREPORT_PDF_BOOK_H

#include "pdf/book/pdf_model.h"

/*
 * Paper, size, columns; `size` is the type size to use, 0 chooses.  May be called again.  0, or -1
 * without memory, or 1 after the problem was reported.
 */
int pdf_book_measure(struct pdf_book *book, float size);
/* Heights, and pages.  May be called again.  0, or -1 without memory. */
int pdf_book_plan(struct pdf_book *book);
/* Whether the last page holds so little that a smaller size might do without it. */
bool pdf_book_is_loose(const struct pdf_book *book);
/* Of a row that is cut: how many lines of each slot, from book->starts on, fit; moves the starts. */
float pdf_book_split(struct pdf_book *book, const struct pdf_row *row, uint32_t part, float room,
		     uint32_t *counts, bool *is_last);

#endif
