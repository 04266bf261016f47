/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_canvas.h"

#include <math.h>
#include <string.h>

#define NO_INK UINT32_MAX
#define RADIANS 0.017453292519943295

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
	canvas->turn.is_on = false;
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
	if (canvas->turn.is_on) {
		static const uint8_t around[] = {0, 2, 6, 4};
		float corners[8];

		pdf_canvas_corners(canvas, box, corners);
		for (int i = 0; i < 4; i++) {
			put_number(out, corners[around[i]]);
			put_number(out, corners[around[i] + 1]);
			out_string(out, i ? "l " : "m ");
		}
		out_string(out, "f\n");
		return;
	}
	put_number(out, canvas->left + box->left);
	put_number(out, canvas->height - box->bottom);
	put_number(out, box->right - box->left);
	put_number(out, box->bottom - box->top);
	out_string(out, "re f\n");
}

void pdf_canvas_slab(struct pdf_canvas *canvas, const struct pdf_box *box, float lean, uint32_t rgb)
{
	const float xs[4] = {box->left, box->right, box->right + lean, box->left + lean};
	const float ys[4] = {box->bottom, box->bottom, box->top, box->top};

	if (fabsf(lean) <= 0) {
		pdf_canvas_band(canvas, box, rgb);
		return;
	}
	if (canvas->under_ink != rgb)
		put_colour(&canvas->under, rgb);
	canvas->under_ink = rgb;
	for (int i = 0; i < 4; i++) {
		put_number(&canvas->under, canvas->left + xs[i]);
		put_number(&canvas->under, canvas->height - ys[i]);
		out_string(&canvas->under, i ? "l " : "m ");
	}
	out_string(&canvas->under, "f\n");
}

/* ---- turned */

/* Fonts, colours and places are those of the graphics state, which ends here. */
static void begin_text(struct pdf_canvas *canvas)
{
	out_string(&canvas->text, "BT\n");
	canvas->ink = NO_INK;
	pdf_fonts_begin_page(canvas->fonts);
}

void pdf_canvas_resume(struct pdf_canvas *canvas)
{
	pdf_canvas_own(canvas, PDF_NOBODY, PDF_TAG_P);
	if (canvas->text.n)
		out_string(&canvas->text, "ET\n");
	if (canvas->text.n)
		begin_text(canvas);
	else
		pdf_fonts_begin_page(canvas->fonts);
}

void pdf_canvas_turn(struct pdf_canvas *canvas, float x, float y, float degrees)
{
	double angle = degrees * RADIANS;
	struct pdf_turn *turn = &canvas->turn;
	struct out *out = &canvas->text;

	*turn = (struct pdf_turn){.is_on = true,
				  .x = canvas->left + x,
				  .y = canvas->height - y,
				  .cos = (float)cos(angle),
				  .sin = (float)sin(angle),
				  .left = canvas->left,
				  .height = canvas->height};
	pdf_canvas_own(canvas, PDF_NOBODY, PDF_TAG_P);
	out_string(out, "ET q ");
	for (int i = 0; i < 4; i++) {
		const float matrix[4] = {turn->cos, turn->sin, -turn->sin, turn->cos};

		out_decimal(out, matrix[i], 5);
		out_char(out, ' ');
	}
	put_number(out, turn->x);
	put_number(out, turn->y);
	out_string(out, "cm\n");
	canvas->left = canvas->height = 0;
	begin_text(canvas);
}

void pdf_canvas_turn_back(struct pdf_canvas *canvas)
{
	pdf_canvas_own(canvas, PDF_NOBODY, PDF_TAG_P);
	out_string(&canvas->text, "ET Q\n");
	canvas->left = canvas->turn.left;
	canvas->height = canvas->turn.height;
	canvas->turn.is_on = false;
	begin_text(canvas);
}

void pdf_canvas_corners(const struct pdf_canvas *canvas, const struct pdf_box *box,
			float corners[8])
{
	const struct pdf_turn *turn = &canvas->turn;
	/* upper left, upper right, lower left, lower right */
	const float xs[4] = {box->left, box->right, box->left, box->right};
	const float ys[4] = {box->top, box->top, box->bottom, box->bottom};

	for (int i = 0; i < 4; i++) {
		float x = canvas->left + xs[i], y = canvas->height - ys[i];

		corners[2 * i] = turn->is_on ? turn->x + x * turn->cos - y * turn->sin : x;
		corners[2 * i + 1] = turn->is_on ? turn->y + x * turn->sin + y * turn->cos : y;
	}
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
