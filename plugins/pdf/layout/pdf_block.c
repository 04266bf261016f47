/* SPDX-License-Identifier: MIT */
#include "pdf/layout/pdf_block.h"

#include "pdf/layout/pdf_plan.h"

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

uint32_t pdf_block_fill(const struct pdf_store *store, const struct pdf_block *block, float width,
			float room, struct pdf_block_at *at, float *used)
{
	uint32_t count = 0;

	*used = 0;
	while (at->par < block->n) {
		struct pdf_par *par = &store->pars[block->first + at->par];
		float gap = at->in_par == 0 && at->par > 0 ? par->gap : 0;
		float next = *used + (par->size * PDF_LEADING + gap);

		if (next > room + PDF_SLACK && count > 0)
			break;
		*used = next;
		count++;
		at->line++;
		if (++at->in_par < pdf_block_par_lines(par, width))
			continue;
		at->par++;
		at->in_par = 0;
	}
	return count;
}
