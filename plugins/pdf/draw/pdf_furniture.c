/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "common/write/fill.h"
#include "common/write/isolate.h"
#include "common/write/number.h"
#include "common/write/running.h"
#include "pdf/draw/pdf_draw.h"
#include "pdf/content/pdf_axes.h"
#include "pdf/content/pdf_cell.h"
#include "pdf/content/pdf_legend.h"
#include "pdf/content/pdf_running.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/content/pdf_title_page.h"
#include "pdf/draw/pdf_setting.h"

/* Bytes that a line of the widest paper might have; no more are looked at. */
#define LINE_MOST 4000u

/* ---- footer */

static void set_words(struct pdf_drawer *d, struct pdf_block block, float y, float width,
		      uint8_t align)
{
	struct pdf_book *book = d->book;
	bool at_end = (align == PDF_ALIGN_END) != book->matrix->is_rtl;
	float free = book->body.width - width;
	float x = book->paper.left + (align == PDF_ALIGN_MIDDLE ? free / 2 : at_end ? free : 0);

	pdf_setting_paint(d->canvas, &(struct pdf_setting){.store = &book->store,
							   .block = block,
							   .x = x,
							   .y = y,
							   .width = width,
							   .size = pdf_legend_size(book->size),
							   .element = PDF_ARTIFACT,
							   .first_line = 0,
							   .n_lines = 1,
							   .align = align});
}

/*
 * One line of words; what is too long for it ends with an ellipsis at a word.  The footer only reminds:
 * title, day and credit stand in full on the first and the last page.
 */
static struct pdf_block one_line(struct pdf_book *book, const char *text, float width)
{
	struct pdf_store *store = &book->store;
	size_t n = strlen(text);
	bool is_hopeless = n > LINE_MOST;
	struct pdf_block block = {0, 0};
	float natural = 0, word;

	if (!is_hopeless) {
		block = pdf_words_block(store, text, SHAPE_REGULAR, PDF_INK_MUTED, 1);
		pdf_block_widths(store, &block, &natural, &word);
	}
	while (n > 0 && (is_hopeless || natural > width)) {
		struct out shorter;

		n = is_hopeless ? LINE_MOST : n * 9 / 10;
		is_hopeless = false;
		while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80)
			n--;
		while (n > 12 && text[n] != ' ')
			n--;
		while (n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80)
			n--;
		out_to_memory(&shorter, 0);
		out_bytes(&shorter, text, n);
		out_string(&shorter, "\342\200\246");
		block = pdf_words_block(store, pdf_store_take(store, &shorter), SHAPE_REGULAR,
					PDF_INK_MUTED, 1);
		pdf_block_widths(store, &block, &natural, &word);
	}
	return block;
}

static const char *page_text(struct pdf_drawer *d)
{
	struct pdf_book *book = d->book;
	char page[NUMBER_SIZE], total[NUMBER_SIZE];
	const struct fill_place places[] = {{"n", page}, {"total", total}};
	struct out text;

	number_unsigned(page, d->page + 1);
	number_unsigned(total, book->plan.n_pages);
	out_to_memory(&text, 0);
	fill_write(&text, mr_word(book->matrix, "page", "page {n} of {total}"), places, 2, NULL);
	return pdf_store_take(&book->store, &text);
}

/* "as of 2019-11-06 · servicemesh.es by INNOQ · CC-BY-4.0" */
static const char *origin_text(struct pdf_book *book)
{
	const struct mr_matrix *m = book->matrix;
	struct out text;

	out_to_memory(&text, 0);
	if (m->as_of.year) {
		struct out day;

		out_to_memory(&day, 0);
		out_date(&day, m->as_of);
		fill_write(&text, mr_word(m, "as_of", "as of {date}"),
			   &(struct fill_place){"date", out_at(&day)}, 1, NULL);
		out_release(&day);
	}
	for (int i = 0; i < 2; i++) {
		const char *word = i ? m->credit.license : m->credit.text;

		if (!*word)
			continue;
		out_string(&text, text.n ? " \302\267 " : "");
		isolate_put(&text, word, m->is_rtl);
	}
	return pdf_store_take(&book->store, &text);
}

/* Whether the page shows signs, and their legend does not stand on it as it is the first. */
static bool needs_legend(const struct pdf_drawer *d)
{
	const struct pdf_book *book = d->book;
	const struct pdf_page_plan *page = &book->plan.pages[d->page];

	for (uint32_t i = 0; d->page > 0 && book->options.has_signs && i < page->n; i++) {
		const struct pdf_row *row = &book->rows[book->plan.fragments[page->first + i].row];

		if (pdf_axes_has_cells(row) && book->tables[row->table].kind == PDF_TABLE_GROUP)
			return true;
	}
	return false;
}

/* The statuses once more, above the footer: an artifact. */
static void draw_legend(struct pdf_drawer *d, float y)
{
	struct pdf_book *book = d->book;
	float size = pdf_legend_size(book->size), width = book->body.width;

	for (uint32_t i = 0; i < book->n_used; y += PDF_LEADING * size) {
		uint32_t n = pdf_legend_fitting(book, i, width, size);
		float x = 0;

		for (; n > 0; n--, i++) {
			float own = fminf(book->used_widths[i] * size + 1, width);

			pdf_store_clear(&book->store);
			pdf_setting_paint(
				d->canvas,
				&(struct pdf_setting){
					.store = &book->store,
					.block = pdf_cell_status(
						&book->store,
						mr_status_at(book->matrix, book->used[i])),
					.x = book->paper.left +
					     (book->matrix->is_rtl ? width - x - own : x),
					.y = y,
					.width = own,
					.size = size,
					.element = PDF_ARTIFACT,
					.n_lines = 1});
			x += own + PDF_LEGEND_GAP * size;
		}
	}
}

/* ---- lines of the house */

/* The words of a part on this page, and how wide they are in points. */
static const char *part_text(struct pdf_drawer *d, const char *line, uint32_t part, float *width)
{
	struct pdf_book *book = d->book;
	const struct mr_matrix *m = book->matrix;
	struct running values = {.title = m->title,
				 .subtitle = m->subtitle,
				 .date = pdf_words_day(&book->words, &book->store),
				 .client = book->options.client,
				 .credit = m->credit.text,
				 .category = pdf_running_category(book, d->page),
				 .products = pdf_running_products(book, d->page),
				 .page = d->page + 1,
				 .total = book->plan.n_pages};
	struct pdf_block block;
	struct out text;
	const char *made;
	float word;

	out_to_memory(&text, 0);
	running_put(&text, line, part, &values);
	made = pdf_store_take(&book->store, &text);
	block = pdf_words_block(&book->store, made, SHAPE_REGULAR, PDF_INK_MUTED, 1);
	pdf_block_widths(&book->store, &block, width, &word);
	*width *= pdf_legend_size(book->size);
	return made;
}

/* A line of up to three parts; what has no room beside the others ends with an ellipsis. */
static void draw_running(struct pdf_drawer *d, const char *line, float y)
{
	static const uint8_t aligns[RUNNING_PARTS] = {PDF_ALIGN_START, PDF_ALIGN_MIDDLE,
						      PDF_ALIGN_END};
	struct pdf_book *book = d->book;
	float size = pdf_legend_size(book->size), room = book->body.width;
	float widths[RUNNING_PARTS], half;
	const char *texts[RUNNING_PARTS];

	pdf_store_clear(&book->store);
	for (uint32_t i = 0; i < RUNNING_PARTS; i++)
		texts[i] = part_text(d, line, i, &widths[i]);
	widths[1] = fminf(widths[1], room / 2);
	half = (room - widths[1]) / 2 - size;
	widths[2] = fminf(widths[2], widths[1] > 0 ? half : room / 2);
	widths[0] = fminf(widths[0], widths[1] > 0   ? half
				     : widths[2] > 0 ? room - widths[2] - size
						     : room);
	for (uint32_t i = 0; i < RUNNING_PARTS; i++)
		if (*texts[i])
			set_words(d, one_line(book, texts[i], widths[i] / size + 0.01f), y,
				  widths[i] + 1, aligns[i]);
}

static void draw_header(struct pdf_drawer *d)
{
	struct pdf_book *book = d->book;
	float size = pdf_legend_size(book->size), left = book->paper.left;
	float y = book->paper.top - PDF_LEADING * size - 10;

	draw_running(d, book->options.header, y);
	y += PDF_LEADING * size + 3;
	pdf_canvas_rule(d->canvas, &(struct pdf_box){left, y, left + book->body.width, y - 0.4f},
			d->theme->rule);
}

/* Title and page, day and credit, in two lines from `y` on. */
static void draw_own_footer(struct pdf_drawer *d, float y)
{
	struct pdf_book *book = d->book;
	float size = pdf_legend_size(book->size), width = book->body.width, page_width, word;
	struct pdf_block page;

	pdf_store_clear(&book->store);
	page = pdf_words_block(&book->store, page_text(d), SHAPE_REGULAR, PDF_INK_MUTED, 1);
	pdf_block_widths(&book->store, &page, &page_width, &word);
	page_width = page_width * size + 1;
	set_words(d, one_line(book, book->matrix->title, (width - page_width - size) / size), y,
		  width - page_width - size, PDF_ALIGN_START);
	set_words(d, page, y, page_width, PDF_ALIGN_END);
	set_words(d, one_line(book, origin_text(book), width / size), y + PDF_LEADING * size, width,
		  PDF_ALIGN_START);
}

/* A page on which nothing but the title page's words stand has none. */
static bool is_title_page(const struct pdf_drawer *d)
{
	const struct pdf_plan *plan = &d->book->plan;
	const struct pdf_page_plan *page = &plan->pages[d->page];
	uint32_t last = plan->fragments[page->first + page->n - 1].row;

	return d->book->rows[last].kind == PDF_ROW_FACE;
}

void pdf_draw_footer(struct pdf_drawer *d)
{
	struct pdf_book *book = d->book;
	const char *own = book->options.footer;
	bool is_none = strcmp(own, RUNNING_NONE) == 0;
	float left = book->paper.left, width = book->body.width, size, y;

	if (is_title_page(d))
		return;
	pdf_scale_set(book, NULL);
	size = pdf_legend_size(book->size);
	y = book->paper.top + book->body.height + book->footer -
	    (is_none ? 0
	     : *own  ? 1
		     : 2) *
		    PDF_LEADING * size;
	if (*book->options.header)
		draw_header(d);
	if (needs_legend(d))
		draw_legend(d, y - 3 - pdf_legend_height(book, width, book->size));
	if (is_none)
		return;
	pdf_canvas_rule(d->canvas, &(struct pdf_box){left, y - 2.6f, left + width, y - 3},
			d->theme->rule);
	if (*own)
		draw_running(d, own, y);
	else
		draw_own_footer(d, y);
}

/* ---- bookmarks */

static HPDF_Outline bookmark(struct pdf_drawer *d, HPDF_Outline parent, const char *title, float x,
			     float y)
{
	struct pdf_book *book = d->book;

	if (!book->options.has_bookmarks)
		return NULL;
	return pdf_doc_bookmark(book->doc, parent, title, d->canvas->sheet,
				d->canvas->left + book->paper.left + x,
				d->canvas->height - y + book->size);
}

/* The words of the row's first paragraph. */
static const char *row_words(const struct pdf_book *book)
{
	const struct pdf_par *par = book->store.n_pars ? &book->store.pars[0] : NULL;

	return par ? book->store.spans[par->first_span].text : "";
}

/* In a table that is turned a category begins above a column. */
static void feature_bookmark(struct pdf_drawer *d, uint32_t row, float x, float y)
{
	const struct mr_matrix *m = d->book->matrix;
	const struct mr_category *category = mr_category_at(m, mr_feature_at(m, row)->category);

	if (category->first_feature == row && !mr_text_is_empty(category->name))
		bookmark(d, d->categories, category->name->plain, x, y);
}

static void head_bookmarks(struct pdf_drawer *d, const struct pdf_table *table, float y)
{
	struct pdf_book *book = d->book;
	const struct mr_matrix *m = book->matrix;

	if (table->kind != PDF_TABLE_GROUP)
		return;
	if (book->columns.n_groups == 1)
		d->categories = bookmark(d, NULL, mr_word(m, "table", "Table"), 0, y);
	if (!d->products)
		d->products = bookmark(d, NULL, mr_word(m, "products", "Products"), 0, y);
	for (uint32_t i = 0; i < table->n_products; i++) {
		float x = book->slots[1 + i].x - book->pad;
		uint32_t column = pdf_axes_column(book, table, i);

		if (book->options.is_turned)
			feature_bookmark(d, column, x, y);
		else if (!pdf_axes_is_repeated(table, i))
			bookmark(d, d->products, mr_product_at(m, column)->name, x, y);
	}
}

void pdf_draw_bookmark(struct pdf_drawer *d, const struct pdf_row *row, float y)
{
	struct pdf_book *book = d->book;
	const struct mr_matrix *m = book->matrix;

	switch (row->kind) {
	case PDF_ROW_GROUP:
		d->categories = bookmark(d, NULL, row_words(book), 0, y);
		book->tables[row->table].outline = d->categories;
		break;
	case PDF_ROW_TABLE_HEAD: head_bookmarks(d, &book->tables[row->table], y); break;
	case PDF_ROW_PRODUCT:
		if (!book->tables[row->table].is_later)
			bookmark(d, d->products, mr_product_at(m, row->index)->name, 0, y);
		break;
	case PDF_ROW_CATEGORY:
		if (book->tables[row->table].kind == PDF_TABLE_GROUP)
			bookmark(d, d->categories, mr_category_at(m, row->index)->name->plain, 0,
				 y);
		break;
	case PDF_ROW_SHEET:
		if (!d->sheets)
			d->sheets = bookmark(d, NULL, mr_word(m, "details", "Details"), 0, y);
		bookmark(d, d->sheets, mr_product_at(m, row->index)->name, 0, y);
		break;
	case PDF_ROW_FACE:
		if (row->index == PDF_TITLE_NAME)
			bookmark(d, NULL, m->title, 0, y);
		break;
	case PDF_ROW_HEADING: bookmark(d, NULL, row_words(book), 0, y); break;
	default: break;
	}
}
