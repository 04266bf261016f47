/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_line.h"

#include <math.h>
#include <string.h>

#include "common/write/utf8.h"

#define UNDERLINE_DEPTH 0.14f /* em below the base line */
#define UNDERLINE_WIDTH 0.04f /* em */

/* The element of a link: made below the cell's when its first piece is painted. */
static uint32_t link_element(struct pdf_canvas *canvas, const struct pdf_setting *setting,
			     struct pdf_link *link)
{
	struct pdf_tags *tags = pdf_doc_tags(canvas->doc);
	uint32_t parent = setting->element;

	if (link->element)
		return link->element;
	if (link->is_reference)
		parent = pdf_tags_add(tags, parent, PDF_TAG_REFERENCE);
	link->element = pdf_tags_add(tags, parent, PDF_TAG_LINK);
	return link->element;
}

/* The element that a span's content is of: the cell's, or its link's. */
static uint32_t span_element(struct pdf_canvas *canvas, const struct pdf_line *line, uint32_t link)
{
	const struct pdf_setting *setting = line->setting;

	if (setting->element == PDF_ARTIFACT || link == PDF_NO_LINK)
		return setting->element;
	return link_element(canvas, setting, &setting->store->links[link]);
}

static enum pdf_tag span_tag(const struct pdf_line *line, uint32_t link)
{
	return link == PDF_NO_LINK ? line->setting->tag : PDF_TAG_LINK;
}

/* Where a box of the logical page, y downwards, is on the sheet. */
static struct pdf_area area_of(const struct pdf_canvas *canvas, const struct pdf_box *box)
{
	struct pdf_area area = {.is_turned = canvas->turn.is_on};
	float *at = area.corners;

	pdf_canvas_corners(canvas, box, at);
	area.box = (struct pdf_box){fminf(fminf(at[0], at[2]), fminf(at[4], at[6])),
				    fminf(fminf(at[1], at[3]), fminf(at[5], at[7])),
				    fmaxf(fmaxf(at[0], at[2]), fmaxf(at[4], at[6])),
				    fmaxf(fmaxf(at[1], at[3]), fmaxf(at[5], at[7]))};
	return area;
}

/* The active area and the underline of a link's part in one line. */
static void close_link(struct pdf_canvas *canvas, const struct pdf_line *line, uint32_t index,
		       float from, float to)
{
	struct pdf_link *link = &line->setting->store->links[index];
	float top = line->baseline - 0.85f * line->size,
	      bottom = line->baseline + 0.3f * line->size;
	struct pdf_area area;
	struct pdf_target target = {.uri = link->uri};

	if (line->setting->element == PDF_ARTIFACT || to <= from)
		return;
	area = area_of(canvas, &(struct pdf_box){from, bottom, to, top});
	for (uint64_t i = 0; link->place && i <= link->n_before; i++)
		pdf_doc_place(canvas->doc, link->place - i, canvas->sheet, area.box.left,
			      area.box.top + line->size);
	if (link->uri)
		pdf_doc_link(canvas->doc, canvas->sheet, &area, &target, link->contents,
			     link->element);
	else
		pdf_doc_link_to(canvas->doc, canvas->sheet, &area, link->key, link->contents,
				link->element);
	if (link->uri && !link->is_reference)
		pdf_canvas_rule(
			canvas,
			&(struct pdf_box){from,
					  line->baseline +
						  (UNDERLINE_DEPTH + UNDERLINE_WIDTH) * line->size,
					  to, line->baseline + UNDERLINE_DEPTH * line->size},
			canvas->theme->rule);
}

static bool is_blank(const struct shape_layout *layout, const struct shape_piece *piece)
{
	for (uint32_t i = 0; i < piece->n; i++)
		if (!(layout->glyphs[piece->first + i].flags & SHAPE_GLYPH_TRAILING))
			return false;
	return true;
}

/* The n-th piece of a line in the order of reading: by span, then by text. */
static const struct shape_piece *next_piece(const struct shape_layout *layout,
					    const struct shape_line *line,
					    const struct shape_piece *before)
{
	const struct shape_piece *best = NULL;
	uint64_t best_at = UINT64_MAX, last = 0;

#define READING_AT(p)                \
	((uint64_t)(p)->span << 32 | \
	 layout->glyphs[(p)->is_rtl ? (p)->first + (p)->n - 1 : (p)->first].text_at)
	if (before)
		last = READING_AT(before);
	for (uint32_t i = 0; i < line->n; i++) {
		const struct shape_piece *p = &layout->pieces[line->first + i];
		uint64_t at = p->n ? READING_AT(p) : UINT64_MAX;

		if (p->n && at < best_at && (!before || at > last)) {
			best = p;
			best_at = at;
		}
	}
#undef READING_AT
	return best;
}

/* ---- text that is said in words, too */

/* The pieces of one span in a line, and the bytes of its text that they show. */
struct run {
	uint32_t span;
	uint32_t from, to;
	bool is_rtl; /* a piece is */
	bool has_words; /* and not spaces alone */
};

static struct run run_of(const struct shape_layout *layout, const struct shape_line *line,
			 uint32_t span)
{
	struct run run = {.span = span, .from = UINT32_MAX};

	for (uint32_t i = 0; i < line->n; i++) {
		const struct shape_piece *piece = &layout->pieces[line->first + i];

		if (piece->span != span)
			continue;
		run.is_rtl = run.is_rtl || piece->is_rtl;
		for (uint32_t k = piece->first; k < piece->first + piece->n; k++) {
			const struct shape_glyph *glyph = &layout->glyphs[k];

			if (glyph->n_text == 0)
				continue;
			run.has_words = run.has_words || !(glyph->flags & SHAPE_GLYPH_SPACE);
			if (glyph->text_at < run.from)
				run.from = glyph->text_at;
			if (glyph->text_at + glyph->n_text > run.to)
				run.to = glyph->text_at + glyph->n_text;
		}
	}
	return run;
}

/* What the private use areas have in them, no table says (PDF/A-3, 6.2.11.7.3). */
static bool is_private(uint32_t code)
{
	return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

/*
 * Invisible characters that make another word or picture of what they follow: joiners, and the tags
 * of flags.  pdf_font leaves them out of a map where they end a glyph's text.
 */
static bool is_joiner(uint32_t code)
{
	return code == 0x200c || code == 0x200d || (code >= 0xe0020 && code <= 0xe007f);
}

static bool has_unsaid(const char *text, uint32_t n)
{
	const char *at = text;

	while (at < text + n) {
		uint32_t code = utf8_next(&at);

		if (is_private(code) || is_joiner(code))
			return true;
	}
	return false;
}

/*
 * Whether the content alone would be read wrongly.  Words from right to left stand in the order of
 * painting, since a viewer's search needs them and the spaces between them side by side; the order of
 * reading is the ActualText's.
 */
static bool needs_actual(const struct pdf_line *at, const struct run *run)
{
	return at->setting->element != PDF_ARTIFACT && run->has_words &&
	       (run->is_rtl ||
		has_unsaid(at->spans[run->span].text + run->from, run->to - run->from));
}

/* ---- pieces */

static void show_piece(struct pdf_canvas *canvas, const struct pdf_line *at,
		       const struct shape_layout *layout, const struct shape_piece *piece)
{
	const struct pdf_span_look *look = &at->looks[piece->span];

	pdf_canvas_set_ink(canvas, look->ink);
	pdf_fonts_show(canvas->fonts, &canvas->text,
		       &(struct pdf_text){.layout = layout,
					  .piece = piece,
					  .spans = at->spans,
					  .x = (double)canvas->left + at->x,
					  .y = (double)canvas->height - at->baseline,
					  .size = at->size});
}

/* Opens the marked content of a run, in a Span of its own where it needs words. */
static void own_run(struct pdf_canvas *canvas, const struct pdf_line *at, const struct run *run)
{
	uint32_t link = at->looks[run->span].link;
	uint32_t element = span_element(canvas, at, link);
	struct pdf_tags *tags = pdf_doc_tags(canvas->doc);
	const char *said = at->setting->element == PDF_ARTIFACT ? NULL : at->looks[run->span].said;

	if (!said && !needs_actual(at, run)) {
		pdf_canvas_own(canvas, element, span_tag(at, link));
		return;
	}
	element = pdf_tags_add(tags, element, PDF_TAG_SPAN);
	if (said)
		pdf_tags_set_actual(tags, element, said, strlen(said));
	else
		pdf_tags_set_actual(tags, element, at->spans[run->span].text + run->from,
				    run->to - run->from);
	pdf_canvas_own(canvas, element, PDF_TAG_SPAN);
}

/* Where the part of a link in a line lies. */
struct reach {
	float from, to;
};

static void reach_over(struct reach *reach, const struct pdf_line *at,
		       const struct shape_piece *piece)
{
	float left = at->x + piece->x * at->size / 1000;
	float right = left + piece->width * at->size / 1000;

	if (left < reach->from)
		reach->from = left;
	if (right > reach->to)
		reach->to = right;
}

/* A piece that is one space. */
static bool is_space(const struct shape_layout *layout, const struct shape_piece *piece)
{
	return piece->n == 1 && layout->glyphs[piece->first].flags & SHAPE_GLYPH_SPACE;
}

/*
 * A space between words of another font is shown in theirs, if that has one: a viewer's search ends
 * a string of words where the font changes (pdf.js), and loses the space between two from right to
 * left.  Every piece is placed anew, so that nothing moves.
 */
static void show_space(struct pdf_canvas *canvas, const struct pdf_line *at,
		       const struct shape_layout *layout, const struct shape_piece *space,
		       const struct shape_piece *word)
{
	struct shape_glyph glyph = layout->glyphs[space->first];
	struct shape_piece piece = *space;
	struct shape_layout one = {.glyphs = &glyph, .n_glyphs = 1};
	uint32_t gid = word ? shape_font_gid(at->setting->store->shape, word->face, ' ') : 0;

	if (gid == 0) {
		show_piece(canvas, at, layout, space);
		return;
	}
	glyph.gid = (uint16_t)gid;
	piece.face = word->face;
	piece.first = 0;
	show_piece(canvas, at, &one, &piece);
}

/* Where a piece begins in the text of its span. */
static uint32_t text_at(const struct shape_layout *layout, const struct shape_piece *piece)
{
	return layout->glyphs[piece->is_rtl ? piece->first + piece->n - 1 : piece->first].text_at;
}

/* Words from right to left, from `first` to `last` in the order of reading, in that of painting. */
static void paint_backwards(struct pdf_canvas *canvas, const struct pdf_line *at,
			    const struct shape_layout *layout, const struct shape_line *line,
			    const struct shape_piece *first, const struct shape_piece *last)
{
	uint32_t from = text_at(layout, first), to = text_at(layout, last);
	bool has_link = at->looks[first->span].link != PDF_NO_LINK;
	const struct shape_piece *word = NULL;

	for (uint32_t i = 0; i < line->n; i++) {
		const struct shape_piece *piece = &layout->pieces[line->first + i];

		if (piece->span != first->span || piece->n == 0 || text_at(layout, piece) < from ||
		    text_at(layout, piece) > to || (has_link && is_blank(layout, piece)))
			continue;
		if (is_space(layout, piece)) {
			show_space(canvas, at, layout, piece, word);
			continue;
		}
		word = piece;
		show_piece(canvas, at, layout, piece);
	}
}

/*
 * Paints the pieces of one span, from `piece` on in the order of reading.  Spaces that end a line part
 * its words from the next line's for who cannot see it; a link does not reach over them.  Returns the
 * next span's first piece.
 */
static const struct shape_piece *paint_run(struct pdf_canvas *canvas, const struct pdf_line *at,
					   const struct shape_layout *layout,
					   const struct shape_line *line,
					   const struct shape_piece *piece, struct reach *reach)
{
	const struct run run = run_of(layout, line, piece->span);
	bool has_link = at->looks[run.span].link != PDF_NO_LINK;

	own_run(canvas, at, &run);
	while (piece && piece->span == run.span) {
		const struct shape_piece *first = piece, *last = piece;
		bool is_end = is_blank(layout, piece);

		if (!is_end)
			reach_over(reach, at, piece);
		piece = next_piece(layout, line, piece);
		if (!first->is_rtl) {
			if (!is_end || !has_link)
				show_piece(canvas, at, layout, first);
			continue;
		}
		for (; piece && piece->span == run.span && piece->is_rtl;
		     piece = next_piece(layout, line, piece)) {
			if (!is_blank(layout, piece))
				reach_over(reach, at, piece);
			last = piece;
		}
		paint_backwards(canvas, at, layout, line, first, last);
	}
	return piece;
}

void pdf_line_paint(struct pdf_canvas *canvas, const struct pdf_line *at,
		    const struct shape_layout *layout, const struct shape_line *line)
{
	const struct shape_piece *piece = next_piece(layout, line, NULL);
	struct reach reach = {.from = 0, .to = 0};
	uint32_t open = PDF_NO_LINK;

	while (piece) {
		uint32_t link = at->looks[piece->span].link;

		if (link != open) {
			if (open != PDF_NO_LINK)
				close_link(canvas, at, open, reach.from, reach.to);
			reach = (struct reach){.from = HUGE_VALF, .to = -HUGE_VALF};
		}
		open = link;
		piece = paint_run(canvas, at, layout, line, piece, &reach);
	}
	if (open != PDF_NO_LINK)
		close_link(canvas, at, open, reach.from, reach.to);
}
