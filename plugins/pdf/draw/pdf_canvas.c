/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_canvas.h"

#include <string.h>

#include "pdf/draw/pdf_line.h"

#define NO_INK UINT32_MAX

void pdf_canvas_init(struct pdf_canvas *canvas, struct pdf_doc *doc, struct pdf_fonts *fonts,
		     const struct pdf_theme *theme)
{
	*canvas = (struct pdf_canvas){.doc = doc, .fonts = fonts, .theme = theme};
	canvas->layout = canvas->symbol = (struct shape_layout)SHAPE_LAYOUT_INIT;
	out_to_memory(&canvas->under, 0);
	out_to_memory(&canvas->text, 0);
	out_to_memory(&canvas->over, 0);
	out_to_memory(&canvas->whole, 0);
	for (uint32_t ink = 0; ink < PDF_N_INKS; ink++)
		out_to_memory(&canvas->colours[ink], 0);
}

void pdf_canvas_release(struct pdf_canvas *canvas)
{
	shape_layout_release(&canvas->layout);
	shape_layout_release(&canvas->symbol);
	out_release(&canvas->under);
	out_release(&canvas->text);
	out_release(&canvas->over);
	out_release(&canvas->whole);
	for (uint32_t ink = 0; ink < PDF_N_INKS; ink++)
		out_release(&canvas->colours[ink]);
}

void pdf_canvas_begin(struct pdf_canvas *canvas, uint32_t sheet, float sheet_height)
{
	out_clear(&canvas->under);
	out_clear(&canvas->text);
	out_clear(&canvas->over);
	canvas->sheet = sheet;
	canvas->height = sheet_height;
	canvas->left = 0;
	canvas->owner = PDF_NOBODY;
	canvas->ink = canvas->under_ink = NO_INK;
	pdf_fonts_begin_page(canvas->fonts);
}

void pdf_canvas_end(struct pdf_canvas *canvas)
{
	struct out *whole = &canvas->whole;

	pdf_canvas_own(canvas, PDF_NOBODY, PDF_TAG_P);
	out_clear(whole);
	if (canvas->under.n) {
		out_string(whole, "/Artifact<</Type/Layout>>BDC\n");
		out_bytes(whole, canvas->under.at, canvas->under.n);
		out_string(whole, "EMC\n");
	}
	if (canvas->text.n) {
		out_string(whole, "BT\n");
		out_bytes(whole, canvas->text.at, canvas->text.n);
		out_string(whole, "ET\n");
	}
	out_bytes(whole, canvas->over.at, canvas->over.n);
	pdf_doc_set_content(canvas->doc, canvas->sheet, whole->at, whole->n);
}

static void put_number(struct out *out, double value)
{
	out_decimal(out, value, 2);
	out_char(out, ' ');
}

static void put_colour(struct out *out, uint32_t rgb)
{
	if ((rgb & 255) == (rgb >> 8 & 255) && (rgb & 255) == (rgb >> 16 & 255)) {
		out_decimal(out, (rgb & 255) / 255.0, 3);
		out_string(out, " g\n");
		return;
	}
	for (int shift = 16; shift >= 0; shift -= 8) {
		out_decimal(out, (rgb >> shift & 255) / 255.0, 3);
		out_char(out, ' ');
	}
	out_string(out, "rg\n");
}

void pdf_canvas_band(struct pdf_canvas *canvas, const struct pdf_box *box, uint32_t rgb)
{
	struct out *out = &canvas->under;

	if (canvas->under_ink != rgb)
		put_colour(out, rgb);
	canvas->under_ink = rgb;
	put_number(out, canvas->left + box->left);
	put_number(out, canvas->height - box->bottom);
	put_number(out, box->right - box->left);
	put_number(out, box->bottom - box->top);
	out_string(out, "re f\n");
}

void pdf_canvas_rule(struct pdf_canvas *canvas, const struct pdf_box *box, uint32_t rgb)
{
	pdf_canvas_band(canvas, box, rgb);
}

void pdf_canvas_own(struct pdf_canvas *canvas, uint32_t owner, enum pdf_tag tag)
{
	struct out *out = &canvas->text;

	if (canvas->owner == owner)
		return;
	if (canvas->owner != PDF_NOBODY)
		out_string(out, "EMC\n");
	canvas->owner = owner;
	if (owner == PDF_NOBODY)
		return;
	if (owner == PDF_ARTIFACT) {
		out_string(out, "/Artifact<</Type/Pagination>>BDC\n");
		return;
	}
	out_char(out, '/');
	out_string(out, pdf_tags_name(tag));
	out_string(out, "<</MCID ");
	out_unsigned(out, pdf_tags_mark(pdf_doc_tags(canvas->doc), owner, canvas->sheet));
	out_string(out, ">>BDC\n");
}

void pdf_canvas_set_ink(struct pdf_canvas *canvas, uint8_t ink)
{
	uint32_t rgb = canvas->theme->inks[ink];

	if (canvas->ink == rgb)
		return;
	canvas->ink = rgb;
	if (canvas->colours[ink].n == 0)
		put_colour(&canvas->colours[ink], rgb);
	out_bytes(&canvas->text, canvas->colours[ink].at, canvas->colours[ink].n);
}

/* ------------------------------------------------------------------ blocks */

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

static void paint_symbol(struct pdf_canvas *canvas, const struct pdf_setting *s,
			 const struct pdf_par *par, float baseline)
{
	float size = par->size * s->size, slot = PDF_SLOT * s->size;
	float indent = par->indent * s->size - slot, width;
	struct pdf_line at = {.setting = s,
			      .par = par,
			      .spans = &s->store->spans[par->first_span - 1],
			      .looks = &s->store->looks[par->first_span - 1],
			      .baseline = baseline,
			      .size = size};

	shape_break(par->symbol, 0, &canvas->symbol);
	if (canvas->symbol.n_lines == 0)
		return;
	/* centred in the slot but for a gap before the words, so that symbols stand in a column */
	width = canvas->symbol.lines[0].width * size / 1000;
	indent += (slot - 0.35f * s->size - width) / 2;
	at.x = canvas->is_rtl ? s->x + s->width - indent - width : s->x + indent;
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

void pdf_canvas_block(struct pdf_canvas *canvas, const struct pdf_setting *s)
{
	uint32_t line = 0;
	float y = s->y;

	for (uint32_t i = 0; i < s->block.n; i++) {
		const struct pdf_par *par = &s->store->pars[s->block.first + i];

		/* the gap belongs to the paragraph's first line, and goes where that goes */
		if (i > 0 && line >= s->first_line)
			y += par->gap * s->size;
		paint_par(canvas, s, par, &line, &y);
	}
}
