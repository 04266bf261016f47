/* SPDX-License-Identifier: MIT */
#include "png/png_paint.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "png/png_band.h"
#include "png/png_logo.h"
#include "png/png_text.h"

/* In pixels: small bands stay in the cache, few of them look at the shapes less often. */
#define LEAST_BAND 131072
#define MOST_BAND 1048576
#define MOST_BANDS 24
#define HATCH_POINTS 4.0
#define DASH_POINTS 3.0
#define GAP_POINTS 2.0
#define MOST_HATCH 128 /* pixels; at 1200 dpi the step has 67 */

struct rows {
	int from, to; /* the rows of the picture a shape may touch */
};

/* How much of each pixel of a step its line covers, of PNG_LEVELS. */
struct hatch {
	int step;
	uint8_t level[MOST_HATCH], slanted[MOST_HATCH];
};

struct painter {
	const struct png_picture *picture;
	struct png_band band;
	struct png_text text;
	struct png_fill *fill;
	struct png_logo *logo;
	struct rows *rows; /* of each shape */
	struct hatch hatch;
	uint8_t inks[PALETTE_N_ROLES]; /* indexes */
};

static int snap(const struct painter *p, double points)
{
	return (int)floor(points * p->picture->scale + 0.5);
}

static uint8_t ink_of(const struct painter *p, unsigned role)
{
	return p->inks[role < PALETTE_N_ROLES ? role : PALETTE_PAPER];
}

/* ---- rectangles */

static void fill(const struct painter *p, int left, int top, int right, int bottom, uint8_t ink)
{
	png_band_rect(&p->band, (struct png_area){left, top, right, bottom}, ink);
}

/* How much of the pixel at `t` of a step is covered by a line of `width` in the step's middle. */
static uint8_t cover_at(int t, int step, double width)
{
	double away = fabs(t + 0.5 - step / 2.0);
	double cover = width / 2 + 0.5 - away;

	cover = cover < 0 ? 0 : cover > 1 ? 1 : cover;
	return (uint8_t)png_palette_level((unsigned)(cover * 255));
}

static void make_hatch(struct painter *p)
{
	struct hatch *hatch = &p->hatch;
	double width = SCENE_HATCH_WIDTH * p->picture->scale;

	hatch->step = snap(p, HATCH_POINTS);
	hatch->step = hatch->step < 3 ? 3 : hatch->step > MOST_HATCH ? MOST_HATCH : hatch->step;
	for (int t = 0; t < hatch->step; t++) {
		hatch->level[t] = cover_at(t, hatch->step, width);
		hatch->slanted[t] = cover_at(t, hatch->step, width * 1.41421356);
	}
}

static uint8_t hatch_level(const struct hatch *hatch, unsigned pattern, int x, int y)
{
	int step = hatch->step;
	uint8_t rising = hatch->slanted[(x + y) % step];
	uint8_t falling = hatch->slanted[(x + step - y % step) % step];

	switch (pattern) {
	case PATTERN_LEVEL: return hatch->level[y % step];
	case PATTERN_RISING: return rising;
	case PATTERN_FALLING: return falling;
	case PATTERN_CROSSED: return rising > falling ? rising : falling;
	default: return 0;
	}
}

/*
 * Counted from the rectangle, so that equal cells look equal; `ground` is what it is filled with.
 * One step of columns and rows is made, and repeats itself.
 */
static void hatch(const struct painter *p, unsigned pattern, struct png_area whole, uint8_t ground)
{
	uint8_t ink = ink_of(p, PALETTE_HATCH), shades[PNG_LEVELS + 1];
	struct png_area area = png_band_clip(&p->band, whole);
	int step = p->hatch.step;

	if (area.left >= area.right)
		return;
	for (unsigned level = 0; level <= PNG_LEVELS; level++)
		shades[level] = png_palette_mix(p->band.palette, ground, ink, level);
	for (int y = area.top; y < area.bottom; y++) {
		uint8_t *row = png_band_row(&p->band, y);

		if (y - step >= area.top) {
			memcpy(row + area.left, png_band_row(&p->band, y - step) + area.left,
			       (size_t)(area.right - area.left));
			continue;
		}
		for (int x = area.left; x < area.right; x++)
			row[x] = x - step < area.left
					 ? shades[hatch_level(&p->hatch, pattern, x - whole.left,
							      y - whole.top)]
					 : row[x - step];
	}
}

static void paint_rect(const struct painter *p, const struct scene_shape *s)
{
	double half = s->stroke != PALETTE_NONE ? s->stroke_width / 2 : 0;
	int left = snap(p, s->x - half), top = snap(p, s->y - half);
	int right = snap(p, s->x + s->w + half), bottom = snap(p, s->y + s->h + half);
	int edge = snap(p, s->stroke_width);
	uint8_t stroke = ink_of(p, s->stroke);

	if (s->fill != PALETTE_NONE)
		fill(p, left, top, right, bottom, ink_of(p, s->fill));
	if (s->pattern != PATTERN_SOLID)
		hatch(p, s->pattern, (struct png_area){left, top, right, bottom},
		      ink_of(p, s->fill));
	if (s->stroke == PALETTE_NONE)
		return;
	edge = edge < 1 ? 1 : edge;
	fill(p, left, top, right, top + edge, stroke);
	fill(p, left, bottom - edge, right, bottom, stroke);
	fill(p, left, top, left + edge, bottom, stroke);
	fill(p, right - edge, top, right, bottom, stroke);
}

/* ---- lines and polygons */

static void move_to(const struct painter *p, double x, double y)
{
	png_fill_move_to(p->fill, x * p->picture->scale, y * p->picture->scale);
}

static void line_to(const struct painter *p, double x, double y)
{
	png_fill_line_to(p->fill, x * p->picture->scale, y * p->picture->scale);
}

static void begin_path(const struct painter *p, const struct scene_point *points, uint32_t n)
{
	png_fill_begin(p->fill);
	move_to(p, points[0].x, points[0].y);
	for (uint32_t i = 1; i < n; i++)
		line_to(p, points[i].x, points[i].y);
}

static void stroke(const struct painter *p, const struct scene_shape *s,
		   const struct scene_point *points, uint32_t n, bool is_closed)
{
	double scale = p->picture->scale;

	begin_path(p, points, n);
	png_fill_stroke(p->fill, s->stroke_width * scale, is_closed);
	if (s->is_dashed)
		png_fill_dash(p->fill, DASH_POINTS * scale, GAP_POINTS * scale);
	png_band_outline(&p->band, p->fill, ink_of(p, s->stroke));
}

static bool is_zero(double value)
{
	return fabs(value) < 1e-9;
}

static void paint_line(const struct painter *p, const struct scene_shape *s)
{
	int width = snap(p, s->stroke_width), left, top;

	if (s->is_dashed || (!is_zero(s->w) && !is_zero(s->h))) {
		const struct scene_point ends[2] = {{s->x, s->y}, {s->x + s->w, s->y + s->h}};

		stroke(p, s, ends, 2, false);
		return;
	}
	width = width < 1 ? 1 : width;
	left = snap(p, fmin(s->x, s->x + s->w));
	top = snap(p, fmin(s->y, s->y + s->h));
	if (is_zero(s->h))
		fill(p, left, top - width / 2, snap(p, fmax(s->x, s->x + s->w)),
		     top - width / 2 + width, ink_of(p, s->stroke));
	else
		fill(p, left - width / 2, top, left - width / 2 + width,
		     snap(p, fmax(s->y, s->y + s->h)), ink_of(p, s->stroke));
}

static void paint_polygon(const struct painter *p, const struct scene_shape *s)
{
	if (s->n_points == 0)
		return;
	if (s->fill != PALETTE_NONE && !s->is_open) {
		begin_path(p, s->points, s->n_points);
		png_band_outline(&p->band, p->fill, ink_of(p, s->fill));
	}
	if (s->stroke != PALETTE_NONE)
		stroke(p, s, s->points, s->n_points, !s->is_open);
}

/* ---- bands */

static void paint_shape(struct painter *p, const struct scene_shape *s)
{
	switch (s->kind) {
	case SCENE_RECT: paint_rect(p, s); break;
	case SCENE_LINE: paint_line(p, s); break;
	case SCENE_POLYGON: paint_polygon(p, s); break;
	case SCENE_TEXT:
		png_text_draw(&p->text, s, p->picture->scale, ink_of(p, s->fill), &p->band);
		break;
	case SCENE_IMAGE: png_logo_draw(p->logo, &p->band); break;
	default: break;
	}
}

/* Generous by what strokes and tall letters reach beyond. */
static struct rows rows_of(const struct painter *p, const struct scene_shape *s)
{
	double from = s->y, to = s->y + s->h, more = 2 + s->stroke_width;
	struct scene_point corners[4];
	const struct scene_point *points = s->points;
	uint32_t n = s->n_points;

	if (s->kind == SCENE_IMAGE)
		more += 2 * p->picture->scale;
	if (s->kind == SCENE_TEXT) {
		scene_text_box(s, corners);
		points = corners;
		n = 4;
		more += s->size;
	}
	for (uint32_t i = 0; i < n; i++) {
		from = i == 0 ? points[i].y : fmin(from, points[i].y);
		to = i == 0 ? points[i].y : fmax(to, points[i].y);
	}
	return (struct rows){snap(p, fmin(from, to) - more), snap(p, fmax(from, to) + more) + 1};
}

static void paint_band(struct painter *p)
{
	const struct scene *scene = p->picture->scene;
	int bottom = p->band.top + p->band.height;

	for (int y = p->band.top; y < bottom; y++)
		png_band_row(&p->band, y)[-1] = 0;
	fill(p, 0, p->band.top, p->band.width, bottom, ink_of(p, PALETTE_PAPER));
	for (size_t i = 0; i < scene->n_shapes; i++)
		if (p->rows[i].from < bottom && p->rows[i].to > p->band.top)
			paint_shape(p, &scene->shapes[i]);
}

static int rows_of_a_band(const struct png_picture *picture)
{
	uint64_t pixels = (uint64_t)picture->width * picture->height / MOST_BANDS;

	pixels = pixels < LEAST_BAND ? LEAST_BAND : pixels > MOST_BAND ? MOST_BAND : pixels;
	return (int)(pixels / picture->width) + 1;
}

static int paint_all(struct painter *p, const struct png_bands *bands)
{
	int height = (int)p->picture->height, most = rows_of_a_band(p->picture);

	p->band.width = (int)p->picture->width;
	for (int top = 0; top < height; top += most) {
		p->band.top = top;
		p->band.height = height - top < most ? height - top : most;
		p->band.rows = bands->room(bands->user,
					   (size_t)p->band.height * ((size_t)p->band.width + 1));
		if (!p->band.rows)
			return -1;
		paint_band(p);
		if (!bands->take(bands->user, (uint32_t)p->band.height))
			return 0;
	}
	return 0;
}

static int begin(struct painter *p, struct png_palette *palette)
{
	const struct scene *scene = p->picture->scene;

	p->band.palette = palette;
	for (unsigned role = 0; role < PALETTE_N_ROLES; role++)
		p->inks[role] = png_palette_index(palette, png_palette_colour(scene, role));
	make_hatch(p);
	p->fill = png_fill_new();
	p->rows = calloc(scene->n_shapes, sizeof(*p->rows));
	png_text_init(&p->text, p->picture->shape, p->fill);
	p->logo = calloc(1, sizeof(*p->logo));
	if (!p->fill || !p->rows || !p->logo)
		return -1;
	png_logo_init(p->logo, p->picture);
	for (size_t i = 0; i < scene->n_shapes; i++)
		p->rows[i] = rows_of(p, &scene->shapes[i]);
	return 0;
}

int png_paint(const struct png_picture *picture, struct png_palette *palette,
	      const struct png_bands *bands)
{
	struct painter p = {.picture = picture};
	int status = -1;

	if (begin(&p, palette) == 0) {
		status = paint_all(&p, bands);
		if (p.text.failed || png_fill_failed(p.fill))
			status = -1;
	}
	png_text_release(&p.text);
	png_fill_free(p.fill);
	free(p.rows);
	free(p.logo);
	return status;
}
