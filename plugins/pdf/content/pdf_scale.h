/* SPDX-License-Identifier: MIT */
/*
 * pdf_scale - the size of the type: of the document, and of the rows of a table.
 */
#ifndef MESHREPORT_PDF_SCALE_H
#define MESHREPORT_PDF_SCALE_H

#include "pdf/content/pdf_model.h"

/* Sets size for rows of a table; null: for what belongs to none. */
void pdf_scale_set(struct pdf_book *book, const struct pdf_table *table);
/* Marks and secondary words for a base size of `size` points: never under PDF_SIZE_LEAST. */
void pdf_scale_small(struct pdf_book *book, float size);
/* The width of the column of the table's product `i`. */
float pdf_scale_product_width(const struct pdf_book *book, const struct pdf_table *table,
			      uint32_t i);
/* The air above the words of such a row, and below. */
float pdf_scale_padding(const struct pdf_book *book, uint32_t kind);
/* How large the mark of the house is, beside the title; points. */
void pdf_scale_mark(const struct pdf_book *book, float *width, float *height);

#endif
