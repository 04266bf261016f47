/* SPDX-License-Identifier: MIT */
/*
 * pdf_whole - rows that are one block across the body: titles, headings, paragraphs of the front and
 * of the end.
 */
#ifndef MESHREPORT_PDF_WHOLE_H
#define MESHREPORT_PDF_WHOLE_H

#include "pdf/content/pdf_model.h"

/* The words of such a row, in book->store; an empty block for a row of another kind. */
struct pdf_block pdf_whole_block(struct pdf_book *book, const struct pdf_row *row);

/* What a row that begins a part or a category is called, in the memory of the store. */
const char *pdf_whole_name(struct pdf_book *book, const struct pdf_row *row);

#endif
