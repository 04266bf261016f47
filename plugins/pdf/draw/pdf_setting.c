/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_setting.h"

#include <math.h>
#include <string.h>

#include "pdf/draw/pdf_line.h"

#define SLOT_GAP 0.35f /* em before the words behind a sign */
#define BADGE 1.08f /* of the type's size, each side */
#define BADGE_DROP 0.2f /* below the base line */
#define BADGE_EDGE 0.35f /* points */

static float aligned(const struct pdf_canvas *canvas, const struct pdf_setting *s,
		     const struct pdf_par *par, float width)
{
	float indent = par->indent * s->size;
	float free = s->width - indent - width;
	uint8_t align = par->align ? par->align : s->align;

	if (canvas->is_rtl)
		indent = 0;
	if (align == PDF_ALIGN_MIDDLE)
		return s->x + indent + free / 2;
	if ((align == PDF_ALIGN_END) != canvas->is_rtl)
		return s->x + indent + free;
	return s->x + indent;
}

/* A box around the sign of a status, in the colour of what it counts as, and the ink that is read on it. */
static void paint_badge(struct pdf_canvas *canvas, const struct pdf_line *at, float width,
			struct pdf_span_look *look)
{
	float slot = at->par->slot > 0 ? at->par->slot : BADGE;
	const struct pdf_theme *theme = canvas->theme;
	uint32_t like = (uint32_t)look->ink - PDF_INK_YES;
	float side = fminf(BADGE, slot) * at->size, middle = at->x + width / 2;
	float bottom = at->baseline + BADGE_DROP * at->size, edge = BADGE_EDGE;
	struct pdf_box box = {middle - side / 2, bottom, middle + side / 2, bottom - side};

	/* some fills are too light to stand alone */
	pdf_canvas_band(canvas, &box, theme->badge_edge);
	box = (struct pdf_box){box.left + edge, box.bottom - edge, box.right - edge,
			       box.top + edge};
	pdf_canvas_band(canvas, &box, theme->badges[like]);
	look->ink = (uint8_t)(PDF_INK_ON_YES + like);
}

static void paint_symbol(struct pdf_canvas *canvas, const struct pdf_setting *s,
			 const struct pdf_par *par, float baseline)
{
	float size = par->size * s->size;
	float slot = (par->slot > 0 ? par->slot : PDF_SLOT) * s->size;
	float gap = par->slot > 0 ? 0 : SLOT_GAP * s->size;
	float indent = par->indent * s->size - slot, width;
	struct pdf_span_look look = s->store->looks[par->first_span - 1];
	struct pdf_line at = {.setting = s,
			      .par = par,
			      .spans = &s->store->spans[par->first_span - 1],
			      .looks = &look,
			      .baseline = baseline,
			      .size = size};

	shape_break(par->symbol, 0, &canvas->symbol);
	if (canvas->symbol.n_lines == 0)
		return;
	/* centred in the slot but for a gap before the words, so that symbols stand in a column */
	width = canvas->symbol.lines[0].width * size / 1000;
	indent += (slot - gap - width) / 2;
	at.x = canvas->is_rtl ? s->x + s->width - indent - width : s->x + indent;
	if (canvas->theme->has_badges && look.ink >= PDF_INK_YES && look.ink <= PDF_INK_NA)
		paint_badge(canvas, &at, width, &look);
	pdf_line_paint(canvas, &at, &canvas->symbol, &canvas->symbol.lines[0]);
}

/* The lines of a paragraph from `at` on up to the line `last` of the block, painted unless the setting begins behind them. */
static uint32_t paint_lines(struct pdf_canvas *canvas, const struct pdf_setting *s,
			    const struct pdf_par *par, struct pdf_resume *at, uint32_t last,
			    float *y)
{
	float size = par->size * s->size;
	float room = (s->width / s->size - par->indent) * 1000 / par->size + 0.5f;
	struct pdf_line line = {.setting = s,
				.par = par,
				.spans = &s->store->spans[par->first_span],
				.looks = &s->store->looks[par->first_span],
				.size = size};
	bool is_first = at->mark.item == 0 && at->mark.at == 0;
	uint32_t n;

	shape_break_part(par->par, room > 1 ? room : 1, last - at->line, &at->mark,
			 &canvas->layout);
	n = canvas->layout.n_lines ? canvas->layout.n_lines : 1;
	for (uint32_t i = 0; i < n && at->line >= s->first_line; i++) {
		line.baseline = *y + PDF_BASELINE * size;
		if (i == 0 && is_first && par->symbol)
			paint_symbol(canvas, s, par, line.baseline);
		*y += size * PDF_LEADING;
		if (i >= canvas->layout.n_lines)
			continue;
		line.x = aligned(canvas, s, par, canvas->layout.lines[i].width * size / 1000);
		pdf_line_paint(canvas, &line, &canvas->layout, &canvas->layout.lines[i]);
	}
	return n;
}

/* Paints those lines of the paragraph that the setting asks for, and goes on to the next at its end. */
static void paint_par(struct pdf_canvas *canvas, const struct pdf_setting *s,
		      const struct pdf_par *par, struct pdf_resume *at, float *y)
{
	uint32_t last = s->n_lines == UINT32_MAX ? UINT32_MAX : s->first_line + s->n_lines;

	if (at->line < s->first_line)
		at->line += paint_lines(canvas, s, par, at, s->first_line, y);
	if (at->line < last && !(at->mark.item > 0 && shape_mark_is_end(par->par, at->mark)))
		at->line += paint_lines(canvas, s, par, at, last, y);
	if (!shape_mark_is_end(par->par, at->mark))
		return;
	at->par++;
	at->mark = (struct shape_mark){0, 0};
}

/* Where this block was left on the page before: another one may stand there, too. */
static struct pdf_resume *left_at(struct pdf_canvas *canvas, const struct pdf_setting *s)
{
	return &canvas->resumes[(s->block.first ^ (uint32_t)(int32_t)s->x) % PDF_N_RESUMES];
}

static uint64_t number_at(const struct pdf_setting *s, uint32_t par)
{
	return par < s->block.n ? shape_par_number(s->store->pars[s->block.first + par].par) : 0;
}

/* The paragraphs are known by their numbers, since a store is emptied and filled again from page to page. */
static bool is_left_of(const struct pdf_resume *at, const struct pdf_setting *s)
{
	return at->line > 0 && at->line == s->first_line && at->store == s->store &&
	       at->block == s->block.first && at->head == number_at(s, 0) &&
	       at->open == number_at(s, at->par) && memcmp(&at->x, &s->x, sizeof(at->x)) == 0 &&
	       memcmp(&at->width, &s->width, sizeof(at->width)) == 0 &&
	       memcmp(&at->size, &s->size, sizeof(at->size)) == 0;
}

static void leave(struct pdf_canvas *canvas, const struct pdf_setting *s, struct pdf_resume *at)
{
	at->store = s->store;
	at->block = s->block.first;
	at->head = number_at(s, 0);
	at->open = number_at(s, at->par);
	at->x = s->x;
	at->width = s->width;
	at->size = s->size;
	*left_at(canvas, s) = *at;
}

void pdf_setting_paint(struct pdf_canvas *canvas, const struct pdf_setting *s)
{
	bool is_part = s->first_line > 0 || s->n_lines != UINT32_MAX;
	uint32_t last = s->n_lines == UINT32_MAX ? UINT32_MAX : s->first_line + s->n_lines;
	struct pdf_resume at = {0};
	float y = s->y;

	if (is_part && is_left_of(left_at(canvas, s), s))
		at = *left_at(canvas, s);
	while (at.par < s->block.n && at.line < last) {
		struct pdf_par *par = &s->store->pars[s->block.first + at.par];
		bool is_begun = at.mark.item > 0 || at.mark.at > 0;
		uint32_t n =
			is_part && !is_begun ? pdf_block_par_lines(par, s->width / s->size) : 1;

		/* what stands on other pages is only counted */
		if (!is_begun && is_part && at.line + n <= s->first_line) {
			at.line += n;
			at.par++;
			continue;
		}
		/* the gap belongs to the paragraph's first line, and goes where that goes */
		if (at.par > 0 && !is_begun && at.line >= s->first_line)
			y += par->gap * s->size;
		paint_par(canvas, s, par, &at, &y);
	}
	if (is_part)
		leave(canvas, s, &at);
}
