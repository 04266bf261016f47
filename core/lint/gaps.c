/* SPDX-License-Identifier: MIT */
#include "lint/gaps.h"

#include "base/mem.h"
#include "view/cell.h"
#include "view/evidence.h"

/* ---- notes */

static void mark_notes(const struct dataset_note_uses *uses, bool *used)
{
	for (uint32_t i = 0; i < uses->n; i++)
		if (uses->at[i].note != DATASET_OWN_NOTE)
			used[uses->at[i].note] = true;
}

static void mark_all_notes(const struct dataset *set, bool *used)
{
	for (uint32_t i = 0; i < set->n_products; i++)
		mark_notes(&set->products[i].notes, used);
	for (uint32_t i = 0; i < set->n_categories; i++)
		mark_notes(&set->categories[i].notes, used);
	for (uint32_t i = 0; i < set->n_features; i++)
		mark_notes(&set->features[i].notes, used);
	for (size_t i = 0; i < set->cells.n; i++) {
		struct dataset_cell cell = cells_at(&set->cells, i);

		if (!cell.detail)
			continue;
		mark_notes(&cell.detail->notes, used);
		for (uint32_t k = 0; k < cell.detail->n_parts; k++)
			mark_notes(&cell.detail->parts[k].notes, used);
	}
}

void gaps_unused_notes(const struct lint *lint)
{
	const struct dataset *set = lint->set;
	bool *used = mem_array(set->n_notes + 1u, sizeof(*used));

	if (!used) {
		finding_no_memory(lint);
		return;
	}
	mark_all_notes(set, used);
	for (uint32_t i = 0; i < set->n_notes; i++) {
		struct finding at = finding_at(lint, FINDING_NOTE, i);

		if (!used[i])
			finding_say(lint, &at, "name it in 'notes' of a cell, or take it out",
				    "nothing refers to the note '%s'", set->notes[i].id);
	}
	mem_free(used);
}

/* ---- sources */

/* What was found out of each text, since many cells may share one. */
enum linked { NOT_ASKED, HAS_NONE, HAS_LINK };

static bool has_link(enum linked *known, const struct mr_text *text)
{
	if (!text)
		return false;
	for (uint32_t i = 0; i < text->spans.n && known[text->id] == NOT_ASKED; i++)
		if (*mr_span_at(text, i)->url)
			known[text->id] = HAS_LINK;
	if (known[text->id] == NOT_ASKED)
		known[text->id] = HAS_NONE;
	return known[text->id] == HAS_LINK;
}

static bool is_sourced(const struct lint *lint, enum linked *known, uint32_t row,
		       const struct dataset_cell *cell)
{
	const struct dataset_detail *detail = cell->detail;

	if (has_link(known, cell->text) ||
	    evidence_of(lint->set, &lint->set->features[row], cell).is.sources.n > 0)
		return true;
	if (!detail)
		return false;
	for (uint32_t i = 0; i < detail->n_parts; i++)
		if (has_link(known, detail->parts[i].text))
			return true;
	for (uint32_t i = 0; i < detail->notes.n; i++)
		if (has_link(known, detail->notes.at[i].text))
			return true;
	return false;
}

void gaps_sources(const struct lint *lint)
{
	const struct dataset *set = lint->set;
	enum linked *known = mem_array(set->texts.n + 1u, sizeof(*known));

	if (!known) {
		finding_no_memory(lint);
		return;
	}
	for (uint32_t row = 0; row < set->n_features; row++) {
		const struct dataset_feature *feature = &set->features[row];

		for (uint32_t i = 0; i < feature->n_cells; i++) {
			struct dataset_cell cell = cells_at(&set->cells, feature->first_cell + i);
			struct finding at = finding_at_cell(row, &cell);

			if (cell_like(set, &cell) == MR_LIKE_YES &&
			    !is_sourced(lint, known, row, &cell))
				finding_say(lint, &at, "'source: ADDRESS' at the cell says it",
					    "this is a yes, and nothing says where that stands");
		}
	}
	mem_free(known);
}

/* ---- unknown cells */

/* Of fewer than these nobody can say "most". */
enum { FEWEST = 4 };

static void report_unknown(const struct lint *lint, struct finding at, const char *what,
			   uint32_t n_known, uint32_t n)
{
	if (n >= FEWEST && n_known < n - n_known)
		finding_say(lint, &at, "find the answers out, or leave it out until then",
			    "%lu of %lu cells of this %s are unknown", (unsigned long)(n - n_known),
			    (unsigned long)n, what);
}

void gaps_unknown(const struct lint *lint)
{
	const struct dataset *set = lint->set;
	uint32_t *n_known = mem_array(set->n_products + 1u, sizeof(*n_known));

	if (!n_known) {
		finding_no_memory(lint);
		return;
	}
	for (uint32_t row = 0; row < set->n_features; row++) {
		const struct dataset_feature *feature = &set->features[row];
		uint32_t n_of_row = 0;

		for (uint32_t i = 0; i < feature->n_cells; i++) {
			struct dataset_cell cell = cells_at(&set->cells, feature->first_cell + i);
			bool is_known = cell_like(set, &cell) != MR_LIKE_UNKNOWN;

			n_of_row += is_known;
			n_known[cell.product] += is_known;
		}
		report_unknown(lint, finding_at(lint, FINDING_FEATURE, row), "feature", n_of_row,
			       set->n_products);
	}
	for (uint32_t col = 0; col < set->n_products; col++)
		report_unknown(lint, finding_at(lint, FINDING_PRODUCT, col), "product",
			       n_known[col], set->n_features);
	mem_free(n_known);
}
