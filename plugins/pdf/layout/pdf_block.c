/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_block.h"

void pdf_block_widths(const struct pdf_store *store, const struct pdf_block *block, float *natural,
		      float *word)
{
	*natural = *word = 0;
	for (uint32_t i = 0; i < block->n; i++) {
		const struct pdf_par *par = &store->pars[block->first + i];
		float most = par->indent + shape_par_max_width(par->par) * par->size / 1000;
		float least = par->indent + shape_par_min_width(par->par) * par->size / 1000;

		if (most > *natural)
			*natural = most;
		if (least > *word)
			*word = least;
	}
}

uint32_t pdf_block_par_lines(struct pdf_par *par, float width)
{
	/* a hair of tolerance: the column was measured with the same numbers, in other units */
	float room = (width - par->indent) * 1000 / par->size + 0.5f;
	uint32_t n;

	room = room > 1 ? room : 1;
	if (par->counted_for < room || par->counted_for > room) {
		n = shape_count_lines(par->par, room);
		par->n_lines = n ? n : 1;
		par->counted_for = room;
	}
	return par->n_lines;
}

float pdf_block_height(const struct pdf_store *store, const struct pdf_block *block, float width)
{
	float sum = 0;

	for (uint32_t i = 0; i < block->n; i++) {
		struct pdf_par *par = &store->pars[block->first + i];

		sum += (float)pdf_block_par_lines(par, width) * par->size * PDF_LEADING;
		if (i > 0)
			sum += par->gap;
	}
	return sum;
}

uint32_t pdf_block_lines(const struct pdf_store *store, const struct pdf_block *block, float width,
			 float *heights, uint32_t size)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < block->n; i++) {
		struct pdf_par *par = &store->pars[block->first + i];
		uint32_t lines = pdf_block_par_lines(par, width);

		for (uint32_t k = 0; k < lines && n < size; k++)
			heights[n++] = par->size * PDF_LEADING + (k == 0 && i > 0 ? par->gap : 0);
	}
	return n;
}
