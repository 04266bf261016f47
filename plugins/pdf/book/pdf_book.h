/* SPDX-License-Identifier: MIT */
/*
 * pdf_book - the handout as a whole, on its way from the matrix to pages.
 *
 * In this order: pdf_book_open() makes fonts and references; pdf_book_lay_out() lets
 * pdf_measure_make() measure words, tries ways to set them (pdf_measure_choose() makes paper, type
 * size and columns of one, pdf_rows_make() lists what the document consists of, pdf_book_plan()
 * gives each row its height and its page) and keeps the best; pdf_draw() paints.  Each later step
 * only reads what the earlier ones left in the book.
 */
#ifndef MESHREPORT_PDF_BOOK_H
#define MESHREPORT_PDF_BOOK_H

#include "pdf/content/pdf_model.h"

/* Heights, and pages.  May be called again.  0, or -1 without memory. */
int pdf_book_plan(struct pdf_book *book);
/* Of a row that is cut: how many lines of each slot, from book->starts on, fit; moves the starts. */
float pdf_book_split(struct pdf_book *book, const struct pdf_row *row, uint32_t part, float room,
		     uint32_t *counts, bool *is_last);

#endif
