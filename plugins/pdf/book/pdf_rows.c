/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/book/pdf_rows.h"
#include "pdf/content/pdf_axes.h"
#include "pdf/content/pdf_cell.h"
#include "pdf/content/pdf_changes.h"
#include "pdf/content/pdf_codes.h"
#include "pdf/content/pdf_contents.h"
#include "pdf/content/pdf_credit.h"
#include "pdf/content/pdf_evidence.h"
#include "pdf/content/pdf_glossary.h"
#include "pdf/content/pdf_legend.h"
#include "pdf/book/pdf_lists.h"
#include "pdf/content/pdf_ranking.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/book/pdf_slots.h"
#include "pdf/book/pdf_tables.h"
#include "pdf/content/pdf_title_page.h"
#include "pdf/content/pdf_totals.h"

#define NAMELESS_GAP 0.8f /* above the rows of a category without a name */
#define LOGO_HEIGHT 2.4f
#define RULED_LINES 2.4f /* least height of a row with ruled lines, in em */

/* ---- what there is */

static void add_row(struct pdf_book *book, struct pdf_row row)
{
	if (book->n_rows == book->rows_size) {
		uint32_t wanted = book->rows_size ? book->rows_size * 2 : 128;
		struct pdf_row *grown =
			wanted > book->n_rows ? realloc(book->rows, wanted * sizeof(*grown)) : NULL;

		if (!grown) {
			book->failed = true;
			return;
		}
		book->rows = grown;
		book->rows_size = wanted;
	}
	book->rows[book->n_rows++] = row;
}

static void add_simple(struct pdf_book *book, enum pdf_row_kind kind, uint32_t index)
{
	add_row(book,
		(struct pdf_row){.kind = (uint8_t)kind, .table = PDF_NO_TABLE, .index = index});
}

static void add_table_rows(struct pdf_book *book, uint32_t table, bool breaks)
{
	const struct mr_matrix *m = book->matrix;
	bool is_turned = pdf_axes_is_turned(book, &book->tables[table]);

	add_row(book, (struct pdf_row){.kind = PDF_ROW_TABLE_HEAD, .table = table, .n = breaks});
	for (uint32_t i = 0; is_turned && i < m->products.n; i++)
		add_row(book, (struct pdf_row){.kind = PDF_ROW_PRODUCT,
					       .table = table,
					       .index = book->order[i],
					       .n = i < book->n_pinned});
	if (is_turned)
		return;
	for (uint32_t i = 0; i < m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(m, i);

		if (!mr_text_is_empty(category->name))
			add_row(book, (struct pdf_row){.kind = PDF_ROW_CATEGORY,
						       .table = table,
						       .index = i});
		for (uint32_t k = 0; k < category->n_features; k++)
			add_row(book, (struct pdf_row){.kind = PDF_ROW_FEATURE,
						       .table = table,
						       .index = category->first_feature + k});
	}
	if (pdf_totals_has(book, &book->tables[table]))
		add_row(book, (struct pdf_row){.kind = PDF_ROW_TOTALS, .table = table});
}

static void add_title(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;

	for (uint32_t i = 0; book->options.has_title_page && i < PDF_N_TITLE_PARTS; i++)
		if (pdf_title_page_has(book, i))
			add_simple(book, PDF_ROW_FACE, i);
	if (book->options.has_title_page)
		return;
	add_simple(book, PDF_ROW_TITLE, 0);
	if (*m->subtitle)
		add_simple(book, PDF_ROW_SUBTITLE, 0);
	if (m->as_of.year || *m->selection.words)
		add_simple(book, PDF_ROW_ABOUT, 0);
}

/* How to read what follows. */
static void add_key(struct pdf_book *book)
{
	for (uint32_t i = 0; i < book->n_used && !book->failed;) {
		uint32_t n = pdf_legend_fitting(book, i, book->body.width, book->size);

		add_row(book,
			(struct pdf_row){
				.kind = PDF_ROW_LEGEND, .table = PDF_NO_TABLE, .index = i, .n = n});
		i += n;
	}
	if (book->matrix->since)
		add_simple(book, PDF_ROW_SINCE, 0);
}

/* Before the table, since it is what was asked. */
static void add_ranking(struct pdf_book *book)
{
	const struct mr_ranking *ranking = book->matrix->ranking;
	uint32_t table = book->n_tables - 1;

	if (!ranking)
		return;
	add_simple(book, PDF_ROW_HEADING, PDF_SECTION_RANKING);
	pdf_store_clear(&book->store);
	if (pdf_ranking_about(book).n > 0)
		add_simple(book, PDF_ROW_RANKED_ABOUT, 0);
	add_row(book, (struct pdf_row){.kind = PDF_ROW_RANKED_HEAD, .table = table});
	for (uint32_t i = 0; i < ranking->ranked.n; i++)
		add_row(book, (struct pdf_row){.kind = PDF_ROW_RANKED, .table = table, .index = i});
	add_simple(book, PDF_ROW_RANKED_END, 0);
}

static void add_cover(struct pdf_book *book, uint32_t table)
{
	add_simple(book, PDF_ROW_HEADING, PDF_SECTION_SUMMARY);
	if (book->chart.n_shapes > 0 && !book->chart.failed)
		add_simple(book, PDF_ROW_CHART, 0);
	add_row(book, (struct pdf_row){.kind = PDF_ROW_COUNTS_HEAD, .table = table});
	for (uint32_t i = 0; i < book->matrix->products.n; i++)
		add_row(book, (struct pdf_row){.kind = PDF_ROW_COUNTS, .table = table, .index = i});
	add_simple(book, PDF_ROW_COVERAGE, 0);
}

static void add_list(struct pdf_book *book, enum pdf_row_kind kind, enum pdf_section section,
		     uint32_t n)
{
	if (n == 0)
		return;
	add_simple(book, PDF_ROW_HEADING, section);
	add_row(book, (struct pdf_row){.kind = (uint8_t)kind, .table = PDF_NO_TABLE, .n = n});
}

static void add_sheets(struct pdf_book *book, uint32_t first_table)
{
	for (uint32_t i = 0; i < book->matrix->products.n; i++) {
		uint32_t table = first_table + i;

		add_row(book, (struct pdf_row){.kind = PDF_ROW_SHEET, .table = table, .index = i});
		if (mr_product_at(book->matrix, i)->counts.total)
			add_row(book, (struct pdf_row){
					      .kind = PDF_ROW_TALLY, .table = table, .index = i});
		add_table_rows(book, table, false);
	}
}

static void add_changes(struct pdf_book *book)
{
	add_simple(book, PDF_ROW_HEADING, PDF_SECTION_CHANGES);
	pdf_store_clear(&book->store);
	if (pdf_changes_document(book).n > 0)
		add_simple(book, PDF_ROW_CHANGED, 0);
	for (size_t i = 0; i < book->changes.n; i++) {
		if (pdf_changes_begins(book, i))
			add_simple(book, PDF_ROW_CHANGE_GROUP, (uint32_t)i);
		add_simple(book, PDF_ROW_CHANGE, (uint32_t)i);
	}
}

static void add_evidence(struct pdf_book *book)
{
	for (uint32_t i = 0; i < book->n_evidence; i++) {
		if (i == 0)
			add_simple(book, PDF_ROW_HEADING, PDF_SECTION_EVIDENCE);
		if (pdf_evidence_begins(book, i))
			add_simple(book, PDF_ROW_EVIDENCE_GROUP, i);
		add_simple(book, PDF_ROW_EVIDENCE, i);
	}
}

/* References with QR codes: as many in a row as have room. */
static void add_codes(struct pdf_book *book)
{
	uint32_t n_columns = pdf_codes_grid(book).n_columns;

	add_simple(book, PDF_ROW_HEADING, PDF_SECTION_REFERENCES);
	for (uint32_t i = 0; i < book->refs.n; i += n_columns) {
		uint32_t rest = book->refs.n - i;

		add_row(book, (struct pdf_row){.kind = PDF_ROW_CODES,
					       .table = PDF_NO_TABLE,
					       .index = i,
					       .n = rest < n_columns ? rest : n_columns});
	}
}

static void add_glossary(struct pdf_book *book)
{
	if (!pdf_glossary_is_there(book))
		return;
	add_simple(book, PDF_ROW_HEADING, PDF_SECTION_GLOSSARY);
	for (uint32_t i = 0; i < book->matrix->categories.n; i++) {
		const struct mr_category *category = mr_category_at(book->matrix, i);

		if (pdf_glossary_has_category(book, i) && !mr_text_is_empty(category->name))
			add_simple(book, PDF_ROW_TERM_GROUP, i);
		for (uint32_t k = 0; k < category->n_features; k++)
			if (pdf_glossary_has_feature(book, category->first_feature + k))
				add_simple(book, PDF_ROW_TERM, category->first_feature + k);
	}
}

/* Entries for all rows behind the front that begin a part, and the room for them before those. */
static void add_contents(struct pdf_book *book, uint32_t n_front)
{
	uint32_t n_before = book->n_rows, n = 0, at = n_front;

	for (uint32_t i = n_front; i < n_before; i++)
		n += pdf_contents_level(book, &book->rows[i]) > 0;
	if (n == 0)
		return;
	add_simple(book, PDF_ROW_HEADING, PDF_SECTION_CONTENTS);
	for (uint32_t i = 0; i < n && !book->failed; i++)
		add_simple(book, PDF_ROW_ENTRY, 0);
	if (book->failed)
		return;
	n++;
	memmove(book->rows + n_front + n, book->rows + n_front,
		(n_before - n_front) * sizeof(*book->rows));
	book->rows[at++] = (struct pdf_row){
		.kind = PDF_ROW_HEADING, .table = PDF_NO_TABLE, .index = PDF_SECTION_CONTENTS};
	for (uint32_t i = n_front + n; i < book->n_rows; i++) {
		uint32_t level = pdf_contents_level(book, &book->rows[i]);

		if (level > 0)
			book->rows[at++] = (struct pdf_row){.kind = PDF_ROW_ENTRY,
							    .table = PDF_NO_TABLE,
							    .index = i,
							    .n = level};
	}
}

int pdf_rows_make(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	uint32_t n_groups = book->columns.n_groups, n_front;

	book->above.row = 0;
	book->n_rows = 0;
	pdf_scale_set(book, NULL);
	pdf_lists_forget(book);
	pdf_tables_make(book);
	add_title(book);
	n_front = book->n_rows;
	add_key(book);
	/* the contents stand behind a title page, or below the key */
	if (!book->options.has_title_page)
		n_front = book->n_rows;
	add_ranking(book);
	if (book->options.has_cover)
		add_cover(book, n_groups);
	for (uint32_t g = 0; g < n_groups; g++) {
		if (n_groups > 1)
			add_row(book, (struct pdf_row){.kind = PDF_ROW_GROUP, .table = g});
		add_table_rows(book, g, n_groups == 1 && book->options.has_cover);
	}
	if (n_groups > 0 && pdf_totals_has(book, &book->tables[0]))
		add_simple(book, PDF_ROW_COVERAGE, 0);
	for (uint32_t i = 0; i < book->n_figures; i++) {
		if (i == 0)
			add_simple(book, PDF_ROW_HEADING, PDF_SECTION_CHART);
		add_simple(book, PDF_ROW_FIGURE, i);
	}
	if (book->options.has_sheets)
		add_sheets(book, n_groups + 1);
	add_glossary(book);
	if (book->options.notes != PDF_NOTES_PAGE)
		for (book->n_end_notes = 0; book->n_end_notes < m->notes.n; book->n_end_notes++)
			book->end_notes[book->n_end_notes] = book->n_end_notes;
	add_list(book, PDF_ROW_DETAILS, PDF_SECTION_DETAILS, book->signs.n);
	add_list(book, PDF_ROW_NOTES, PDF_SECTION_NOTES, book->n_end_notes);
	add_evidence(book);
	if (pdf_codes_has_references(book))
		add_codes(book);
	else if (book->options.links == PDF_LINKS_LIST)
		add_list(book, PDF_ROW_REFERENCES, PDF_SECTION_REFERENCES, book->refs.n);
	if (m->since)
		add_changes(book);
	if ((pdf_credit_is_there(book) && !book->options.has_title_page) || book->job->stamp)
		add_simple(book, PDF_ROW_CREDIT, 0);
	if (book->options.has_contents && !book->failed)
		add_contents(book, n_front);
	pdf_tables_room(book);
	return book->failed || book->store.failed ? -1 : 0;
}

uint8_t pdf_rows_head(const struct pdf_table *table)
{
	switch (table->kind) {
	case PDF_TABLE_COUNTS: return PDF_ROW_COUNTS_HEAD;
	case PDF_TABLE_RANKING: return PDF_ROW_RANKED_HEAD;
	default: return PDF_ROW_TABLE_HEAD;
	}
}

bool pdf_rows_begins_page(const struct pdf_book *book, const struct pdf_row *row)
{
	bool is_behind = row > book->rows && row[-1].kind != row->kind &&
			 (row[-1].kind == PDF_ROW_ENTRY || row[-1].kind == PDF_ROW_FACE);

	return is_behind ||
	       (row->kind == PDF_ROW_GROUP && row->table == 0 && book->options.has_cover);
}

/* ---- heights */

bool pdf_rows_begins_nameless(const struct pdf_book *book, const struct pdf_row *row)
{
	uint32_t index = mr_feature_at(book->matrix, row->index)->category;
	const struct mr_category *category = mr_category_at(book->matrix, index);

	return index > 0 && row->index == category->first_feature &&
	       mr_text_is_empty(category->name);
}

float pdf_rows_gap(const struct pdf_book *book, const struct pdf_row *row)
{
	switch (row->kind) {
	case PDF_ROW_TABLE_HEAD:
	case PDF_ROW_COUNTS_HEAD:
	case PDF_ROW_RANKED_HEAD:
	case PDF_ROW_FIGURE:
	case PDF_ROW_CHART: return (0.5f + 0.5f * book->air) * book->size;
	case PDF_ROW_GROUP:
	case PDF_ROW_SHEET:
	case PDF_ROW_HEADING:
	case PDF_ROW_CREDIT: return (1 + 0.6f * book->air) * book->size;
	case PDF_ROW_CHANGE_GROUP: return 0.7f * book->size;
	case PDF_ROW_TERM_GROUP:
	case PDF_ROW_EVIDENCE_GROUP: return 0.4f * book->size;
	case PDF_ROW_NOTES:
	case PDF_ROW_DETAILS:
	case PDF_ROW_REFERENCES: return 0.2f * book->size;
	case PDF_ROW_ABOUT:
	case PDF_ROW_COVERAGE:
	case PDF_ROW_RANKED_END:
	case PDF_ROW_SINCE:
	case PDF_ROW_LEGEND: return 0.4f * book->size;
	case PDF_ROW_FEATURE:
		return pdf_rows_begins_nameless(book, row) ? NAMELESS_GAP * book->size : 0;
	default: return 0;
	}
}

float pdf_rows_logo_height(const struct pdf_book *book, const struct pdf_table *table)
{
	bool has_logos = book->has_logos && !pdf_slots_is_slanted(book, table) &&
			 !pdf_axes_is_turned(book, table);

	for (uint32_t i = 0; has_logos && i < table->n_products; i++)
		if (book->logos[pdf_axes_column(book, table, i)].aspect > 0)
			return (LOGO_HEIGHT + 0.3f) * book->size;
	return 0;
}

/* In em; a slanted name reaches as high as it is long. */
static float slot_height(const struct pdf_book *book, const struct pdf_row *row, uint32_t i)
{
	const struct pdf_slot *slot = &book->slots[i];

	if (row->kind == PDF_ROW_TABLE_HEAD && i > 0) {
		const struct pdf_table *table = &book->tables[row->table];
		float length, thickness;

		if (pdf_slots_is_slanted(book, table) && i <= table->n_products) {
			pdf_slots_slant(book, slot->block, &length, &thickness);
			return pdf_slant_height(length, thickness);
		}
	}
	return pdf_block_height(slot->store, &slot->block, slot->width / book->size);
}

float pdf_rows_height(struct pdf_book *book, const struct pdf_row *row)
{
	float most = 0, pad = pdf_scale_padding(book, row->kind);
	uint32_t n;

	if (row->kind == PDF_ROW_CHART) {
		pdf_scale_set(book, NULL);
		return (float)book->chart.height;
	}
	if (row->kind == PDF_ROW_FACE && row->index == PDF_TITLE_TOP)
		return pdf_title_page_top(book);
	if (row->kind == PDF_ROW_FIGURE) {
		pdf_scale_set(book, NULL);
		return (float)book->figures[row->index].height;
	}
	if (pdf_lists_is(row))
		return pdf_lists_height(book, row);
	n = pdf_slots_of(book, row);
	for (uint32_t i = 0; i < n; i++) {
		float h = slot_height(book, row, i);

		if (h > most)
			most = h;
	}
	if (pdf_axes_has_cells(row) && book->tables[row->table].worksheet_width > 0 &&
	    most < RULED_LINES)
		most = RULED_LINES;
	most = fmaxf(most * book->size + pdf_codes_quiet(book, row), pdf_codes_height(book, row)) +
	       2 * pad;
	return row->kind == PDF_ROW_TABLE_HEAD
		       ? most + pdf_rows_logo_height(book, &book->tables[row->table])
		       : most;
}

/* ---- notes */

static uint32_t add_notes(const struct mr_array *notes, uint32_t *out)
{
	for (uint32_t i = 0; out && i < notes->n; i++)
		out[i] = mr_index_at(notes, i);
	return notes->n;
}

/* The notes of the name and the cells of a row; counts only when `out` is null. */
static uint32_t cell_notes(const struct pdf_book *book, const struct pdf_row *row, uint32_t *out)
{
	const struct pdf_table *table = &book->tables[row->table];
	uint32_t n = add_notes(row->kind == PDF_ROW_PRODUCT
				       ? &mr_product_at(book->matrix, row->index)->notes
				       : &mr_feature_at(book->matrix, row->index)->notes,
			       out);

	for (uint32_t i = 0; i < table->n_products; i++) {
		const struct mr_cell_detail *detail = pdf_axes_cell(book, row, i)->detail;

		if (!detail)
			continue;
		n += add_notes(&detail->notes, out ? out + n : NULL);
		for (uint32_t k = 0; k < detail->parts.n; k++)
			n += add_notes(&mr_part_at(detail, k)->notes, out ? out + n : NULL);
	}
	return n;
}

/* The notes of the names above the columns: of products, or of features and the categories that begin. */
static uint32_t head_notes(const struct pdf_book *book, const struct pdf_table *table,
			   uint32_t *out)
{
	const struct mr_matrix *m = book->matrix;
	uint32_t n = 0;

	for (uint32_t i = 0; i < table->n_products; i++) {
		uint32_t column = pdf_axes_column(book, table, i);
		const struct mr_category *category;

		if (!pdf_axes_is_turned(book, table)) {
			n += add_notes(&mr_product_at(m, column)->notes, out ? out + n : NULL);
			continue;
		}
		n += add_notes(&mr_feature_at(m, column)->notes, out ? out + n : NULL);
		category = mr_category_at(m, mr_feature_at(m, column)->category);
		if (category->first_feature == column)
			n += add_notes(&category->notes, out ? out + n : NULL);
	}
	return n;
}

uint32_t pdf_rows_notes(const struct pdf_book *book, const struct pdf_row *row, uint32_t *out)
{
	const struct mr_matrix *m = book->matrix;
	const struct pdf_table *table =
		row->table == PDF_NO_TABLE ? NULL : &book->tables[row->table];

	switch (row->kind) {
	case PDF_ROW_PRODUCT:
	case PDF_ROW_FEATURE: return cell_notes(book, row, out);
	case PDF_ROW_CATEGORY: return add_notes(&mr_category_at(m, row->index)->notes, out);
	case PDF_ROW_TABLE_HEAD: return table ? head_notes(book, table, out) : 0;
	default: return 0;
	}
}
