/* SPDX-License-Identifier: MIT */
/*
 * pdf_open - a book opened, laid out and closed.
 */
#ifndef MESHREPORT_PDF_OPEN_H
#define MESHREPORT_PDF_OPEN_H

#include "pdf/book/pdf_model.h"

/*
 * Fonts, pictures, references, stores: what all later steps use.  The book holds its job, matrix and
 * options.  0, or -1 without memory or without a usable font.
 */
int pdf_book_open(struct pdf_book *book);
/* Accepts a book that was zeroed, or not opened to the end. */
void pdf_book_close(struct pdf_book *book);
/*
 * Measures, lists the rows and plans the pages; again with slightly smaller type when that saves a
 * nearly empty page.  0, or -1 without memory, or 1 after the problem was reported.
 */
int pdf_book_lay_out(struct pdf_book *book);

#endif
