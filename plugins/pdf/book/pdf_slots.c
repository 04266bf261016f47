/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <string.h>

#include "common/write/fill.h"
#include "common/write/number.h"
#include "common/write/origin.h"
#include "common/write/weights.h"
#include "pdf/book/pdf_slots.h"

#include "pdf/book/pdf_cell.h"
#include "pdf/book/pdf_changes.h"
#include "pdf/book/pdf_evidence.h"
#include "pdf/book/pdf_laid.h"
#include "pdf/book/pdf_notes.h"
#include "pdf/book/pdf_ranking.h"
#include "pdf/book/pdf_scale.h"

#define TITLE_SIZE 1.9f
#define SUBTITLE_SIZE 1.15f
#define HEADING_SIZE 1.25f

static void put_slot(struct pdf_book *book, uint32_t *n, struct pdf_block block, float x,
		     float width)
{
	struct pdf_slot slot = {.store = &book->store,
				.block = block,
				.x = x + book->pad,
				.width = width - 2 * book->pad};

	if (slot.width < 1)
		slot.width = 1;
	if (book->matrix->is_rtl)
		slot.x = book->body.width - slot.x - slot.width;
	assert(*n < book->n_places);
	book->slots[(*n)++] = slot;
}

/* Text that stands on the body's edges, without a cell's padding. */
static void put_line(struct pdf_book *book, uint32_t *n, struct pdf_block block, float x,
		     float width)
{
	put_slot(book, n, block, x - book->pad, width + 2 * book->pad);
}

static uint32_t table_head(struct pdf_book *book, const struct pdf_table *table)
{
	struct pdf_store *store = &book->store;
	float x = table->feature_width;
	uint32_t n = 0;

	put_slot(book, &n,
		 pdf_words_block(store, mr_word(book->matrix, "feature", "Feature"), SHAPE_BOLD,
				 PDF_INK_TEXT, 1),
		 0, x);
	for (uint32_t i = 0; i < table->n_products; i++) {
		float width = pdf_scale_product_width(book, table, i);

		put_slot(book, &n,
			 pdf_cell_product(&book->words, store, table->first_product + i, true), x,
			 width);
		x += width;
	}
	if (table->worksheet_width > 0)
		put_slot(book, &n,
			 pdf_words_block(store, mr_word(book->matrix, "notes", "Notes"), SHAPE_BOLD,
					 PDF_INK_TEXT, 1),
			 x, table->worksheet_width);
	return n;
}

/* A block of the table, wherever it is kept. */
static void put_laid(struct pdf_book *book, uint32_t *n, struct pdf_laid laid, float x, float width)
{
	put_slot(book, n, laid.block, x, width);
	book->slots[*n - 1].store = laid.store;
}

static uint32_t feature_row(struct pdf_book *book, const struct pdf_table *table, uint32_t row)
{
	float x = table->feature_width;
	bool is_sheet = table->kind == PDF_TABLE_SHEET;
	uint32_t n = 0;

	put_laid(book, &n, pdf_laid_cell(book, row, 0, is_sheet), 0, x);
	for (uint32_t i = 0; i < table->n_products; i++) {
		float width = pdf_scale_product_width(book, table, i);

		put_laid(book, &n, pdf_laid_cell(book, row, 1 + table->first_product + i, is_sheet),
			 x, width);
		x += width;
	}
	if (table->worksheet_width > 0)
		put_slot(book, &n, (struct pdf_block){book->store.n_pars, 0}, x,
			 table->worksheet_width);
	return n;
}

static const char *number_text(struct pdf_store *store, uint64_t value)
{
	char digits[NUMBER_SIZE];
	size_t n = number_unsigned(digits, value);

	return pdf_store_copy(store, digits, n);
}

static const char *percent_text(struct pdf_store *store, double coverage)
{
	char digits[NUMBER_SIZE + 4];
	size_t n;

	if (coverage < 0)
		return "\342\200\223";
	n = number_unsigned(digits, number_percent(coverage));
	memcpy(digits + n, "\302\240%", 3);
	return pdf_store_copy(store, digits, n + 3);
}

struct pdf_block pdf_slots_count(struct pdf_book *book, const struct pdf_row *row, uint32_t column)
{
	static const char *const keys[] = {"product", "yes", "partial", "no",
					   "unknown", "na",  "coverage"};
	static const char *const english[] = {
		"Product", "yes", "partial", "no", "unknown", "does not apply", "Coverage"};
	const struct mr_product *product = mr_product_at(book->matrix, row->index);
	const char *text = mr_word(book->matrix, keys[column], english[column]);
	bool is_bold = row->kind == PDF_ROW_COUNTS_HEAD || column == PDF_N_COUNTS;

	if (row->kind == PDF_ROW_COUNTS)
		text = column == 0 ? product->name
		       : column == PDF_N_COUNTS
			       ? percent_text(&book->store, product->counts.coverage)
			       : number_text(&book->store, product->counts.n[column - 1]);
	return pdf_words_block(&book->store, text, is_bold ? SHAPE_BOLD : SHAPE_REGULAR,
			       PDF_INK_TEXT, 1);
}

/* The summary and a ranking. */
static uint32_t counts_slots(struct pdf_book *book, const struct pdf_row *row)
{
	const struct pdf_table *table = &book->tables[row->table];
	bool is_ranking = table->kind == PDF_TABLE_RANKING;
	float x = 0;
	uint32_t n = 0;

	for (uint32_t i = 0; i <= table->n_products; i++) {
		float width = i ? table->widths[i - 1] : table->feature_width;

		put_slot(book, &n,
			 is_ranking ? pdf_ranking_cell(book, row, i)
				    : pdf_slots_count(book, row, i),
			 x, width);
		book->slots[n - 1].align = i && !is_ranking ? PDF_ALIGN_END : PDF_ALIGN_START;
		x += width;
	}
	return n;
}

static uint32_t legend_slots(struct pdf_book *book, const struct pdf_row *row)
{
	float x = 0, gap = 1.6f * book->size;
	uint32_t n = 0;

	for (uint32_t i = 0; i < row->n; i++) {
		struct pdf_block block = pdf_cell_status(
			&book->store, mr_status_at(book->matrix, book->used[row->index + i]));
		float natural, word;

		pdf_block_widths(&book->store, &block, &natural, &word);
		natural = natural * book->size + 1;
		if (natural > book->body.width)
			natural = book->body.width;
		put_line(book, &n, block, x, natural);
		x += natural + gap;
	}
	return n;
}

static struct pdf_block about_block(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	if (m->as_of.year) {
		struct out day;

		out_to_memory(&day, 0);
		out_date(&day, m->as_of);
		pdf_words_plain(store,
				pdf_words_filled(&book->words, store, "as_of", "as of {date}",
						 "date", out_at(&day)),
				SHAPE_REGULAR, PDF_INK_MUTED);
		out_release(&day);
		pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	}
	if (*m->selection.words) {
		pdf_words_plain(store, m->selection.words, SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	}
	block.n = store->n_pars - block.first;
	return block;
}

static void put_credit(struct pdf_book *book)
{
	const struct mr_credit *credit = &book->matrix->credit;
	struct pdf_store *store = &book->store;
	const char *words = *credit->text ? credit->text : credit->url;

	if (!*words && !*credit->license)
		return;
	pdf_words_plain(store, mr_word(book->matrix, "credit", "Credit"), SHAPE_BOLD,
			PDF_INK_MUTED);
	pdf_words_plain(store, ": ", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_words_plain(store, words, SHAPE_REGULAR, PDF_INK_TEXT);
	if (*credit->url) {
		uint32_t link = pdf_store_link(
			store, &(struct pdf_link){.uri = credit->url, .contents = credit->url});

		pdf_words_plain(store, ", ", SHAPE_REGULAR, PDF_INK_TEXT);
		pdf_store_span(store, credit->url, strlen(credit->url), SHAPE_REGULAR, PDF_INK_LINK,
			       link);
	}
	if (*credit->license) {
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_TEXT);
		pdf_words_plain(store, credit->license, SHAPE_REGULAR, PDF_INK_TEXT);
	}
	pdf_store_close(store, &(struct pdf_par){.size = book->words.small}, NULL, 0);
}

/* What the handout was made of. */
static void put_origin(struct pdf_book *book)
{
	struct pdf_store *store = &book->store;
	struct out words;

	out_to_memory(&words, 0);
	origin_put(&words, book->job, NULL);
	if (words.n > 0) {
		pdf_words_plain(store, pdf_store_copy(store, out_at(&words), words.n),
				SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_store_close(store, &(struct pdf_par){.size = book->words.small}, NULL, 0);
	}
	out_release(&words);
}

static struct pdf_block credit_block(struct pdf_book *book)
{
	struct pdf_block block = {.first = book->store.n_pars};

	put_credit(book);
	put_origin(book);
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
	pdf_words_plain(store, pdf_store_copy(store, out_at(&weights), weights.n), SHAPE_REGULAR,
			PDF_INK_MUTED);
	pdf_store_close(store, &small, NULL, 0);
	out_release(&weights);
}

static struct pdf_block coverage_block(struct pdf_book *book)
{
	struct pdf_block block = {.first = book->store.n_pars};

	put_coverage(book);
	block.n = book->store.n_pars - block.first;
	return block;
}

/* "yes 20 · partial 3 · no 5 · unknown 2 · Coverage 78 %" */
static struct pdf_block tally_block(struct pdf_book *book, uint32_t col)
{
	static const char *const keys[] = {"yes", "partial", "no", "unknown", "na"};
	static const char *const english[] = {"yes", "partial", "no", "unknown", "does not apply"};
	const struct mr_counts *counts = &mr_product_at(book->matrix, col)->counts;
	struct pdf_store *store = &book->store;
	struct pdf_block block = {.first = store->n_pars};

	for (uint32_t i = 0; i < MR_N_LIKES; i++) {
		if (counts->n[i] == 0)
			continue;
		pdf_words_plain(store, mr_word(book->matrix, keys[i], english[i]), SHAPE_REGULAR,
				PDF_INK_MUTED);
		pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_MUTED);
		pdf_words_plain(store, number_text(store, counts->n[i]), SHAPE_BOLD, PDF_INK_TEXT);
		pdf_words_plain(store, " \302\267 ", SHAPE_REGULAR, PDF_INK_MUTED);
	}
	pdf_words_plain(store, mr_word(book->matrix, "coverage", "Coverage"), SHAPE_REGULAR,
			PDF_INK_MUTED);
	pdf_words_plain(store, "\302\240", SHAPE_REGULAR, PDF_INK_MUTED);
	pdf_words_plain(store, percent_text(store, counts->coverage), SHAPE_BOLD, PDF_INK_TEXT);
	pdf_words_plain(store, " ", SHAPE_REGULAR, PDF_INK_TEXT);
	pdf_store_close(store, &(struct pdf_par){.size = 1}, NULL, 0);
	put_coverage(book);
	block.n = store->n_pars - block.first;
	return block;
}

static struct pdf_block group_block(struct pdf_book *book, const struct pdf_table *table)
{
	const struct mr_matrix *m = book->matrix;
	char from[NUMBER_SIZE], to[NUMBER_SIZE], total[NUMBER_SIZE];
	const struct fill_place places[] = {{"from", from}, {"to", to}, {"total", total}};
	struct out text;
	struct pdf_block block;
	char *first;

	number_unsigned(from, table->first_product + 1);
	number_unsigned(to, table->first_product + table->n_products);
	number_unsigned(total, m->products.n);
	out_to_memory(&text, 0);
	fill_write(&text,
		   mr_word(m, "products_range", "products {from}\342\200\223{to} of {total}"),
		   places, 3, NULL);
	first = text.n ? text.at : NULL;
	if (first && *first >= 'a' && *first <= 'z')
		*first = (char)(*first - 'a' + 'A'); /* it is a heading here */
	block = pdf_words_block(&book->store, pdf_store_copy(&book->store, out_at(&text), text.n),
				SHAPE_BOLD, PDF_INK_TEXT, HEADING_SIZE);
	out_release(&text);
	return block;
}

static const char *section_name(struct pdf_book *book, uint32_t section)
{
	switch (section) {
	case PDF_SECTION_SUMMARY: return mr_word(book->matrix, "summary", "Summary");
	case PDF_SECTION_NOTES: return mr_word(book->matrix, "notes", "Notes");
	case PDF_SECTION_RANKING: return pdf_ranking_title(book);
	case PDF_SECTION_CHANGES: return pdf_changes_title(book);
	case PDF_SECTION_EVIDENCE: return mr_word(book->matrix, "evidence", "Evidence");
	case PDF_SECTION_REFERENCES: return mr_word(book->matrix, "references", "References");
	default: return mr_word(book->matrix, "table", "Table");
	}
}

/* Rows that are one block across the body. */
static struct pdf_block whole_block(struct pdf_book *book, const struct pdf_row *row)
{
	const struct mr_matrix *m = book->matrix;
	struct pdf_store *store = &book->store;

	switch (row->kind) {
	case PDF_ROW_TITLE:
		return pdf_words_block(store, m->title, SHAPE_BOLD, PDF_INK_TEXT, TITLE_SIZE);
	case PDF_ROW_SUBTITLE:
		return pdf_words_block(store, m->subtitle, SHAPE_REGULAR, PDF_INK_MUTED,
				       SUBTITLE_SIZE);
	case PDF_ROW_ABOUT: return about_block(book);
	case PDF_ROW_GROUP: return group_block(book, &book->tables[row->table]);
	case PDF_ROW_SHEET:
		return pdf_words_block(store, mr_product_at(m, row->index)->name, SHAPE_BOLD,
				       PDF_INK_TEXT, HEADING_SIZE);
	case PDF_ROW_TALLY: return tally_block(book, row->index);
	case PDF_ROW_COVERAGE: return coverage_block(book);
	case PDF_ROW_HEADING:
		return pdf_words_block(store, section_name(book, row->index), SHAPE_BOLD,
				       PDF_INK_TEXT, HEADING_SIZE);
	case PDF_ROW_SINCE: return pdf_changes_legend(book);
	case PDF_ROW_CHANGED: return pdf_changes_document(book);
	case PDF_ROW_CHANGE_GROUP: return pdf_changes_group(book, row->index);
	case PDF_ROW_CHANGE: return pdf_changes_entry(book, row->index);
	case PDF_ROW_RANKED_ABOUT: return pdf_ranking_about(book);
	case PDF_ROW_RANKED_END: return pdf_ranking_end(book);
	case PDF_ROW_EVIDENCE_GROUP: return pdf_evidence_group(book, row->index);
	case PDF_ROW_EVIDENCE: return pdf_evidence_entry(book, row->index);
	case PDF_ROW_CREDIT: return credit_block(book);
	default: return (struct pdf_block){0, 0};
	}
}

uint32_t pdf_slots_of(struct pdf_book *book, const struct pdf_row *row)
{
	const struct pdf_table *table =
		row->table == PDF_NO_TABLE ? NULL : &book->tables[row->table];
	uint32_t n = 0;

	pdf_store_clear(&book->store);
	pdf_scale_set(book, table);
	switch (row->kind) {
	case PDF_ROW_TABLE_HEAD: return table_head(book, table);
	case PDF_ROW_FEATURE: return feature_row(book, table, row->index);
	case PDF_ROW_RANKED_HEAD:
	case PDF_ROW_RANKED:
	case PDF_ROW_COUNTS_HEAD:
	case PDF_ROW_COUNTS: return counts_slots(book, row);
	case PDF_ROW_LEGEND: return legend_slots(book, row);
	case PDF_ROW_CATEGORY:
		put_slot(book, &n, pdf_cell_category(&book->words, &book->store, row->index), 0,
			 book->body.width);
		return n;
	case PDF_ROW_NOTES:
	case PDF_ROW_REFERENCES: /* see pdf_lists */
	case PDF_ROW_CHART: return 0;
	default: put_line(book, &n, whole_block(book, row), 0, book->body.width); return n;
	}
}

static uint32_t continued_slot(struct pdf_book *book, uint32_t category, size_t n_kept)
{
	uint32_t n = 0;

	pdf_store_clear(&book->store);
	put_slot(book, &n, pdf_cell_continued(&book->words, &book->store, category, n_kept), 0,
		 book->body.width);
	return n;
}

/* Whether the slot at hand has more lines than a repeated heading may. */
static bool is_too_high(const struct pdf_book *book)
{
	const struct pdf_slot *slot = &book->slots[0];
	float height = pdf_block_height(slot->store, &slot->block, slot->width / book->size);

	return height > PDF_LEADING * ((float)book->continued_lines + 0.5f);
}

uint32_t pdf_slots_continued(struct pdf_book *book, const struct pdf_table *table,
			     uint32_t category)
{
	size_t low = 0, high = mr_category_at(book->matrix, category)->name->n_bytes;
	uint32_t n;

	pdf_scale_set(book, table);
	n = continued_slot(book, category, high);
	if (!is_too_high(book))
		return n;
	while (low + 1 < high) {
		size_t mid = low + (high - low) / 2;

		n = continued_slot(book, category, mid);
		if (is_too_high(book))
			high = mid;
		else
			low = mid;
	}
	return continued_slot(book, category, low);
}

/* A number and what hangs behind it. */
static uint32_t put_item(struct pdf_book *book, struct pdf_laid label, struct pdf_laid words,
			 const struct pdf_list *list, float x)
{
	uint32_t n = 0;

	put_line(book, &n, label.block, x, list->label);
	book->slots[0].store = label.store;
	book->slots[0].align = PDF_ALIGN_END;
	put_line(book, &n, words.block, x + list->label, list->width - list->label);
	book->slots[1].store = words.store;
	return n;
}

uint32_t pdf_slots_item(struct pdf_book *book, const struct pdf_row *row, uint32_t item, float x)
{
	const struct pdf_list *list = &book->lists[row->kind == PDF_ROW_REFERENCES];
	struct pdf_laid label = {.store = &book->store};

	pdf_store_clear(&book->store);
	pdf_scale_set(book, NULL);
	if (row->kind == PDF_ROW_REFERENCES) {
		label.block = pdf_notes_reference_label(&book->words, &book->store, item);
		return put_item(book, label, pdf_laid_reference(book, item), list, x);
	}
	label.block = pdf_notes_label(&book->words, &book->store, book->end_notes[item]);
	return put_item(book, label, pdf_laid_note(book, book->end_notes[item]), list, x);
}

uint32_t pdf_slots_note(struct pdf_book *book, uint32_t note)
{
	struct pdf_list list = {.width = book->body.width};
	struct pdf_laid label = {.store = &book->store};
	float word;

	pdf_scale_set(book, NULL);
	pdf_store_clear(&book->store);
	label.block = pdf_notes_label(&book->words, &book->store, note);
	pdf_block_widths(&book->store, &label.block, &list.label, &word);
	list.label = (list.label + 0.25f) * book->size;
	return put_item(book, label, pdf_laid_note(book, note), &list, 0);
}
