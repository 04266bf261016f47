/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "pdf/draw/pdf_draw.h"
#include "pdf/book/pdf_book.h"
#include "pdf/content/pdf_axes.h"
#include "pdf/content/pdf_cell.h"
#include "pdf/content/pdf_changes.h"
#include "pdf/content/pdf_codes.h"
#include "pdf/content/pdf_contents.h"
#include "pdf/book/pdf_lists.h"
#include "pdf/book/pdf_rows.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/book/pdf_slots.h"
#include "pdf/content/pdf_title_page.h"
#include "pdf/draw/pdf_interval.h"
#include "pdf/draw/pdf_setting.h"

#define CHANGE_BAR 1.4f
#define RULED_STEP 1.6f /* em between the lines of a worksheet */

static float left_of(const struct pdf_drawer *d)
{
	return d->book->paper.left;
}

/* ---- the slots of a row */

/* Which lines of each slot stand here: all, or what the plan's cut left for this part. */
static uint32_t choose_lines(struct pdf_drawer *d, const struct pdf_row *row,
			     const struct pdf_fragment *f)
{
	struct pdf_book *book = d->book;
	bool is_last;

	for (uint32_t i = 0; i < book->n_places; i++) {
		d->first[i] = f->part > 0 ? book->starts[i].line : 0;
		d->counts[i] = UINT32_MAX;
	}
	if (f->room > 0)
		pdf_book_split(book, row, f->part, f->room, d->counts, &is_last);
	return pdf_slots_of(book, row);
}

static void draw_ruled(struct pdf_drawer *d, const struct pdf_slot *slot, float y, float height)
{
	float step = RULED_STEP * d->book->size, left = left_of(d) + slot->x;

	for (float at = y + step; at < y + height - 1; at += step)
		for (float x = left; x < left + slot->width; x += 3)
			pdf_canvas_rule(d->canvas, &(struct pdf_box){x, at + 0.5f, x + 0.8f, at},
					d->theme->rule);
}

/* Where the words of a head begin, and where they end. */
struct place {
	float text, foot;
};

static void head_slot(struct pdf_drawer *d, const struct pdf_table *table, uint32_t i,
		      uint32_t element, enum pdf_tag tag, struct place at)
{
	if (!pdf_slots_is_slanted(d->book, table))
		pdf_draw_slot(d, i, element, tag, at.text);
	else if (i > 0 && i <= table->n_products)
		pdf_draw_slanted(d, i, element, tag, at.foot);
	else /* beside slanted names words stand at the foot */
		pdf_draw_slot(d, i, element, tag, at.foot - PDF_LEADING * d->book->size);
}

/* The element of slot `i` of the row at hand; what a group before has is on paper alone. */
static uint32_t cell_of(struct pdf_drawer *d, const struct pdf_table *table, uint32_t i,
			enum pdf_tag tag)
{
	if (i > 0 && pdf_axes_is_repeated(table, i - 1))
		return PDF_ARTIFACT;
	return pdf_tags_add(pdf_doc_tags(d->book->doc), d->row, tag);
}

static void table_head(struct pdf_drawer *d, const struct pdf_row *row, uint32_t n, bool is_begun,
		       float y, float height)
{
	struct pdf_book *book = d->book;
	struct pdf_tags *tags = pdf_doc_tags(book->doc);
	const struct pdf_table *table = &book->tables[row->table];
	float text = y + pdf_scale_padding(book, row->kind);
	float foot = y + height - pdf_scale_padding(book, row->kind);

	if (!is_begun) {
		uint32_t head;

		d->table = pdf_tags_add(tags, PDF_TAGS_ROOT, PDF_TAG_TABLE);
		head = pdf_tags_add(tags, d->table, PDF_TAG_THEAD);
		d->row = pdf_tags_add(tags, head, PDF_TAG_TR);
		d->body = 0;
		for (uint32_t i = 0; i < n; i++) {
			d->cells[i] = cell_of(d, table, i, PDF_TAG_TH);
			if (d->cells[i] != PDF_ARTIFACT)
				pdf_tags_set_cell(tags, d->cells[i], PDF_SCOPE_COLUMN, 1);
		}
	}
	if (row->kind == PDF_ROW_TABLE_HEAD) {
		if (!is_begun)
			pdf_draw_logos(d, table, text);
		text += pdf_rows_logo_height(book, table);
	}
	for (uint32_t i = 0; i < n; i++)
		head_slot(d, table, i, d->cells[i], PDF_TAG_TH, (struct place){text, foot});
}

static void category_row(struct pdf_drawer *d, const struct pdf_row *row, bool is_begun, float y)
{
	struct pdf_book *book = d->book;
	struct pdf_tags *tags = pdf_doc_tags(book->doc);
	const struct pdf_table *table = &book->tables[row->table];

	if (!is_begun) {
		d->body = pdf_tags_add(tags, d->table, PDF_TAG_TBODY);
		d->row = pdf_tags_add(tags, d->body, PDF_TAG_TR);
		d->cells[0] = pdf_tags_add(tags, d->row, PDF_TAG_TH);
		pdf_tags_set_cell(tags, d->cells[0], PDF_SCOPE_ROW,
				  1 + table->n_products - (table->is_later ? table->n_pinned : 0) +
					  (table->worksheet_width > 0));
	}
	pdf_draw_slot(d, 0, d->cells[0], PDF_TAG_TH, y + pdf_scale_padding(book, row->kind));
}

static void body_row(struct pdf_drawer *d, const struct pdf_row *row, uint32_t n, bool is_begun,
		     float y)
{
	struct pdf_book *book = d->book;
	struct pdf_tags *tags = pdf_doc_tags(book->doc);
	const struct pdf_table *table = &book->tables[row->table];
	bool has_category = row->kind == PDF_ROW_FEATURE;

	if (!is_begun) {
		const struct mr_category *category =
			has_category
				? mr_category_at(book->matrix,
						 mr_feature_at(book->matrix, row->index)->category)
				: NULL;

		if (!d->body || (category && row->index == category->first_feature &&
				 mr_text_is_empty(category->name)))
			d->body = pdf_tags_add(tags, d->table, PDF_TAG_TBODY);
		d->row = pdf_tags_add(tags, d->body, PDF_TAG_TR);
		for (uint32_t i = 0; i < n; i++) {
			d->cells[i] = cell_of(d, table, i, i ? PDF_TAG_TD : PDF_TAG_TH);
			if (i == 0)
				pdf_tags_set_cell(tags, d->cells[i], PDF_SCOPE_ROW, 1);
		}
	}
	for (uint32_t i = 0; i < n; i++)
		pdf_draw_slot(d, i, d->cells[i], i ? PDF_TAG_TD : PDF_TAG_TH,
			      y + pdf_scale_padding(book, row->kind));
}

/* Who turns to the page on which a row goes on reads which feature it is of: an artifact. */
static void name_again(struct pdf_drawer *d, const struct pdf_row *row,
		       const struct pdf_fragment *f, float y)
{
	struct pdf_book *book = d->book;
	float pad = pdf_scale_padding(book, row->kind);
	float lines = (f->height - 2 * pad + 0.1f) / (PDF_LEADING * book->size);
	struct pdf_slot *slot = &book->slots[0];
	float natural, word;

	/* a name that goes on itself needs no more of it */
	if (f->part == 0 || d->counts[0] > 0)
		return;
	slot->store = &book->store;
	slot->block = row->kind == PDF_ROW_PRODUCT
			      ? pdf_cell_product_continued(&book->words, &book->store, row->index)
			      : pdf_cell_feature_continued(&book->words, &book->store, row->index);
	pdf_block_widths(slot->store, &slot->block, &natural, &word);
	/* in a column too narrow for that word, the name alone */
	if (word * book->size > slot->width && row->kind == PDF_ROW_FEATURE)
		slot->block = pdf_cell_feature(&book->words, &book->store, row->index);
	d->first[0] = 0;
	d->counts[0] = lines > 1 ? (uint32_t)lines : 1;
	pdf_draw_slot(d, 0, PDF_ARTIFACT, PDF_TAG_P, y + pad);
}

static void legend_row(struct pdf_drawer *d, const struct pdf_row *row, uint32_t n, bool is_begun,
		       float y)
{
	struct pdf_book *book = d->book;
	struct pdf_tags *tags = pdf_doc_tags(book->doc);

	if (row->index == 0 && !is_begun)
		d->list = pdf_tags_add(tags, PDF_TAGS_ROOT, PDF_TAG_LIST);
	for (uint32_t i = 0; i < n; i++) {
		if (!is_begun)
			d->cells[i] = pdf_tags_add(tags, pdf_tags_add(tags, d->list, PDF_TAG_ITEM),
						   PDF_TAG_BODY);
		pdf_draw_slot(d, i, d->cells[i], PDF_TAG_BODY,
			      y + pdf_scale_padding(book, row->kind));
	}
}

static void entry_row(struct pdf_drawer *d, const struct pdf_row *row, bool is_begun, float y)
{
	struct pdf_tags *tags = pdf_doc_tags(d->book->doc);

	if (row[-1].kind != PDF_ROW_ENTRY && !is_begun)
		d->list = pdf_tags_add(tags, PDF_TAGS_ROOT, PDF_TAG_TOC);
	if (!is_begun)
		d->cells[0] =
			pdf_tags_add(tags, pdf_tags_add(tags, d->list, PDF_TAG_TOCI), PDF_TAG_P);
	for (uint32_t i = 0; i < PDF_CONTENTS_SLOTS; i++)
		pdf_draw_slot(d, i, d->cells[0], PDF_TAG_P,
			      y + pdf_scale_padding(d->book, row->kind));
}

static enum pdf_tag tag_of(const struct pdf_row *row)
{
	switch (row->kind) {
	case PDF_ROW_FACE: return row->index == PDF_TITLE_NAME ? PDF_TAG_H1 : PDF_TAG_P;
	case PDF_ROW_TITLE: return PDF_TAG_H1;
	case PDF_ROW_GROUP:
	case PDF_ROW_SHEET:
	case PDF_ROW_HEADING: return PDF_TAG_H2;
	case PDF_ROW_CHANGE_GROUP:
	case PDF_ROW_EVIDENCE_GROUP: return PDF_TAG_H3;
	default: return PDF_TAG_P;
	}
}

static void whole_row(struct pdf_drawer *d, const struct pdf_row *row, bool is_begun, float y)
{
	enum pdf_tag tag = tag_of(row);

	if (!is_begun)
		d->cells[0] = pdf_tags_add(pdf_doc_tags(d->book->doc), PDF_TAGS_ROOT, tag);
	pdf_draw_slot(d, 0, d->cells[0], tag,
		      y + pdf_scale_padding(d->book, row->kind) +
			      (is_begun ? 0 : pdf_codes_quiet(d->book, row)));
}

/* A bar at the edge where lines begin: it stands beside words that say what changed, and is as dark as they are. */
static void draw_bar(struct pdf_drawer *d, float from, float to, float y, float height)
{
	float x = d->book->matrix->is_rtl ? to - CHANGE_BAR : from;

	pdf_canvas_rule(d->canvas, &(struct pdf_box){x, y + height - 1, x + CHANGE_BAR, y + 1},
			d->theme->strong_rule);
}

/* Before each cell that changed, and before the name of a feature that is new or was called otherwise. */
static void draw_change_bars(struct pdf_drawer *d, const struct pdf_row *row, float y, float height)
{
	const struct pdf_table *table = &d->book->tables[row->table];
	const struct mr_matrix *m = d->book->matrix;
	enum changes_at names = row->kind == PDF_ROW_PRODUCT ? CHANGES_PRODUCT : CHANGES_FEATURE;

	for (uint32_t i = 0; m->since && i <= table->n_products; i++) {
		struct pdf_at at = i ? pdf_axes_spot(d->book, row, i - 1) : (struct pdf_at){0, 0};
		bool is_other = i == 0 ? pdf_changes_has_head(m, names, row->index)
				       : mr_was_other(mr_was_cell(m, at.row, at.col));
		const struct pdf_slot *slot = &d->book->slots[0];
		float x = left_of(d) + slot->x - d->book->pad;
		struct pdf_box box = {x, y + height, x + slot->width + 2 * d->book->pad, y};

		if (is_other && i > 0)
			box = pdf_draw_column(d, table, i - 1, y, height);
		if (is_other)
			draw_bar(d, box.left + 0.5f, box.right - 0.5f, y, height);
	}
}

/* Where groups take turns, page by page, each goes on in its own table. */
static void resume_table(struct pdf_drawer *d, const struct pdf_row *row)
{
	struct pdf_table *tables = d->book->tables;

	if (!d->book->options.is_across)
		return;
	if (d->open != PDF_NO_TABLE) {
		tables[d->open].element = d->table;
		tables[d->open].tbody = d->body;
	}
	d->open = row->table;
	if (d->open == PDF_NO_TABLE || row->kind == PDF_ROW_GROUP)
		return;
	d->table = tables[d->open].element;
	d->body = tables[d->open].tbody;
	if (tables[d->open].outline)
		d->categories = tables[d->open].outline;
}

/* What stands at the place where a row begins: its bookmark, and where the contents lead to. */
static void draw_begin(struct pdf_drawer *d, const struct pdf_row *row, float y)
{
	struct pdf_book *book = d->book;

	pdf_draw_bookmark(d, row, y);
	pdf_draw_credit_code(d, row, y);
	if (book->options.has_contents && pdf_contents_level(book, row) > 0)
		pdf_doc_place(book->doc, PDF_KEY(PDF_PLACE_ROW, row - book->rows), d->canvas->sheet,
			      d->canvas->left + left_of(d), d->canvas->height - y);
}

static void feature_row(struct pdf_drawer *d, const struct pdf_row *row,
			const struct pdf_fragment *fragment, uint32_t n, float y)
{
	struct pdf_book *book = d->book;
	bool is_begun = fragment->part > 0;

	draw_change_bars(d, row, y, fragment->height);
	body_row(d, row, n, is_begun, y);
	name_again(d, row, fragment, y);
	if (book->tables[row->table].worksheet_width <= 0)
		return;
	if (!book->fields)
		draw_ruled(d, &book->slots[n - 1], y, fragment->height);
	else if (!is_begun)
		pdf_draw_field(d, row, n - 1, y, fragment->height);
}

static void picture_row(struct pdf_drawer *d, const struct scene *picture, float y)
{
	pdf_scene_paint(d, picture, left_of(d) + (d->book->body.width - (float)picture->width) / 2,
			y);
}

void pdf_draw_row(struct pdf_drawer *d, const struct pdf_row *row,
		  const struct pdf_fragment *fragment, float y)
{
	struct pdf_book *book = d->book;
	bool is_begun = fragment->part > 0;
	uint32_t n;

	if (pdf_lists_is(row)) {
		pdf_draw_list(d, row, fragment, y);
		return;
	}
	resume_table(d, row);
	n = choose_lines(d, row, fragment);
	pdf_draw_ground(d, row, !is_begun, y, fragment->height);
	if (!is_begun)
		draw_begin(d, row, y);
	switch (row->kind) {
	case PDF_ROW_TABLE_HEAD:
	case PDF_ROW_RANKED_HEAD:
	case PDF_ROW_COUNTS_HEAD: table_head(d, row, n, is_begun, y, fragment->height); break;
	case PDF_ROW_CATEGORY: category_row(d, row, is_begun, y); break;
	case PDF_ROW_PRODUCT:
	case PDF_ROW_FEATURE: feature_row(d, row, fragment, n, y); break;
	case PDF_ROW_TOTALS:
	case PDF_ROW_COUNTS: body_row(d, row, n, is_begun, y); break;
	case PDF_ROW_RANKED:
		body_row(d, row, n, is_begun, y);
		if (!is_begun)
			pdf_interval_draw(d, row, y + pdf_scale_padding(book, row->kind));
		break;
	case PDF_ROW_SINCE:
		draw_bar(d, left_of(d), left_of(d) + book->body.width, y, fragment->height);
		whole_row(d, row, is_begun, y);
		break;
	case PDF_ROW_ENTRY: entry_row(d, row, is_begun, y); break;
	case PDF_ROW_FACE:
		pdf_draw_title_part(d, row->index, y, fragment->height);
		if (row->index != PDF_TITLE_TOP)
			whole_row(d, row, is_begun, y);
		break;
	case PDF_ROW_LEGEND: legend_row(d, row, n, is_begun, y); break;
	case PDF_ROW_CHART: picture_row(d, &book->chart, y); break;
	case PDF_ROW_FIGURE: picture_row(d, &book->figures[row->index], y); break;
	case PDF_ROW_TITLE:
		if (!is_begun && book->mark.aspect > 0)
			pdf_draw_mark(d, y, true);
		whole_row(d, row, is_begun, y);
		break;
	case PDF_ROW_CODES: pdf_draw_codes(d, row, is_begun, y); break;
	default: whole_row(d, row, is_begun, y);
	}
}

/* ---- what is repeated */

void pdf_draw_head(struct pdf_drawer *d, uint32_t index, float y)
{
	struct pdf_book *book = d->book;
	const struct pdf_table *table = &book->tables[index];
	struct pdf_row row = {.kind = pdf_rows_head(table), .table = index};
	uint32_t n = pdf_slots_of(book, &row);
	float text = y + pdf_scale_padding(book, row.kind);

	pdf_draw_ground(d, &row, false, y, table->head_height);
	pdf_draw_slot_lines(d, n, table->head_lines);
	if (row.kind == PDF_ROW_TABLE_HEAD) {
		pdf_draw_logos(d, table, text);
		text += pdf_rows_logo_height(book, table);
	}
	for (uint32_t i = 0; i < n; i++)
		head_slot(d, table, i, PDF_ARTIFACT, PDF_TAG_P,
			  (struct place){text, y + table->head_height -
						       pdf_scale_padding(book, row.kind)});
}

void pdf_draw_continued(struct pdf_drawer *d, uint32_t table, uint32_t category, float y,
			float height)
{
	struct pdf_book *book = d->book;
	struct pdf_row row = {.kind = PDF_ROW_CATEGORY, .table = table, .index = category};
	uint32_t n = pdf_slots_continued(book, &book->tables[table], category);

	pdf_draw_ground(d, &row, false, y, height);
	pdf_draw_slot_lines(d, n, UINT32_MAX);
	for (uint32_t i = 0; i < n; i++)
		pdf_draw_slot(d, i, PDF_ARTIFACT, PDF_TAG_P, y + pdf_scale_padding(book, row.kind));
}
