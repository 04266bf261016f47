/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_cell.h"

#include <string.h>

#include "common/write/weights.h"
#include "pdf/content/pdf_changes.h"
#include "pdf/content/pdf_evidence.h"
#include "pdf/content/pdf_glossary.h"
#include "pdf/content/pdf_notes.h"

/* Ends a paragraph that another follows in its block: read in one go, they are words apart. */
static void put_gap(struct pdf_store *store)
{
	pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_TEXT);
}

/* "since 1.0 · verified 2019-10-20", as a small paragraph of its own. */
static void put_history(const struct pdf_words *words, struct pdf_store *store,
			const struct mr_cell_detail *detail, bool is_detailed, bool is_followed,
			float indent)
{
	bool has_day = detail->verified.year != 0 && (is_detailed || words->has_verified);

	if (*detail->since)
		pdf_words_plain(store,
				pdf_words_filled(words, store, "since", "since {version}",
						 "version", detail->since),
				SHAPE_REGULAR, PDF_INK_MUTED);
	if (*detail->since && has_day)
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
	if (has_day)
		pdf_words_plain(store, pdf_words_verified(words, store, detail->verified),
				SHAPE_REGULAR, PDF_INK_MUTED);
	if (is_followed && (*detail->since || has_day))
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = words->small, .indent = indent}, NULL, 0);
}

static void put_parts(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
		      const struct mr_cell_detail *detail, bool is_followed)
{
	for (uint32_t i = 0; i < detail->parts.n; i++) {
		const struct mr_part *part = mr_part_at(detail, i);
		const struct mr_status *status = mr_status_at(words->matrix, part->status);

		if (*part->name) {
			pdf_words_plain(store, part->name, SHAPE_REGULAR, PDF_INK_TEXT);
			pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_TEXT);
		}
		pdf_words_text(words, store, part->text, SHAPE_REGULAR, PDF_INK_TEXT, "");
		pdf_notes_marks(words, store, &part->notes);
		if (i + 1 == detail->parts.n) {
			pdf_notes_marks(words, store, &detail->notes);
			pdf_notes_sources(words, store, &detail->sources);
			pdf_evidence_mark(words, store, row, detail);
		}
		if (i + 1 < detail->parts.n || is_followed)
			put_gap(store);
		pdf_store_close(store, &(struct pdf_par){.size = 1, .gap = i ? 0.15f : 0},
				status ? status->symbol : NULL,
				pdf_words_ink(status ? status->like : MR_LIKE_NONE));
	}
}

struct pdf_block pdf_cell_make(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
			       uint32_t col, bool is_detailed)
{
	const struct mr_cell *cell = mr_cell_at(words->matrix, row, col);
	const struct mr_cell_detail *detail = cell->detail;
	const struct mr_status *status =
		cell->kind == MR_CELL_STATUS ? mr_status_at(words->matrix, cell->status) : NULL;
	struct pdf_block block = {.first = store->n_pars};
	bool has_slot = status || cell->kind == MR_CELL_PARTS;
	bool is_other = mr_was_other(mr_was_cell(words->matrix, row, col));
	uint8_t ink = status && !cell->has_own_words && status->like >= MR_LIKE_UNKNOWN
			      ? PDF_INK_MUTED
			      : PDF_INK_TEXT;

	pdf_words_stand_at(store, MR_AT_CELL, row, col);
	if (cell->kind == MR_CELL_PARTS && detail) {
		put_parts(words, store, row, detail, is_other);
	} else {
		if (cell->kind == MR_CELL_LIST && detail && detail->items.n) {
			for (uint32_t i = 0; i < detail->items.n; i++) {
				if (i > 0)
					pdf_words_plain(store, ", ", SHAPE_REGULAR, ink);
				pdf_words_text(words, store, mr_item_at(detail, i), SHAPE_REGULAR,
					       ink, "");
			}
		} else {
			pdf_words_text(words, store, cell->text, SHAPE_REGULAR, ink, "");
		}
		if (detail) {
			pdf_notes_marks(words, store, &detail->notes);
			pdf_notes_sources(words, store, &detail->sources);
			pdf_evidence_mark(words, store, row, detail);
		}
		if (is_other || (detail && (*detail->since || detail->verified.year)))
			put_gap(store);
		pdf_store_close(store, &(struct pdf_par){.size = 1}, status ? status->symbol : NULL,
				pdf_words_ink(status ? status->like : MR_LIKE_NONE));
	}
	if (detail)
		put_history(words, store, detail, is_detailed, is_other, has_slot ? PDF_SLOT : 0);
	pdf_changes_mark(words, store, row, col);
	block.n = store->n_pars - block.first;
	return block;
}

/* "×9" where a feature does not weigh 1. */
static const char *weight_mark(struct pdf_store *store, const struct mr_feature *feature)
{
	struct out text;

	out_to_memory(&text, 0);
	weights_put_mark(&text, feature);
	return pdf_store_take(store, &text);
}

void pdf_cell_put_weight(struct pdf_store *store, const struct mr_feature *feature)
{
	pdf_words_plain(store, weight_mark(store, feature), SHAPE_REGULAR, PDF_INK_MUTED);
}

struct pdf_block pdf_cell_feature(const struct pdf_words *words, struct pdf_store *store,
				  uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(words->matrix, row);
	struct pdf_block block = {.first = store->n_pars};
	bool is_other = pdf_changes_has_head(words->matrix, CHANGES_FEATURE, row), has_words;

	pdf_words_stand_at(store, MR_AT_FEATURE, row, 0);
	pdf_glossary_name(words, store, row, SHAPE_REGULAR);
	pdf_notes_marks(words, store, &feature->notes);
	pdf_cell_put_weight(store, feature);
	has_words = !mr_text_is_empty(pdf_glossary_rest(words, feature->description));
	if (has_words || is_other)
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	pdf_words_text(words, store, pdf_glossary_rest(words, feature->description), SHAPE_REGULAR,
		       PDF_INK_MUTED, "");
	if (has_words && is_other)
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = words->small, .gap = 0.1f}, NULL, 0);
	pdf_changes_head(words, store, CHANGES_FEATURE, row);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_cell_category(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t index)
{
	const struct mr_category *category = mr_category_at(words->matrix, index);
	struct pdf_block block = {.first = store->n_pars};
	bool is_other = pdf_changes_has_head(words->matrix, CHANGES_CATEGORY, index), has_words;

	pdf_words_stand_at(store, MR_AT_CATEGORY, index, 0);
	pdf_words_text(words, store, category->name, SHAPE_BOLD, PDF_INK_TEXT, category->url);
	pdf_notes_marks(words, store, &category->notes);
	has_words = !mr_text_is_empty(pdf_glossary_rest(words, category->description));
	if (has_words || is_other)
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	pdf_words_text(words, store, pdf_glossary_rest(words, category->description), SHAPE_REGULAR,
		       PDF_INK_MUTED, "");
	if (has_words && is_other)
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = words->small, .gap = 0.1f}, NULL, 0);
	pdf_changes_head(words, store, CHANGES_CATEGORY, index);
	block.n = store->n_pars - block.first;
	return block;
}

/*
 * The category of a feature that stands in a head: with its address, its notes and its description
 * where it begins.
 */
void pdf_cell_put_category(const struct pdf_words *words, struct pdf_store *store, uint32_t row)
{
	uint32_t index = mr_feature_at(words->matrix, row)->category;
	const struct mr_category *category = mr_category_at(words->matrix, index);
	bool is_first = category->first_feature == row;

	if (mr_text_is_empty(category->name))
		return;
	if (!is_first) {
		pdf_words_plain(store, category->name->plain, SHAPE_REGULAR, PDF_INK_MUTED);
		return;
	}
	pdf_words_text(words, store, category->name, SHAPE_REGULAR, PDF_INK_MUTED, category->url);
	pdf_notes_marks(words, store, &category->notes);
	if (!mr_text_is_empty(pdf_glossary_rest(words, category->description))) {
		pdf_words_plain(store, ": ", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_text(words, store, pdf_glossary_rest(words, category->description),
			       SHAPE_REGULAR, PDF_INK_MUTED, "");
	}
}

struct pdf_block pdf_cell_column(const struct pdf_words *words, struct pdf_store *store,
				 uint32_t row)
{
	const struct mr_feature *feature = mr_feature_at(words->matrix, row);
	struct pdf_block block = {.first = store->n_pars};
	const struct pdf_par small = {.size = words->small, .gap = 0.1f};

	pdf_words_stand_at(store, MR_AT_FEATURE, row, 0);
	pdf_glossary_name(words, store, row, SHAPE_BOLD);
	pdf_notes_marks(words, store, &feature->notes);
	pdf_cell_put_weight(store, feature);
	put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	pdf_words_text(words, store, pdf_glossary_rest(words, feature->description), SHAPE_REGULAR,
		       PDF_INK_MUTED, "");
	if (!mr_text_is_empty(pdf_glossary_rest(words, feature->description)))
		put_gap(store);
	pdf_store_close(store, &small, NULL, 0);
	pdf_cell_put_category(words, store, row);
	pdf_store_close(store, &small, NULL, 0);
	pdf_changes_head(words, store, CHANGES_FEATURE, row);
	block.n = store->n_pars - block.first;
	return block;
}

/* " (continued)" */
static void put_continued(const struct pdf_words *words, struct pdf_store *store)
{
	pdf_words_plain(store, " (", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_words_plain(store, mr_word(words->matrix, "continued", "continued"), SHAPE_REGULAR,
			PDF_INK_MUTED);
	pdf_words_plain(store, ")", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
}

/* A name without links, cut to `n_kept` bytes, and that it goes on. */
static struct pdf_block continued(const struct pdf_words *words, struct pdf_store *store,
				  const struct mr_text *name, uint8_t style, size_t n_kept)
{
	struct pdf_block block = {.first = store->n_pars};

	while (n_kept < name->n_bytes && n_kept > 0 &&
	       ((unsigned char)name->plain[n_kept] & 0xc0) == 0x80)
		n_kept--;
	pdf_store_span(store, name->plain, n_kept, style, PDF_INK_TEXT, PDF_NO_LINK);
	if (n_kept < name->n_bytes)
		pdf_words_plain(store, "\342\200\246", style, PDF_INK_TEXT);
	put_continued(words, store);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_cell_product_continued(const struct pdf_words *words, struct pdf_store *store,
					    uint32_t col)
{
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_stand_at(store, MR_AT_PRODUCT, col, 0);
	pdf_words_plain(store, mr_product_at(words->matrix, col)->name, SHAPE_BOLD, PDF_INK_TEXT);
	put_continued(words, store);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_cell_continued(const struct pdf_words *words, struct pdf_store *store,
				    uint32_t category, size_t n_kept)
{
	pdf_words_stand_at(store, MR_AT_CATEGORY, category, 0);
	return continued(words, store, mr_category_at(words->matrix, category)->name, SHAPE_BOLD,
			 n_kept);
}

struct pdf_block pdf_cell_feature_continued(const struct pdf_words *words, struct pdf_store *store,
					    uint32_t row)
{
	const struct mr_text *name = mr_feature_at(words->matrix, row)->name;

	pdf_words_stand_at(store, MR_AT_FEATURE, row, 0);
	return continued(words, store, name, SHAPE_REGULAR, name->n_bytes);
}

struct pdf_block pdf_cell_product(const struct pdf_words *words, struct pdf_store *store,
				  uint32_t col, bool has_link)
{
	const struct mr_product *product = mr_product_at(words->matrix, col);
	struct pdf_block block = {.first = store->n_pars};
	bool is_other = pdf_changes_has_head(words->matrix, CHANGES_PRODUCT, col);
	uint32_t link =
		has_link && *product->url ? pdf_words_link(store, product->url) : PDF_NO_LINK;

	pdf_words_stand_at(store, MR_AT_PRODUCT, col, 0);
	pdf_store_span(store, product->name, strlen(product->name), SHAPE_BOLD, PDF_INK_TEXT, link);
	if (link != PDF_NO_LINK)
		pdf_words_reference(words, store, product->url);
	pdf_notes_marks(words, store, &product->notes);
	if (*product->lifecycle_word || is_other)
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	pdf_words_plain(store, product->lifecycle_word, SHAPE_REGULAR, PDF_INK_MUTED);
	if (*product->lifecycle_word && is_other)
		put_gap(store);
	pdf_store_close(store, &(struct pdf_par){.size = words->small, .gap = 0.1f}, NULL, 0);
	pdf_changes_head(words, store, CHANGES_PRODUCT, col);
	block.n = store->n_pars - block.first;
	return block;
}

struct pdf_block pdf_cell_status(struct pdf_store *store, const struct mr_status *status)
{
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_plain(store, status->label, SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, status->symbol,
			pdf_words_ink(status->like));
	block.n = store->n_pars - block.first;
	return block;
}
