/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_changes.h"

#include "common/change/changes_details.h"

#include <string.h>

#include "pdf/content/pdf_notes.h"

enum { VALUE = MR_CHANGED_STATUS | MR_CHANGED_WORDS };

static void say(struct pdf_store *store, const char *text)
{
	pdf_words_plain(store, text, SHAPE_REGULAR, PDF_INK_MUTED);
}

/* ---- the value of a cell in one of the editions */

static void put_value(const struct pdf_words *words, struct pdf_store *store,
		      const struct mr_matrix *m, const struct mr_cell *cell, uint8_t ink)
{
	const struct mr_status *status = mr_status_at(m, cell->status);

	if (status && cell->kind == MR_CELL_STATUS) {
		pdf_words_plain(store, status->symbol, SHAPE_REGULAR, ink);
		pdf_words_plain(store, "\302\240", SHAPE_REGULAR, ink);
	}
	pdf_words_text(words, store, cell->text, SHAPE_REGULAR, ink, "");
	if (!cell->detail || !*cell->detail->since)
		return;
	pdf_words_plain(store, ", ", SHAPE_REGULAR, ink);
	pdf_words_plain(store,
			pdf_words_filled(words, store, "since", "since {version}", "version",
					 cell->detail->since),
			SHAPE_REGULAR, ink);
}

/* ---- marks in the table: a sign in the slot of a symbol, and words behind it */

static void close_mark(const struct pdf_words *words, struct pdf_store *store, const char *sign)
{
	pdf_store_close(store, &(struct pdf_par){.size = words->small}, sign, PDF_INK_MUTED);
}

/* What of a cell changed whose value did not: "Note, Source". */
static void say_beside(const struct pdf_words *words, struct pdf_store *store, uint32_t what,
		       uint32_t row, uint32_t col)
{
	const struct mr_matrix *m = words->matrix;
	const struct mr_cell *now = mr_cell_at(m, row, col), *then = mr_then_cell(m, row, col);
	const char *names[3];
	uint32_t n = 0;

	if (what & MR_CHANGED_NOTES)
		names[n++] = mr_word(m, "note", "Note");
	if (what & MR_CHANGED_LINKS)
		names[n++] = mr_word(m, "references", "References");
	if ((what & MR_CHANGED_EVIDENCE) && now->detail &&
	    pdf_notes_is_same(now->detail, then->detail) && now->detail->verified.year)
		names[n++] = pdf_words_verified(words, store, now->detail->verified);
	else if (what & MR_CHANGED_EVIDENCE)
		names[n++] = mr_word(m, "source", "Source");
	for (uint32_t i = 0; i < n; i++) {
		say(store, i > 0 ? ", " : "");
		say(store, names[i]);
	}
}

void pdf_changes_mark(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
		      uint32_t col)
{
	const struct mr_matrix *m = words->matrix;
	const struct mr_was *was = mr_was_cell(m, row, col);

	if (!mr_was_other(was))
		return;
	if (was->what & VALUE) {
		say(store, mr_word(m, "change_was", "was"));
		say(store, " ");
		put_value(words, store, m->since->old, mr_then_cell(m, row, col), PDF_INK_MUTED);
	} else {
		say_beside(words, store, was->what, row, col);
	}
	close_mark(words, store, changes_sign(was->kind, was->tone));
}

static const char *old_name(const struct mr_matrix *old, enum changes_at at, uint32_t then)
{
	switch (at) {
	case CHANGES_PRODUCT: return mr_product_at(old, then)->name;
	case CHANGES_CATEGORY: return mr_category_at(old, then)->name->plain;
	default: return mr_feature_at(old, then)->name->plain;
	}
}

bool pdf_changes_has_head(const struct mr_matrix *m, enum changes_at at, uint32_t index)
{
	const struct mr_was *was = changes_was(m, at, index, 0);

	return mr_was_other(was) && (was->kind == MR_CHANGE_ADDED ||
				     ((was->what & MR_CHANGED_NAME) && was->tone != MR_TONE_QUIET &&
				      *old_name(m->since->old, at, was->then)));
}

void pdf_changes_head(const struct pdf_words *words, struct pdf_store *store, enum changes_at at,
		      uint32_t index)
{
	const struct mr_matrix *m = words->matrix;
	const struct mr_was *was = changes_was(m, at, index, 0);

	if (!pdf_changes_has_head(m, at, index))
		return;
	if (was->kind == MR_CHANGE_ADDED) {
		say(store, mr_word(m, "change_added", "added"));
	} else {
		say(store, mr_word(m, "change_was", "was"));
		say(store, " ");
		say(store, old_name(m->since->old, at, was->then));
	}
	close_mark(words, store, changes_sign(was->kind, was->tone));
}

/* "! no longer known", a sign and what it stands for. */
static void say_sign(struct pdf_store *store, const char *sign, const char *word, const char *after)
{
	say(store, " \302\267 ");
	say(store, sign);
	say(store, "\302\240");
	say(store, word);
	say(store, after);
}

struct pdf_block pdf_changes_legend(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	const struct mr_since *since = m->since;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_stand_at(store, MR_AT_DOCUMENT, 0, 0);
	say(store, pdf_changes_title(book));
	if (since->n_cells_changed > since->n_cells_loud || since->n_features_changed > 0 ||
	    since->n_products_changed > 0)
		say_sign(store, changes_sign(MR_CHANGE_CHANGED, MR_TONE_PLAIN),
			 mr_word(m, "change_was", "was"), "\302\240\342\200\246");
	if (since->n_products_added + since->n_categories_added + since->n_features_added > 0)
		say_sign(store, changes_sign(MR_CHANGE_ADDED, MR_TONE_PLAIN),
			 mr_word(m, "change_added", "added"), "");
	if (since->n_cells_loud > 0)
		say_sign(store, changes_sign(MR_CHANGE_CHANGED, MR_TONE_LOUD),
			 mr_word(m, "change_lost", "no longer known"), "");
	pdf_store_close(store, &(struct pdf_par){.size = 1, .indent = PDF_CHANGES_BAR}, NULL, 0);
	block.n = store->n_pars - block.first;
	return block;
}

/* ---- the list */

const char *pdf_changes_title(struct pdf_book *book)
{
	char day[16];

	return pdf_words_filled(&book->words, &book->store, "changes_since",
				"Changes since {edition}", "edition",
				changes_edition(book->matrix, day));
}

bool pdf_changes_begins(const struct pdf_book *book, size_t index)
{
	return changes_begins_group(&book->changes, index);
}

struct pdf_block pdf_changes_group(struct pdf_book *book, uint32_t index)
{
	const struct changes_entry *entry = &book->changes.at[index];

	return pdf_words_block(&book->store, changes_group(book->matrix, entry), SHAPE_BOLD,
			       PDF_INK_TEXT, 1);
}

static void put_detail(void *context, const struct changes_detail *detail)
{
	struct pdf_book *book = context;
	struct pdf_store *store = &book->store;

	if (detail->key && detail->place) {
		say(store, pdf_words_filled(&book->words, store, detail->key, detail->english,
					    detail->place, detail->text));
	} else {
		if (detail->key)
			say(store, mr_word(book->matrix, detail->key, detail->english));
		if (detail->key && (detail->rich || *detail->text))
			say(store, ": ");
		if (detail->rich)
			pdf_words_text(&book->words, store, detail->rich, SHAPE_REGULAR,
				       PDF_INK_MUTED, "");
		else
			say(store, pdf_store_copy(store, detail->text, strlen(detail->text)));
	}
	say(store, " ");
	pdf_store_close(
		store,
		&(struct pdf_par){.size = book->words.small, .indent = PDF_SLOT, .gap = 0.1f},
		changes_sign(detail->kind, MR_TONE_PLAIN), PDF_INK_MUTED);
}

static void put_name(struct pdf_book *book, const struct changes_entry *entry)
{
	const struct mr_matrix *m = changes_matrix(book->matrix, entry);
	struct pdf_store *store = &book->store;
	const struct mr_category *category;

	switch (entry->at) {
	case CHANGES_PRODUCT:
		pdf_words_plain(store, mr_product_at(m, entry->index)->name, SHAPE_REGULAR,
				PDF_INK_TEXT);
		break;
	case CHANGES_CATEGORY:
		category = mr_category_at(m, entry->index);
		if (mr_text_is_empty(category->name))
			pdf_words_plain(store, category->id, SHAPE_REGULAR, PDF_INK_TEXT);
		pdf_words_text(&book->words, store, category->name, SHAPE_REGULAR, PDF_INK_TEXT,
			       "");
		break;
	default:
		pdf_words_text(&book->words, store, mr_feature_at(m, entry->index)->name,
			       SHAPE_REGULAR, PDF_INK_TEXT, "");
	}
}

static void put_values(struct pdf_book *book, const struct changes_entry *entry)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_store *store = &book->store;

	say(store, ": ");
	if (entry->what & VALUE) {
		put_value(&book->words, store, m->since->old,
			  mr_then_cell(m, entry->index, entry->col), PDF_INK_MUTED);
		say(store, m->is_rtl ? " \342\206\220 " : " \342\206\222 ");
	}
	put_value(&book->words, store, m, mr_cell_at(m, entry->index, entry->col), PDF_INK_TEXT);
	if (entry->tone != MR_TONE_LOUD)
		return;
	say(store, " (");
	pdf_words_plain(store, mr_word(m, "change_lost", "no longer known"), SHAPE_BOLD,
			PDF_INK_TEXT);
	say(store, ")");
}

struct pdf_block pdf_changes_entry(struct pdf_book *book, uint32_t index)
{
	const struct changes_entry *entry = &book->changes.at[index];
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	pdf_words_stand_at(store, MR_AT_DOCUMENT, 0, 0);
	put_name(book, entry);
	if (entry->at == CHANGES_CELL) {
		put_values(book, entry);
	} else if (entry->kind != MR_CHANGE_CHANGED) {
		say(store, " (");
		say(store, entry->kind == MR_CHANGE_ADDED
				   ? mr_word(book->matrix, "change_added", "added")
				   : mr_word(book->matrix, "change_removed", "removed"));
		say(store, ")");
	}
	say(store, " ");
	pdf_store_close(store, &(struct pdf_par){.size = 1}, changes_sign(entry->kind, entry->tone),
			PDF_INK_TEXT);
	changes_details(book->matrix, entry, put_detail, book);
	block.n = store->n_pars - block.first;
	return block;
}

static void put_own(void *context, const char *then, const char *now)
{
	struct pdf_book *book = context;
	struct pdf_store *store = &book->store;

	say(store, pdf_store_copy(store, then, strlen(then)));
	say(store, book->matrix->is_rtl ? " \342\206\220 " : " \342\206\222 ");
	pdf_words_plain(store, pdf_store_copy(store, now, strlen(now)), SHAPE_REGULAR,
			PDF_INK_TEXT);
	say(store, " ");
	pdf_store_close(store, &(struct pdf_par){.size = 1},
			changes_sign(MR_CHANGE_CHANGED, MR_TONE_PLAIN), PDF_INK_TEXT);
}

struct pdf_block pdf_changes_document(struct pdf_book *book)
{
	const struct mr_matrix *now = book->matrix;
	struct pdf_block block = {.first = book->store.n_pars};

	pdf_words_stand_at(&book->store, MR_AT_DOCUMENT, 0, 0);
	changes_details_document(now, put_own, book);
	if (now->since->n_changes == 0) {
		say(&book->store, mr_word(now, "changes_none", "Nothing changed."));
		pdf_store_close(&book->store, &(struct pdf_par){.size = 1}, NULL, 0);
	}
	block.n = book->store.n_pars - block.first;
	return block;
}
