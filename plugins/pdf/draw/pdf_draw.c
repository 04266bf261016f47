/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_draw.h"

#include <stdlib.h>
#include <string.h>

static void draw_page(struct pdf_drawer *d)
{
	struct pdf_book *book = d->book;
	const struct pdf_page_plan *page = &book->plan.pages[d->page];
	const struct pdf_row *first = &book->rows[book->plan.fragments[page->first].row];
	float top = book->paper.top;

	d->canvas->left = pdf_paper_left_of(&book->paper, d->page);
	if (page->zone != PDF_NO_ZONE && page->head > 0)
		pdf_draw_head(d, page->zone, top);
	if (page->continued > 0)
		pdf_draw_continued(d, page->zone,
				   mr_feature_at(book->matrix, first->index)->category,
				   top + page->head, page->continued);
	for (uint32_t i = 0; i < page->n; i++) {
		const struct pdf_fragment *f = &book->plan.fragments[page->first + i];

		pdf_draw_row(d, &book->rows[f->row], f, top + f->y);
	}
	if (page->n_notes)
		pdf_draw_notes(d, page);
	pdf_draw_footer(d);
}

static void draw_pages(struct pdf_drawer *d)
{
	struct pdf_book *book = d->book;
	uint32_t n = book->plan.n_pages, per_sheet = book->paper.per_sheet;

	for (d->page = 0; d->page < n; d->page++) {
		if (d->page % per_sheet == 0)
			pdf_canvas_begin(d->canvas, d->page / per_sheet, book->paper.sheet_height);
		draw_page(d);
		if (d->page % per_sheet == per_sheet - 1 || d->page + 1 == n)
			pdf_canvas_end(d->canvas);
		book->job->progress(book->job, n + d->page, 2 * (uint64_t)n);
	}
}

/* That words are not set in the colour that was asked for. */
static void report_accent(struct pdf_book *book)
{
	uint32_t rgb = book->options.accent, words = pdf_theme_words(rgb);
	unsigned tenths = (unsigned)(pdf_theme_contrast(rgb, 0xffffff) * 10);

	if (!book->options.has_accent || words == rgb)
		return;
	book->job->diag(book->job, MR_NOTE, NULL,
			"accent #%06x has a contrast of %u.%u to 1 on white, where words need 4.5: "
			"words and rules take #%06x",
			(unsigned)rgb, tenths / 10, tenths % 10, (unsigned)words);
}

int pdf_draw(struct pdf_book *book)
{
	size_t n_places = book->n_places;
	uint32_t n_sheets =
		(book->plan.n_pages + book->paper.per_sheet - 1) / book->paper.per_sheet;
	struct pdf_theme theme;
	struct pdf_canvas canvas;
	struct pdf_drawer d = {.book = book, .canvas = &canvas, .theme = &theme};
	int status = -1;

	pdf_theme_make(&book->options, &theme);
	report_accent(book);
	pdf_canvas_init(&canvas, book->doc, book->fonts, &theme);
	canvas.is_rtl = book->matrix->is_rtl;
	d.cells = calloc(n_places, sizeof(*d.cells));
	d.first = calloc(n_places, sizeof(*d.first));
	d.counts = calloc(n_places, sizeof(*d.counts));
	d.is_noted = calloc((size_t)book->matrix->notes.n + 1, sizeof(*d.is_noted));
	if (!d.cells || !d.first || !d.counts || !d.is_noted)
		goto out;
	if (pdf_doc_add_sheets(book->doc, n_sheets, book->paper.sheet_width,
			       book->paper.sheet_height, pdf_fonts_resources(book->fonts)) != 0)
		goto out;
	draw_pages(&d);
	status = book->store.failed ? -1 : 0;
out:
	pdf_canvas_release(&canvas);
	free(d.cells);
	free(d.first);
	free(d.counts);
	free(d.is_noted);
	return status;
}
