/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_scale.h"

#define MARK_HEIGHT 3.2f /* em of the document's type */
#define MARK_SHARE 0.35f /* of the body's width that it may take */

void pdf_scale_small(struct pdf_book *book, float size)
{
	float least = PDF_SIZE_LEAST / size;

	book->words.small = least > 0.86f ? (least < 1 ? least : 1) : 0.86f;
	book->store.mark_scale = least > 0.75f ? (least < 1 ? least : 1) : 0.75f;
}

void pdf_scale_set(struct pdf_book *book, const struct pdf_table *table)
{
	float size = book->base_size * (table ? table->scale : 1);

	book->line = book->body.width;
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
	return ((table->width > 0 ? table->width : book->body.width) - table->feature_width) /
	       (float)table->n_products;
}

float pdf_scale_padding(const struct pdf_book *book, uint32_t kind)
{
	float air = book->air * book->size;

	switch (kind) {
	case PDF_ROW_TABLE_HEAD:
	case PDF_ROW_RANKED_HEAD:
	case PDF_ROW_COUNTS_HEAD: return 0.1f * book->size + 0.35f * air;
	case PDF_ROW_CATEGORY: return 0.05f * book->size + 0.35f * air;
	case PDF_ROW_PRODUCT:
	case PDF_ROW_FEATURE:
	case PDF_ROW_TOTALS:
	case PDF_ROW_RANKED:
	case PDF_ROW_COUNTS: return 0.3f * air;
	case PDF_ROW_NOTES:
	case PDF_ROW_DETAILS:
	case PDF_ROW_REFERENCES: return 0.08f * air;
	default: return 0.12f * air;
	}
}

void pdf_scale_mark(const struct pdf_book *book, float *width, float *height)
{
	*height = MARK_HEIGHT * book->base_size;
	*width = *height * book->mark.aspect;
	if (*width > MARK_SHARE * book->body.width) {
		*width = MARK_SHARE * book->body.width;
		*height = *width / book->mark.aspect;
	}
}
