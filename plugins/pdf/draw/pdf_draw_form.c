/* SPDX-License-Identifier: MIT */
/* The worksheet's column as fields: one for each feature, or for each product of a table that is turned. */
#include <string.h>

#include "pdf/content/pdf_whole.h"
#include "pdf/draw/pdf_draw.h"
#include "pdf/file/pdf_fields.h"

#define MARGIN 1.5f /* points between a field and the rules of its row */

/* What a writer of memory holds, as long as the job lives. */
static const char *keep(struct pdf_book *book, struct out *text)
{
	char *kept = book->job->alloc(book->job, text->n + 1);

	book->failed = book->failed || text->failed;
	memcpy(kept, out_at(text), text->n + 1);
	out_release(text);
	return kept;
}

/*
 * "notes/mtls", and "notes/mtls/2" in the second group: programs that gather what was filled in find the
 * ids of the dataset.
 */
static const char *name_of(struct pdf_book *book, const struct pdf_row *row)
{
	struct out text;

	out_to_memory(&text, 0);
	out_string(&text, "notes/");
	out_string(&text, row->kind == PDF_ROW_PRODUCT
				  ? mr_product_at(book->matrix, row->index)->id
				  : mr_feature_at(book->matrix, row->index)->id);
	if (row->table > 0) {
		out_char(&text, '/');
		out_unsigned(&text, row->table + 1);
	}
	return keep(book, &text);
}

/* "Notes: mTLS", with the products of the group where there are several. */
static const char *said_of(struct pdf_book *book, const struct pdf_row *row)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_row group = {.kind = PDF_ROW_GROUP, .table = row->table};
	struct out text;

	out_to_memory(&text, 0);
	out_string(&text, mr_word(m, "notes", "Notes"));
	out_string(&text, ": ");
	out_string(&text, row->kind == PDF_ROW_PRODUCT ? mr_product_at(m, row->index)->name
						       : mr_feature_at(m, row->index)->name->plain);
	if (book->columns.n_groups > 1) {
		out_string(&text, ", ");
		out_string(&text, pdf_whole_name(book, &group));
	}
	return keep(book, &text);
}

void pdf_draw_field(struct pdf_drawer *d, const struct pdf_row *row, uint32_t i, float y,
		    float height)
{
	struct pdf_book *book = d->book;
	const struct pdf_slot *slot = &book->slots[i];
	float left = d->canvas->left + book->paper.left + slot->x;
	float top = d->canvas->height - y;
	struct pdf_field field = {
		.name = name_of(book, row),
		.said = said_of(book, row),
		.box = {left, top - height + MARGIN, left + slot->width, top - MARGIN},
		.size = book->size,
		.is_rtl = book->matrix->is_rtl};

	pdf_fields_add(book->fields, d->canvas->sheet, &field, d->cells[i]);
}
