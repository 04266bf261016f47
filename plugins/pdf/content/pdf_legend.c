/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_legend.h"

#include "pdf/content/pdf_cell.h"

#define SHARE 0.8f /* of the base size, never under six points */
#define ABOVE 5.0f /* points */

void pdf_legend_measure(struct pdf_book *book)
{
	book->used_widths = book->job->alloc(book->job, ((size_t)book->n_used + 1) *
								sizeof(*book->used_widths));
	for (uint32_t i = 0; i < book->n_used; i++) {
		struct pdf_block block;
		float word;

		pdf_store_clear(&book->store);
		block = pdf_cell_status(&book->store, mr_status_at(book->matrix, book->used[i]));
		pdf_block_widths(&book->store, &block, &book->used_widths[i], &word);
	}
	pdf_store_clear(&book->store);
}

uint32_t pdf_legend_fitting(const struct pdf_book *book, uint32_t first, float width, float size)
{
	float x = 0;
	uint32_t n = 0;

	while (first + n < book->n_used) {
		x += book->used_widths[first + n] * size + 1;
		if (n > 0 && x > width)
			break;
		x += PDF_LEGEND_GAP * size;
		n++;
	}
	return n;
}

float pdf_legend_size(float size)
{
	return size * SHARE > PDF_SIZE_LEAST ? size * SHARE : PDF_SIZE_LEAST;
}

float pdf_legend_height(const struct pdf_book *book, float width, float size)
{
	float small = pdf_legend_size(size), lines = 0;

	if (!book->options.has_signs || book->n_used == 0)
		return 0;
	for (uint32_t i = 0; i < book->n_used; lines++)
		i += pdf_legend_fitting(book, i, width, small);
	return lines * PDF_LEADING * small + ABOVE;
}
