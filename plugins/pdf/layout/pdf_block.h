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

/* Where a part of a block begins: zero is its beginning. */
struct pdf_block_at {
	uint32_t line; /* of the block */
	uint32_t par, in_par; /* its paragraph, and which line of that it is */
};
/*
 * How many lines from `at` on fit into `room`, at least one while there are any; moves `at` behind them.  `used` is
 * their height, gaps included in the line below them.  It looks at no other line, so a block on many pages costs what it
 * weighs.
 */
uint32_t pdf_block_fill(const struct pdf_store *store, const struct pdf_block *block, float width,
			float room, struct pdf_block_at *at, float *used);

#endif
