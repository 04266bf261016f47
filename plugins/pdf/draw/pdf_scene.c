/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/scene/accent.h"
#include "pdf/draw/pdf_draw.h"

#define PI 3.14159265358979323846

struct painter {
	struct pdf_canvas *canvas;
	struct shape *shape;
	const struct scene *scene;
	struct out *out;
	double x, y; /* of the scene's corner on the sheet, y upwards */
	bool is_grey;
};

static uint8_t style_of(bool is_bold)
{
	return is_bold ? SHAPE_BOLD : SHAPE_REGULAR;
}

/* A paragraph of one line; its span must live as long. */
static struct shape_par *label(struct shape *shape, struct shape_span *span, const char *text,
			       size_t n, bool is_bold)
{
	*span = (struct shape_span){.text = text, .n = (uint32_t)n, .style = style_of(is_bold)};
	return shape_par_new(shape, span, 1, SHAPE_AUTO);
}

static void put(struct painter *p, double value, const char *after)
{
	out_decimal(p->out, value, 2);
	out_string(p->out, after);
}

static void put_point(struct painter *p, double x, double y, const char *after)
{
	put(p, p->x + x, " ");
	put(p, p->y - y, after);
}

static uint32_t colour(const struct painter *p, uint8_t role)
{
	uint32_t rgb = scene_colour(p->scene, p->scene->theme, role);

	return p->is_grey ? accent_grey(rgb) : rgb;
}

static void put_colour(struct painter *p, uint8_t role, const char *operator)
{
	uint32_t rgb = colour(p, role);

	for (int shift = 16; shift >= 0; shift -= 8) {
		out_decimal(p->out, (rgb >> shift & 255) / 255.0, 3);
		out_char(p->out, ' ');
	}
	out_string(p->out, operator);
}

static void pattern_line(void *user, double x0, double y0, double x1, double y1)
{
	struct painter *p = user;

	put_point(p, x0, y0, " m ");
	put_point(p, x1, y1, " l\n");
}

static void paint_path(struct painter *p, const struct scene_shape *s)
{
	bool fills = s->fill != PALETTE_NONE && !s->is_open, strokes = s->stroke != PALETTE_NONE;

	if (fills)
		put_colour(p, s->fill, "rg\n");
	if (strokes) {
		put_colour(p, s->stroke, "RG ");
		put(p, s->stroke_width, " w ");
		out_string(p->out, s->is_dashed ? "[3 2] 0 d\n" : "[] 0 d\n");
	}
	switch (s->kind) {
	case SCENE_RECT:
		put_point(p, s->x, s->y + s->h, " ");
		put(p, s->w, " ");
		put(p, s->h, " re ");
		break;
	case SCENE_LINE:
		put_point(p, s->x, s->y, " m ");
		put_point(p, s->x + s->w, s->y + s->h, " l ");
		break;
	default:
		for (uint32_t i = 0; i < s->n_points; i++)
			put_point(p, s->points[i].x, s->points[i].y, i ? " l " : " m ");
		out_string(p->out, s->is_open ? "" : "h ");
	}
	out_string(p->out, fills && strokes ? "B\n" : fills ? "f\n" : strokes ? "S\n" : "n\n");
	if (s->kind == SCENE_RECT && s->pattern != PATTERN_SOLID) {
		put_colour(p, PALETTE_HATCH, "RG .6 w [] 0 d\n");
		scene_pattern_lines(s, pattern_line, p);
		out_string(p->out, "S\n");
	}
}

static void paint_text(struct painter *p, const struct scene_shape *s)
{
	struct shape_layout *layout = &p->canvas->layout;
	struct shape_span span;
	struct shape_par *par = label(p->shape, &span, s->text, strlen(s->text), s->is_bold);
	double turn = -s->angle, width, back;

	if (!par)
		return;
	shape_at(p->shape, &s->where);
	shape_break(par, 0, layout);
	if (layout->n_lines) {
		width = layout->lines[0].width * s->size / 1000;
		back = s->anchor == SCENE_MIDDLE   ? width / 2
		       : s->anchor == SCENE_ENDING ? width
						   : 0;
		put_colour(p, s->fill, "rg BT\n");
		for (uint32_t i = 0; i < layout->lines[0].n; i++)
			pdf_fonts_show_turned(
				p->canvas->fonts, p->out,
				&(struct pdf_text){
					.layout = layout,
					.piece = &layout->pieces[layout->lines[0].first + i],
					.spans = &span,
					.x = p->x + s->x - back * cos(turn * PI / 180),
					.y = p->y - s->y - back * sin(turn * PI / 180),
					.size = s->size},
				turn);
		out_string(p->out, "ET\n");
	}
	shape_par_free(par);
}

static struct painter painter_of(struct pdf_drawer *d, const struct scene *scene, float x, float y)
{
	return (struct painter){.canvas = d->canvas,
				.shape = d->book->shape,
				.scene = scene,
				.out = &d->canvas->over,
				.x = (double)d->canvas->left + x,
				.y = (double)d->canvas->height - y,
				.is_grey = d->theme->is_grey};
}

static void paint_all(struct painter *p)
{
	pdf_fonts_deselect(p->canvas->fonts);
	for (size_t i = 0; i < p->scene->n_shapes; i++) {
		const struct scene_shape *s = scene_at(p->scene, i);

		if (s->kind == SCENE_TEXT)
			paint_text(p, s);
		else if (s->kind == SCENE_RECT || s->kind == SCENE_LINE || s->kind == SCENE_POLYGON)
			paint_path(p, s);
	}
	out_string(p->out, "Q EMC\n");
	pdf_fonts_deselect(p->canvas->fonts);
}

void pdf_scene_paint(struct pdf_drawer *d, const struct scene *scene, float x, float y)
{
	struct pdf_tags *tags = pdf_doc_tags(d->book->doc);
	struct painter p = painter_of(d, scene, x, y);
	uint32_t figure = pdf_tags_add(tags, PDF_TAGS_ROOT, PDF_TAG_FIGURE);
	const float box[4] = {(float)p.x, (float)(p.y - scene->height), (float)(p.x + scene->width),
			      (float)p.y};

	pdf_tags_set_figure(tags, figure, scene->description, box);
	out_string(p.out, "/Figure<</MCID ");
	out_unsigned(p.out, pdf_tags_mark(tags, figure, d->canvas->sheet));
	out_string(p.out, ">>BDC q\n");
	paint_all(&p);
}

void pdf_scene_adorn(struct pdf_drawer *d, const struct scene *scene, float x, float y)
{
	struct painter p = painter_of(d, scene, x, y);

	out_string(p.out, "/Artifact BMC q\n");
	paint_all(&p);
}
