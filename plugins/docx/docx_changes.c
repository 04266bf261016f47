/* SPDX-License-Identifier: MIT */
#include "docx/docx_changes.h"

#include "common/change/changes.h"
#include "common/change/changes_details.h"
#include "common/office/office_plain.h"
#include "docx/docx_cell.h"
#include "docx/docx_words.h"

/* Letters of a former value that a cell has room for. */
enum { FORMER = 40 };

static const char *const detail_style = "ComparisonDetail";

static const char *say(const struct docx_book *book, const char *key, const char *english)
{
	return mr_word(book->m, key, english);
}

/* ------------------------------------------------------------------ in the tables */

static void put_sign(struct docx_book *book, uint32_t kind, uint32_t tone)
{
	docx_words_put(book, "\xc2\xa0", detail_style);
	docx_words_put(book, changes_sign(kind, tone), detail_style);
}

void docx_changes_mark_cell(struct docx_book *book, uint32_t row, uint32_t col)
{
	const struct mr_was *was = mr_was_cell(book->m, row, col);
	const struct mr_cell *then = mr_then_cell(book->m, row, col);

	if (!mr_was_other(was))
		return;
	put_sign(book, was->kind, was->tone);
	if (!then || !(was->what & (MR_CHANGED_STATUS | MR_CHANGED_WORDS)) ||
	    office_plain_width(then->text->plain, then->text->n_bytes) > FORMER)
		return;
	docx_words_put(book, " ", NULL);
	docx_words_put(book, say(book, "change_was", "was"), detail_style);
	docx_words_put(book, ": ", detail_style);
	docx_cell_value(book, book->m->since->old, then);
}

void docx_changes_mark_name(struct docx_book *book, const struct mr_was *was)
{
	if (!mr_was_other(was))
		return;
	put_sign(book, was->kind, was->tone);
	if (was->kind != MR_CHANGE_ADDED)
		return;
	docx_words_put(book, " ", NULL);
	docx_words_put(book, say(book, "change_added", "added"), detail_style);
}

/* "Changes since 2019-11-06" */
static void put_title(struct docx_book *book)
{
	char day[16];

	docx_words_fill(book, say(book, "changes_since", "Changes since {edition}"), "edition",
			changes_edition(book->m, day), NULL);
}

void docx_changes_legend(struct docx_book *book)
{
	static const struct {
		const char *sign, *key, *english;
	} signs[] = {
		{"+", "change_added", "added"},
		{"~", "change_was", "was"},
		{"!", "change_lost", "no longer known"},
		{"−", "change_removed", "removed"},
	};

	if (!book->m->since)
		return;
	docx_words_begin(book, "ComparisonLegend");
	put_title(book);
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		docx_words_put(book, i ? ", " : ": ", NULL);
		docx_words_put(book, signs[i].sign, NULL);
		docx_words_put(book, "\xc2\xa0", NULL);
		docx_words_put(book, say(book, signs[i].key, signs[i].english), NULL);
	}
	docx_words_end(book);
}

/* ------------------------------------------------------------------ the list */

static const struct mr_where nowhere = {MR_AT_DOCUMENT, 0, 0, NULL};

static void put_arrow(struct docx_book *book)
{
	docx_words_put(book, book->m->is_rtl ? " ← " : " → ", NULL);
}

/* An address leads to where it says. */
static void put_address(struct docx_book *book, const char *url)
{
	bool is_linked = docx_words_link(book, url, &nowhere);

	docx_words_put(book, url, is_linked ? "Hyperlink" : NULL);
	if (is_linked)
		docx_words_unlink(book);
}

static void put_detail(void *context, const struct changes_detail *detail)
{
	struct docx_book *book = context;
	const char *word = detail->key ? say(book, detail->key, detail->english) : "";

	docx_words_put(book, "\n", NULL);
	docx_words_put(book, changes_sign(detail->kind, MR_TONE_PLAIN), NULL);
	docx_words_put(book, " ", NULL);
	if (detail->key && detail->place) {
		docx_words_fill(book, word, detail->place, detail->text, NULL);
		return;
	}
	docx_words_put(book, word, NULL);
	if (*word && (detail->rich || *detail->text))
		docx_words_put(book, ": ", NULL);
	if (detail->rich)
		docx_words_text(book, detail->rich, "", &nowhere);
	else if (detail->is_address)
		put_address(book, detail->text);
	else
		docx_words_put(book, detail->text, NULL);
}

static void put_name(struct docx_book *book, const struct changes_entry *entry)
{
	const struct mr_matrix *m = changes_matrix(book->m, entry);
	const struct mr_category *category;

	switch (entry->at) {
	case CHANGES_PRODUCT:
		docx_words_put(book, mr_product_at(m, entry->index)->name, NULL);
		break;
	case CHANGES_CATEGORY:
		category = mr_category_at(m, entry->index);
		if (mr_text_is_empty(category->name))
			docx_words_put(book, category->id, NULL);
		docx_words_text(book, category->name, "", &nowhere);
		break;
	default: docx_words_text(book, mr_feature_at(m, entry->index)->name, "", &nowhere);
	}
}

static void put_values(struct docx_book *book, const struct changes_entry *entry)
{
	const struct mr_matrix *m = book->m;

	docx_words_put(book, ": ", NULL);
	if (entry->what & (MR_CHANGED_STATUS | MR_CHANGED_WORDS)) {
		docx_cell_value(book, m->since->old, mr_then_cell(m, entry->index, entry->col));
		put_arrow(book);
	}
	docx_cell_value(book, m, mr_cell_at(m, entry->index, entry->col));
	if (entry->tone != MR_TONE_LOUD)
		return;
	docx_words_put(book, " (", NULL);
	docx_words_put(book, say(book, "change_lost", "no longer known"), NULL);
	docx_words_put(book, ")", NULL);
}

static void put_entry(struct docx_book *book, const struct changes_entry *entry)
{
	docx_words_begin(book, "ComparisonChange");
	docx_words_put(book, changes_sign(entry->kind, entry->tone), NULL);
	docx_words_put(book, "\t", NULL);
	put_name(book, entry);
	if (entry->at == CHANGES_CELL)
		put_values(book, entry);
	changes_details(book->m, entry, put_detail, book);
	docx_words_end(book);
}

static void put_group(struct docx_book *book, const struct changes_entry *entry)
{
	docx_words_begin(book, "ComparisonCategory");
	docx_words_put(book, changes_group(book->m, entry), NULL);
	docx_words_end(book);
}

static void put_own(void *context, const char *then, const char *now)
{
	struct docx_book *book = context;

	docx_words_begin(book, "ComparisonChange");
	docx_words_put(book, changes_sign(MR_CHANGE_CHANGED, MR_TONE_PLAIN), NULL);
	docx_words_put(book, "\t", NULL);
	docx_words_put(book, then, NULL);
	put_arrow(book);
	docx_words_put(book, now, NULL);
	docx_words_end(book);
}

void docx_changes_list(struct docx_book *book)
{
	struct changes changes;

	if (!book->m->since)
		return;
	docx_words_begin(book, "Heading1");
	put_title(book);
	docx_words_end(book);
	if (book->m->since->n_changes == 0) {
		docx_words_begin(book, "ComparisonChange");
		docx_words_put(book, say(book, "changes_none", "Nothing changed."), NULL);
		docx_words_end(book);
	}
	changes_details_document(book->m, put_own, book);
	changes_list(&changes, book->m);
	for (size_t i = 0; i < changes.n; i++) {
		const struct changes_entry *entry = &changes.at[i];

		if (changes_begins_group(&changes, i))
			put_group(book, entry);
		put_entry(book, entry);
	}
	changes_release(&changes);
}
