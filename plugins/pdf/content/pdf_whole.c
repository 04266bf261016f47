/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_whole.h"

#include <string.h>

#include "common/chart/chart_frame.h"
#include "common/write/weights.h"
#include "pdf/content/pdf_changes.h"
#include "pdf/content/pdf_credit.h"
#include "pdf/content/pdf_evidence.h"
#include "pdf/content/pdf_glossary.h"
#include "pdf/content/pdf_ranking.h"
#include "pdf/content/pdf_running.h"
#include "pdf/content/pdf_title_page.h"

#define TITLE_SIZE 1.9f
#define SUBTITLE_SIZE 1.15f
#define HEADING_SIZE 1.25f

static struct pdf_block credit_block(struct pdf_book *book)
{
	struct pdf_block block = {.first = book->store.n_pars};

	/* a title page has it already */
	if (!book->options.has_title_page)
		pdf_credit_put(book);
	pdf_credit_put_origin(book);
	block.n = book->store.n_pars - block.first;
	return block;
}

/* How a coverage is counted, and which features weigh how much in it: small paragraphs. */
static void put_coverage(struct pdf_book *book)
{
	struct pdf_store *store = &book->store;
	const struct pdf_par small = {.size = book->words.small, .gap = 0.1f};
	struct out weights;

	pdf_words_plain(store,
			mr_word(book->matrix, "coverage_scale",
				"Coverage: yes counts one, partial one half, unknown zero, of all "
				"that apply."),
			SHAPE_REGULAR, PDF_INK_MUTED);
	out_to_memory(&weights, 0);
	weights_put_line(&weights, book->matrix);
	if (weights.n > 0)
		pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_store_close(store, &small, NULL, 0);
	pdf_words_plain(store, pdf_store_take(store, &weights), SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_store_close(store, &small, NULL, 0);
}

static struct pdf_block coverage_block(struct pdf_book *book)
{
	struct pdf_block block = {.first = book->store.n_pars};

	put_coverage(book);
	block.n = book->store.n_pars - block.first;
	return block;
}

/* "https://istio.io · archived": where a product is at home, unless no addresses are wanted. */
static void put_home(struct pdf_book *book, const struct mr_product *product)
{
	struct pdf_store *store = &book->store;
	bool has_address = *product->url && book->options.links != PDF_LINKS_NONE;

	if (has_address)
		pdf_store_span(store, product->url, strlen(product->url), SHAPE_REGULAR,
			       PDF_INK_LINK, pdf_words_link(store, product->url));
	if (has_address && *product->lifecycle_word)
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_words_plain(store, product->lifecycle_word, SHAPE_REGULAR, PDF_INK_MUTED);
	if (!has_address && !*product->lifecycle_word)
		return;
	pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
}

/* "yes 20 · partial 3 · no 5 · unknown 2 · Coverage 78 %" */
static struct pdf_block tally_block(struct pdf_book *book, uint32_t col)
{
	static const char *const keys[] = {"yes", "partial", "no", "unknown", "na"};
	static const char *const english[] = {"yes", "partial", "no", "unknown", "does not apply"};
	const struct mr_counts *counts = &mr_product_at(book->matrix, col)->counts;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	put_home(book, mr_product_at(book->matrix, col));
	for (uint32_t i = 0; i < MR_N_LIKES; i++) {
		if (counts->n[i] == 0)
			continue;
		pdf_words_plain(store, mr_word(book->matrix, keys[i], english[i]), SHAPE_REGULAR,
				PDF_INK_MUTED);
		pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, pdf_words_number(store, counts->n[i]), SHAPE_BOLD,
				PDF_INK_TEXT);
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
	}
	pdf_words_plain(store, mr_word(book->matrix, "coverage", "Coverage"), SHAPE_REGULAR,
			PDF_INK_MUTED);
	pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_words_plain(store, pdf_words_percent(store, counts->coverage), SHAPE_BOLD,
			PDF_INK_TEXT);
	pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	put_coverage(book);
	block.n = store->n_pars - block.first;
	return block;
}

/* "Features 1–7": of a table that is turned. */
static const char *features_name(struct pdf_book *book, const struct pdf_table *table)
{
	struct out text;

	out_to_memory(&text, 0);
	out_string(&text, mr_word(book->matrix, "features", "Features"));
	out_char(&text, ' ');
	out_unsigned(&text, table->first_product + 1);
	out_string(&text, "\342\200\223");
	out_unsigned(&text, table->first_product + table->n_products);
	return pdf_store_take(&book->store, &text);
}

static const char *group_name(struct pdf_book *book, const struct pdf_table *table)
{
	return pdf_running_range(book, table->is_later ? table->first_product + 1 : 1,
				 table->first_product + table->n_products - table->n_pinned);
}

static const char *section_name(struct pdf_book *book, uint32_t section)
{
	switch (section) {
	case PDF_SECTION_CHART:
		return chart_frame_title(&book->figures[0], book->matrix,
					 (enum chart_kind)book->options.chart);
	case PDF_SECTION_CONTENTS: return mr_word(book->matrix, "contents", "Contents");
	case PDF_SECTION_SUMMARY: return mr_word(book->matrix, "summary", "Summary");
	case PDF_SECTION_DETAILS: return mr_word(book->matrix, "details", "Details");
	case PDF_SECTION_GLOSSARY: return mr_word(book->matrix, "glossary", "Glossary");
	case PDF_SECTION_NOTES: return mr_word(book->matrix, "notes", "Notes");
	case PDF_SECTION_RANKING: return pdf_ranking_title(book);
	case PDF_SECTION_CHANGES: return pdf_changes_title(book);
	case PDF_SECTION_EVIDENCE: return mr_word(book->matrix, "evidence", "Evidence");
	case PDF_SECTION_REFERENCES: return mr_word(book->matrix, "references", "References");
	default: return mr_word(book->matrix, "table", "Table");
	}
}

const char *pdf_whole_name(struct pdf_book *book, const struct pdf_row *row)
{
	const struct mr_matrix *m = book->matrix;

	switch (row->kind) {
	case PDF_ROW_HEADING: return section_name(book, row->index);
	case PDF_ROW_GROUP:
		return book->options.is_turned ? features_name(book, &book->tables[row->table])
					       : group_name(book, &book->tables[row->table]);
	case PDF_ROW_CATEGORY: return mr_category_at(m, row->index)->name->plain;
	case PDF_ROW_SHEET: return mr_product_at(m, row->index)->name;
	default: return mr_word(m, "table", "Table");
	}
}

struct pdf_block pdf_whole_block(struct pdf_book *book, const struct pdf_row *row)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_store *store = &book->store;

	switch (row->kind) {
	case PDF_ROW_TITLE:
		return pdf_words_block(store, m->title, SHAPE_BOLD, PDF_INK_HEADING, TITLE_SIZE);
	case PDF_ROW_SUBTITLE:
		return pdf_words_block(store, m->subtitle, SHAPE_REGULAR, PDF_INK_MUTED,
				       SUBTITLE_SIZE);
	case PDF_ROW_ABOUT: return pdf_title_page_about(book, 1);
	case PDF_ROW_FACE: return pdf_title_page_block(book, row->index);
	case PDF_ROW_GROUP:
	case PDF_ROW_SHEET:
	case PDF_ROW_HEADING:
		return pdf_words_block(store, pdf_whole_name(book, row), SHAPE_BOLD,
				       PDF_INK_HEADING, HEADING_SIZE);
	case PDF_ROW_TALLY: return tally_block(book, row->index);
	case PDF_ROW_COVERAGE: return coverage_block(book);
	case PDF_ROW_SINCE: return pdf_changes_legend(book);
	case PDF_ROW_CHANGED: return pdf_changes_document(book);
	case PDF_ROW_CHANGE_GROUP: return pdf_changes_group(book, row->index);
	case PDF_ROW_CHANGE: return pdf_changes_entry(book, row->index);
	case PDF_ROW_RANKED_ABOUT: return pdf_ranking_about(book);
	case PDF_ROW_RANKED_END: return pdf_ranking_end(book);
	case PDF_ROW_EVIDENCE_GROUP: return pdf_evidence_group(book, row->index);
	case PDF_ROW_EVIDENCE: return pdf_evidence_entry(book, row->index);
	case PDF_ROW_TERM_GROUP: return pdf_glossary_category(book, row->index);
	case PDF_ROW_TERM: return pdf_glossary_feature(book, row->index);
	case PDF_ROW_CREDIT: return credit_block(book);
	default: return (struct pdf_block){0, 0};
	}
}
