/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_draw.h"

#include <stdlib.h>
#include <string.h>

#include "common/scene/accent.h"
#include "pdf/book/pdf_sheets.h"

/* A row where its column is. */
static void draw_fragment(struct pdf_drawer *d, const struct pdf_fragment *f, float y)
{
	struct pdf_book *book = d->book;
	const struct pdf_row *row = &book->rows[f->row];
	float left = book->paper.left;
	bool is_across = row->kind == PDF_ROW_SHEET || row->kind == PDF_ROW_TALLY;

	if (row->table != PDF_NO_TABLE && !is_across)
		book->paper.left += pdf_sheets_left(book, &book->tables[row->table], f->column);
	if (f->has_head)
		pdf_draw_head(d, row->table, y - book->tables[row->table].head_height);
	pdf_draw_row(d, row, f, y);
	book->paper.left = left;
}

static void draw_page(struct pdf_drawer *d)
{
	struct pdf_book *book = d->book;
	const struct pdf_page_plan *page = &book->plan.pages[d->page];
	const struct pdf_row *first = &book->rows[book->plan.fragments[page->first].row];
	float top = book->paper.top;

	if (page->zone != PDF_NO_ZONE && page->head > 0)
		pdf_draw_head(d, page->zone, top);
	if (page->continued > 0)
		pdf_draw_continued(d, page->zone,
				   mr_feature_at(book->matrix, first->index)->category,
				   top + page->head, page->continued);
	for (uint32_t i = 0; i < page->n; i++) {
		const struct pdf_fragment *f = &book->plan.fragments[page->first + i];

		draw_fragment(d, f, top + f->y);
	}
	if (page->n_notes)
		pdf_draw_notes(d, page);
	pdf_draw_footer(d);
}

/* Begins the sheets from `first` on; as many as there are canvases. */
static void begin_sheets(const struct pdf_drawer *d, struct pdf_canvas *canvases, uint32_t first,
			 uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		pdf_canvas_begin(&canvases[i], first + i, d->book->paper.sheet_height);
}

/*
 * Sheet by sheet on one canvas; the sheets of a booklet, whose pages lie on them in another order than
 * they are read, have a canvas each until the last page is painted.
 */
static void draw_pages(struct pdf_drawer *d, struct pdf_canvas *canvases, uint32_t n_canvases)
{
	struct pdf_book *book = d->book;
	uint32_t n = book->plan.n_pages, sheet = UINT32_MAX;
	bool is_booklet = book->paper.is_booklet;

	if (is_booklet)
		begin_sheets(d, canvases, 0, n_canvases);
	for (d->page = 0; d->page < n; d->page++) {
		struct pdf_paper_place place = pdf_paper_place(&book->paper, d->page, n);

		d->canvas = &canvases[is_booklet ? place.sheet : 0];
		if (!is_booklet && place.sheet != sheet) {
			if (d->page > 0)
				pdf_canvas_end(d->canvas);
			begin_sheets(d, canvases, place.sheet, 1);
		}
		sheet = place.sheet;
		if (is_booklet)
			pdf_canvas_resume(d->canvas);
		d->canvas->left = place.left;
		book->paper.left = place.margin;
		draw_page(d);
		book->paper.left = d->margin;
		book->job->progress(book->job, n + d->page, 2 * (uint64_t)n);
	}
	for (uint32_t i = 0; i < n_canvases; i++)
		pdf_canvas_end(&canvases[i]);
}

int pdf_draw(struct pdf_book *book)
{
	size_t n_places = book->n_places;
	uint32_t n_sheets = pdf_paper_sheets(&book->paper, book->plan.n_pages);
	uint32_t n_canvases = book->paper.is_booklet ? n_sheets : 1;
	struct pdf_theme theme;
	struct pdf_canvas *canvases = calloc(n_canvases, sizeof(*canvases));
	struct pdf_drawer d = {
		.book = book, .theme = &theme, .margin = book->paper.left, .open = PDF_NO_TABLE};
	struct pdf_resume resumes[PDF_N_RESUMES] = {{0}};
	int status = -1;

	if (!canvases)
		return -1;
	book->above.row = 0;
	pdf_theme_make(&book->options, &theme);
	if (book->options.has_accent)
		accent_report(book->job, book->options.accent, 0xffffff, "white");
	for (uint32_t i = 0; i < n_canvases; i++) {
		pdf_canvas_init(&canvases[i], book->doc, book->fonts, &theme);
		canvases[i].is_rtl = book->matrix->is_rtl;
		canvases[i].resumes = resumes;
	}
	d.cells = calloc(n_places, sizeof(*d.cells));
	d.first = calloc(n_places, sizeof(*d.first));
	d.counts = calloc(n_places, sizeof(*d.counts));
	d.is_noted = calloc((size_t)book->matrix->notes.n + 1, sizeof(*d.is_noted));
	if (!d.cells || !d.first || !d.counts || !d.is_noted)
		goto out;
	if (pdf_doc_add_sheets(book->doc, n_sheets, book->paper.sheet_width,
			       book->paper.sheet_height, pdf_fonts_resources(book->fonts)) != 0)
		goto out;
	draw_pages(&d, canvases, n_canvases);
	status = book->store.failed ? -1 : 0;
out:
	for (uint32_t i = 0; i < n_canvases; i++)
		pdf_canvas_release(&canvases[i]);
	free(canvases);
	free(d.cells);
	free(d.first);
	free(d.counts);
	free(d.is_noted);
	return status;
}
