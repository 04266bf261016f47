/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_refs.h"

#include <stdlib.h>

static int add(struct links *refs, const char *url)
{
	links_add(refs, url, 0);
	return refs->failed ? -1 : 0;
}

static int add_text(struct links *refs, const struct mr_text *text, bool *seen)
{
	const char *last = NULL;
	int status = 0;

	if (seen[text->id])
		return 0;
	seen[text->id] = true;
	for (uint32_t i = 0; i < text->spans.n && status == 0; i++) {
		const struct mr_span *span = mr_span_at(text, i);

		if (span->url != last)
			status = add(refs, span->url);
		last = span->url;
	}
	return status;
}

static int add_detail(struct links *refs, const struct mr_cell_detail *detail, bool *seen)
{
	int status = 0;

	for (uint32_t i = 0; i < detail->items.n && status == 0; i++)
		status = add_text(refs, mr_item_at(detail, i), seen);
	for (uint32_t i = 0; i < detail->parts.n && status == 0; i++)
		status = add_text(refs, mr_part_at(detail, i)->text, seen);
	for (uint32_t i = 0; i < detail->sources.n && status == 0; i++)
		status = add(refs, mr_string_at(&detail->sources, i));
	return status;
}

static int add_row(struct links *refs, const struct mr_matrix *m, uint32_t row, bool *seen)
{
	const struct mr_feature *feature = mr_feature_at(m, row);
	int status = add_text(refs, feature->name, seen);

	if (status == 0)
		status = add(refs, feature->url);
	if (status == 0)
		status = add_text(refs, feature->description, seen);
	for (uint32_t col = 0; col < m->products.n && status == 0; col++) {
		const struct mr_cell *cell = mr_cell_at(m, row, col);

		status = add_text(refs, cell->text, seen);
		if (status == 0 && cell->detail)
			status = add_detail(refs, cell->detail, seen);
	}
	return status;
}

int pdf_refs_collect(struct links *refs, const struct mr_matrix *m)
{
	bool *seen = calloc((size_t)m->n_texts + 1, sizeof(*seen));
	int status = seen ? 0 : -1;

	if (status == 0 && m->ranking && !mr_text_is_empty(m->ranking->description))
		status = add_text(refs, m->ranking->description, seen);
	for (uint32_t col = 0; col < m->products.n && status == 0; col++)
		status = add(refs, mr_product_at(m, col)->url);
	for (uint32_t i = 0; i < m->categories.n && status == 0; i++) {
		const struct mr_category *category = mr_category_at(m, i);

		status = add_text(refs, category->name, seen);
		if (status == 0)
			status = add(refs, category->url);
		if (status == 0)
			status = add_text(refs, category->description, seen);
		for (uint32_t k = 0; k < category->n_features && status == 0; k++)
			status = add_row(refs, m, category->first_feature + k, seen);
	}
	for (uint32_t i = 0; i < m->notes.n && status == 0; i++)
		status = add_text(refs, mr_note_at(m, i)->text, seen);
	free(seen);
	return status;
}
