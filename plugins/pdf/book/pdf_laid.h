/* SPDX-License-Identifier: MIT */
/*
 * pdf_laid - the cells of the table as they are measured and laid out again and again.
 *
 * Where a document is small enough, cells are shaped once for all the ways that are tried; what is
 * kept is forgotten when marks or secondary words change their size, and before pages are painted.
 * Of a large document only plain cells are kept (see pdf_kept), since memory would grow with it, and the one
 * row that is being divided among pages: shaped anew for each of them it would cost its square.
 */
#ifndef MESHREPORT_PDF_LAID_H
#define MESHREPORT_PDF_LAID_H

#include "pdf/content/pdf_model.h"

/* A block and its store. */
struct pdf_laid {
	struct pdf_store *store;
	struct pdf_block block;
};

/*
 * A feature (column 0) or a cell of it (column 1 + product); a fact sheet has cells with all details,
 * and may have type of its own.
 */
struct pdf_laid pdf_laid_cell(struct pdf_book *book, uint32_t row, uint32_t column, bool is_sheet);
/* A note of the matrix, or a reference. */
struct pdf_laid pdf_laid_note(struct pdf_book *book, uint32_t note);
struct pdf_laid pdf_laid_reference(struct pdf_book *book, uint32_t index);
struct pdf_laid pdf_laid_detail(struct pdf_book *book, uint32_t index);
/* Keeps the cells of this feature, and of no other one, until the next is named. */
void pdf_laid_divide(struct pdf_book *book, uint32_t row);
void pdf_laid_divide_end(struct pdf_book *book);
/* Keeps from here on, or no longer. */
void pdf_laid_begin(struct pdf_book *book);
void pdf_laid_end(struct pdf_book *book);

#endif
