/* SPDX-License-Identifier: MIT */
/*
 * pdf_block - how much room a block takes: see pdf_store for units.
 */
#ifndef MESHREPORT_PDF_BLOCK_H
#define MESHREPORT_PDF_BLOCK_H

#include "pdf/layout/pdf_store.h"

/* The widest line and the longest word; nothing is narrower than its slots and indents. */
void pdf_block_widths(const struct pdf_store *store, const struct pdf_block *block, float *natural,
		      float *word);
/* How many lines a paragraph takes in a column of that width, at least one; counted once for each width. */
uint32_t pdf_block_par_lines(struct pdf_par *par, float width);
/* Height when set `width` wide. */
float pdf_block_height(const struct pdf_store *store, const struct pdf_block *block, float width);
/* The heights of its lines, gaps included in the line below them; appended, at most `size`. */
uint32_t pdf_block_lines(const struct pdf_store *store, const struct pdf_block *block, float width,
			 float *heights, uint32_t size);

#endif
