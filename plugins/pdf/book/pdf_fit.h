/* SPDX-License-Identifier: MIT */
/*
 * pdf_fit - which way of setting the document takes the fewest sheets.
 *
 * Paper, groups of products, type and padding are judged together: ways are laid out and counted.
 * The fewest sheets at a size that reads well win, then the largest type on them, then the most air
 * between the rows.  A document of many cells is laid out in a sample of its rows, so that all costs
 * grow with the data as one layout does.
 */
#ifndef MESHREPORT_PDF_FIT_H
#define MESHREPORT_PDF_FIT_H

#include "pdf/content/pdf_model.h"

/* The least size that is chosen where nothing forces a smaller one. */
#define PDF_FIT_LEAST 8.0f

/*
 * Measures, tries, and lays out the best way: columns, rows and plan of the book.  0, or -1 without
 * memory, or 1 after the problem was reported.
 */
int pdf_book_lay_out(struct pdf_book *book);

#endif
