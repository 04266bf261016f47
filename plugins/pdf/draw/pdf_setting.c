/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_setting.h"

#include <math.h>

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

/* Paints those lines of the paragraph that the setting asks for; `line` counts lines of the block. */
static void paint_par(struct pdf_canvas *canvas, const struct pdf_setting *s,
		      const struct pdf_par *par, uint32_t *line, float *y)
{
	float size = par->size * s->size;
	float room = (s->width / s->size - par->indent) * 1000 / par->size + 0.5f;
	struct pdf_line at = {.setting = s,
			      .par = par,
			      .spans = &s->store->spans[par->first_span],
			      .looks = &s->store->looks[par->first_span],
			      .size = size};
	uint32_t n, last = s->n_lines == UINT32_MAX ? UINT32_MAX : s->first_line + s->n_lines;

	shape_break(par->par, room > 1 ? room : 1, &canvas->layout);
	n = canvas->layout.n_lines ? canvas->layout.n_lines : 1;
	for (uint32_t i = 0; i < n; i++, (*line)++) {
		if (*line < s->first_line || *line >= last)
			continue;
		at.baseline = *y + PDF_BASELINE * size;
		if (i == 0 && par->symbol)
			paint_symbol(canvas, s, par, at.baseline);
		*y += size * PDF_LEADING;
		if (i >= canvas->layout.n_lines)
			continue;
		at.x = aligned(canvas, s, par, canvas->layout.lines[i].width * size / 1000);
		pdf_line_paint(canvas, &at, &canvas->layout, &canvas->layout.lines[i]);
	}
}

void pdf_setting_paint(struct pdf_canvas *canvas, const struct pdf_setting *s)
{
	uint32_t line = 0;
	float y = s->y;

	for (uint32_t i = 0; i < s->block.n; i++) {
		struct pdf_par *par = &s->store->pars[s->block.first + i];
		bool is_part = s->first_line > 0 || s->n_lines != UINT32_MAX;
		uint32_t n = is_part ? pdf_block_par_lines(par, s->width / s->size) : 1;

		/* what stands on other pages is only counted */
		if (is_part && line + n <= s->first_line) {
			line += n;
			continue;
		}
		if (s->n_lines != UINT32_MAX && line >= s->first_line + s->n_lines)
			break;
		/* the gap belongs to the paragraph's first line, and goes where that goes */
		if (i > 0 && line >= s->first_line)
			y += par->gap * s->size;
		paint_par(canvas, s, par, &line, &y);
	}
}
