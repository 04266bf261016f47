/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_scale.h"

void pdf_scale_small(struct pdf_book *book, float size)
{
	float least = PDF_SIZE_LEAST / size;

	book->words.small = least > 0.86f ? (least < 1 ? least : 1) : 0.86f;
	book->store.mark_scale = least > 0.75f ? (least < 1 ? least : 1) : 0.75f;
}

void pdf_scale_set(struct pdf_book *book, const struct pdf_table *table)
{
	float size = book->base_size * (table ? table->scale : 1);

	if (size >= book->size && size <= book->size)
		return;
	book->size = size;
	pdf_scale_small(book, size);
}

float pdf_scale_product_width(const struct pdf_book *book, const struct pdf_table *table,
			      uint32_t i)
{
	if (table->widths)
		return table->widths[i];
	return (book->body.width - table->feature_width) / (float)table->n_products;
}
