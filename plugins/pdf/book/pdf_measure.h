/* SPDX-License-Identifier: MIT */
/*
 * pdf_measure - how wide the words of the table are, and one way to set them.
 *
 * Words are measured once; paper, size and columns are then made of it as often as ways are tried.
 */
#ifndef MESHREPORT_PDF_MEASURE_H
#define MESHREPORT_PDF_MEASURE_H

#include "pdf/content/pdf_model.h"

/* The least size at which marks and secondary words look as they do at every larger one. */
#define PDF_MEASURE_ALIKE 8.0f

/*
 * Papers and widths for a size of `size` points, or more if it is PDF_MEASURE_ALIKE.  0, or -1
 * without memory, or 1 after the problem was reported.
 */
int pdf_measure_make(struct pdf_book *book, float size);
/* What the margins of each paper leave at a size: the bodies of book->measure.in. */
void pdf_measure_bodies(struct pdf_book *book, float size);
/* Sets paper, size, columns.  0, or -1 without memory. */
int pdf_measure_choose(struct pdf_book *book, const struct pdf_choice *choice);
/* Where nothing fits at a readable size: what pdf_columns_choose() finds. */
int pdf_measure_choose_any(struct pdf_book *book, float size);
void pdf_measure_release(struct pdf_book *book);

#endif
