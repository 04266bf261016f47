/* SPDX-License-Identifier: MIT */
#include "pdf/book/pdf_refs.h"

#include <stdlib.h>
#include <string.h>

/* FNV-1a. */
static uint32_t hash_of(const char *url)
{
	uint32_t h = 2166136261u;

	for (; *url; url++)
		h = (h ^ (unsigned char)*url) * 16777619u;
	return h;
}

static uint32_t *slot_of(const struct pdf_refs *refs, const char *url)
{
	uint32_t i = hash_of(url) & (refs->n_slots - 1);

	while (refs->slots[i] != 0 && strcmp(refs->urls[refs->slots[i] - 1], url) != 0)
		i = (i + 1) & (refs->n_slots - 1);
	return &refs->slots[i];
}

static int grow(struct pdf_refs *refs)
{
	uint32_t wanted = refs->n_slots ? refs->n_slots * 2 : 256;
	uint32_t *slots = calloc(wanted, sizeof(*slots));
	const char **urls = realloc(refs->urls, wanted / 2 * sizeof(*urls));

	if (urls)
		refs->urls = urls;
	if (!slots || !urls) {
		free(slots);
		return -1;
	}
	free(refs->slots);
	refs->slots = slots;
	refs->n_slots = wanted;
	refs->size = wanted / 2;
	for (uint32_t i = 0; i < refs->n; i++)
		*slot_of(refs, refs->urls[i]) = i + 1;
	return 0;
}

static int add(struct pdf_refs *refs, const char *url)
{
	uint32_t *slot;

	if (!*url)
		return 0;
	if (refs->n == refs->size && grow(refs) != 0)
		return -1;
	slot = slot_of(refs, url);
	if (*slot == 0) {
		refs->urls[refs->n++] = url;
		*slot = refs->n;
	}
	return 0;
}

static int add_text(struct pdf_refs *refs, const struct mr_text *text, bool *seen)
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

static int add_detail(struct pdf_refs *refs, const struct mr_cell_detail *detail, bool *seen)
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

static int add_row(struct pdf_refs *refs, const struct mr_matrix *m, uint32_t row, bool *seen)
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

int pdf_refs_collect(struct pdf_refs *refs, const struct mr_matrix *m)
{
	bool *seen = calloc((size_t)m->n_texts + 1, sizeof(*seen));
	int status = seen && grow(refs) == 0 ? 0 : -1;

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

void pdf_refs_release(struct pdf_refs *refs)
{
	free(refs->urls);
	free(refs->slots);
	memset(refs, 0, sizeof(*refs));
}

uint32_t pdf_refs_number(const struct pdf_refs *refs, const char *url)
{
	return refs->n_slots && *url ? *slot_of(refs, url) : 0;
}
