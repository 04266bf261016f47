/* SPDX-License-Identifier: MIT */
/*
 * pdf_open - a book opened and closed.
 */
#ifndef MESHREPORT_PDF_OPEN_H
#define MESHREPORT_PDF_OPEN_H

#include "pdf/content/pdf_model.h"

/*
 * Fonts, pictures, references, stores: what all later steps use.  The book holds its job, matrix and
 * options.  0, or -1 without memory or without a usable font.
 */
int pdf_book_open(struct pdf_book *book);
/* Accepts a book that was zeroed, or not opened to the end. */
void pdf_book_close(struct pdf_book *book);

#endif
