/* SPDX-License-Identifier: MIT */
#include "lint/visit.h"

#include "base/mem.h"

#include <stdbool.h>

struct walk {
	const struct lint *lint;
	const struct visit *visit;
	bool *seen; /* by the id of a text */
};

static void see_url(const struct walk *walk, const struct finding *at, const char *url)
{
	if (*url)
		walk->visit->on_url(walk->visit->context, at, url);
}

/* The links of a text. */
static void see_text(const struct walk *walk, const struct finding *at, const struct mr_text *text)
{
	const char *before = NULL;

	if (!text || mr_text_is_empty(text) || walk->seen[text->id])
		return;
	walk->seen[text->id] = true;
	for (uint32_t i = 0; i < text->spans.n; i++) {
		const char *url = mr_span_at(text, i)->url;

		if (url != before) /* the spans of one link share it */
			see_url(walk, at, url);
		before = url;
	}
}

static void see_key(const struct walk *walk, struct finding at, const char *key, struct place place,
		    const struct mr_text *text)
{
	at = finding_key_at(at, key, place);
	see_text(walk, &at, text);
}

static void see_notes(const struct walk *walk, struct finding at,
		      const struct dataset_note_uses *uses)
{
	for (uint32_t i = 0; i < uses->n; i++) {
		at = finding_item(at, "notes", i);
		at.place = uses->at[i].place;
		if (uses->at[i].note == DATASET_OWN_NOTE)
			see_text(walk, &at, uses->at[i].text);
	}
}

static void see_top(const struct walk *walk)
{
	const struct dataset *set = walk->lint->set;
	struct finding credit = finding_key(finding_at(walk->lint, FINDING_CREDIT, 0), "url");

	credit.place = set->credit.url_place;
	see_url(walk, &credit, set->credit.url);
	for (uint32_t i = 0; i < set->n_notes; i++)
		see_key(walk, finding_at(walk->lint, FINDING_NOTE, i), NULL, set->notes[i].place,
			set->notes[i].text);
}

static void see_sources(const struct walk *walk, struct finding at,
			const struct dataset_ids *sources)
{
	for (uint32_t i = 0; i < sources->n; i++) {
		struct finding source = finding_item(at, "source", i);

		see_url(walk, &source, sources->at[i]);
	}
}

static void see_products(const struct walk *walk)
{
	const struct dataset *set = walk->lint->set;

	for (uint32_t i = 0; i < set->n_products; i++) {
		const struct dataset_product *product = &set->products[i];
		struct finding at = finding_at(walk->lint, FINDING_PRODUCT, i);
		struct finding url = finding_key_at(at, "url", product->url_place);

		see_url(walk, &url, product->url);
		see_notes(walk, at, &product->notes);
		if (product->evidence)
			see_sources(walk, at, &product->evidence->sources);
	}
}

static void see_category(const struct walk *walk, uint32_t index)
{
	const struct dataset_category *category = &walk->lint->set->categories[index];
	struct finding at = finding_at(walk->lint, FINDING_CATEGORY, index);
	struct finding url = finding_key_at(at, "url", category->url_place);

	see_key(walk, at, "name", category->name_place, category->name);
	see_key(walk, at, "description", category->description_place, category->description);
	see_url(walk, &url, category->url);
	see_notes(walk, at, &category->notes);
	if (category->evidence)
		see_sources(walk, at, &category->evidence->sources);
}

static void see_detail(const struct walk *walk, struct finding at,
		       const struct dataset_detail *detail)
{
	struct finding part = at;

	for (uint32_t i = 0; i < detail->n_items; i++) {
		struct finding item = finding_item(at, NULL, i);

		see_text(walk, &item, detail->items[i]);
	}
	part.kind = FINDING_PART;
	for (uint32_t i = 0; i < detail->n_parts; i++) {
		part.part = i;
		part.place = detail->parts[i].place;
		see_key(walk, part, "text", part.place, detail->parts[i].text);
		see_notes(walk, part, &detail->parts[i].notes);
	}
	see_notes(walk, at, &detail->notes);
	see_sources(walk, at, &detail->sources);
}

static void see_feature(const struct walk *walk, uint32_t index)
{
	const struct dataset *set = walk->lint->set;
	const struct dataset_feature *feature = &set->features[index];
	struct finding at = finding_at(walk->lint, FINDING_FEATURE, index);
	struct finding url = finding_key(at, "url");

	see_key(walk, at, "name", at.place, feature->name);
	see_key(walk, at, "description", at.place, feature->description);
	see_url(walk, &url, feature->url);
	see_notes(walk, at, &feature->notes);
	if (feature->evidence)
		see_sources(walk, at, &feature->evidence->sources);
	for (uint32_t i = 0; i < feature->n_cells; i++) {
		struct dataset_cell cell = cells_at(&set->cells, feature->first_cell + i);

		if (cells_is_plain(&cell))
			continue;
		at = finding_at_cell(index, &cell);
		see_text(walk, &at, cell.text);
		if (cell.detail)
			see_detail(walk, at, cell.detail);
	}
}

int visit_urls(const struct lint *lint, const struct visit *visit)
{
	const struct dataset *set = lint->set;
	struct walk walk = {lint, visit, mem_array(set->texts.n + 1u, sizeof(*walk.seen))};

	if (!walk.seen) {
		finding_no_memory(lint);
		return -1;
	}
	see_top(&walk);
	see_products(&walk);
	for (uint32_t i = 0; i < set->n_categories; i++) {
		const struct dataset_category *category = &set->categories[i];

		see_category(&walk, i);
		for (uint32_t k = 0; k < category->n_features; k++)
			see_feature(&walk, category->first_feature + k);
	}
	mem_free(walk.seen);
	return 0;
}
