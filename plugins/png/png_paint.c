/* SPDX-License-Identifier: MIT */
#include "png_paint.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "png_palette.h"
#include "png_text.h"

/* Pixels of four bytes: small bands stay in the cache, few of them look at the shapes less often. */
#define LEAST_BAND 65536
#define MOST_BAND 1048576
#define MOST_BANDS 24
#define HATCH_POINTS 4.0

struct rows {
	int from, to; /* the rows of the picture a shape may touch */
};

struct painter {
	const struct png_picture *picture;
	struct png_band band;
	struct png_text text;
	struct rows *rows; /* of each shape */
	int hatch_step; /* pixels */
};

static int snap(const struct painter *p, double points)
{
	return (int)floor(points * p->picture->scale + 0.5);
}

static uint32_t pixel_of(const struct painter *p, unsigned role)
{
	return png_palette_pixel(p->picture->scene, role);
}

/* ------------------------------------------------------------------ rectangles */

struct area {
	int left, top, right, bottom; /* in the band; right and bottom lie outside */
};

static struct area clipped(const struct painter *p, int left, int top, int right, int bottom)
{
	struct area area = {left, top - p->band.top, right, bottom - p->band.top};

	area.left = area.left < 0 ? 0 : area.left;
	area.top = area.top < 0 ? 0 : area.top;
	area.right = area.right > p->band.width ? p->band.width : area.right;
	area.bottom = area.bottom > p->band.height ? p->band.height : area.bottom;
	return area;
}

static void fill(const struct painter *p, int left, int top, int right, int bottom, uint32_t pixel)
{
	struct area area = clipped(p, left, top, right, bottom);
	uint32_t *first = p->band.pixels + (ptrdiff_t)area.top * p->band.width + area.left;
	ptrdiff_t n = area.right - area.left;

	if (n <= 0 || area.top >= area.bottom)
		return;
	for (ptrdiff_t x = 0; x < n; x++)
		first[x] = pixel;
	for (int y = area.top + 1; y < area.bottom; y++)
		memcpy(first + (ptrdiff_t)(y - area.top) * p->band.width, first,
		       (size_t)n * sizeof *first);
}

/* How much of the pixel at `t` of a step is covered by a line of `width` in the step's middle. */
static unsigned cover_at(int t, int step, double width)
{
	double away = fabs(t + 0.5 - step / 2.0);
	double cover = width / 2 + 0.5 - away;

	return cover <= 0 ? 0 : cover >= 1 ? 255 : png_palette_level((unsigned)(cover * 255));
}

static unsigned hatch_cover(const struct painter *p, unsigned pattern, int x, int y)
{
	int step = p->hatch_step;
	double width = SCENE_HATCH_WIDTH * p->picture->scale, slanted = width * 1.41421356;
	unsigned rising = 0, falling = 0;

	switch (pattern) {
	case PATTERN_LEVEL: return cover_at(y % step, step, width);
	case PATTERN_RISING: return cover_at((x + y) % step, step, slanted);
	case PATTERN_FALLING: return cover_at((x - y % step + step) % step, step, slanted);
	case PATTERN_CROSSED:
		rising = cover_at((x + y) % step, step, slanted);
		falling = cover_at((x - y % step + step) % step, step, slanted);
		return rising > falling ? rising : falling;
	default: return 0;
	}
}

static void hatch(const struct painter *p, unsigned pattern, struct area area, int left, int top)
{
	uint32_t ink = pixel_of(p, PALETTE_HATCH);

	for (int y = area.top; y < area.bottom; y++) {
		uint32_t *row = p->band.pixels + (ptrdiff_t)y * p->band.width;

		for (int x = area.left; x < area.right; x++) {
			/* counted from the rectangle, so that equal cells look equal */
			unsigned cover = hatch_cover(p, pattern, x - left, y + p->band.top - top);

			if (cover > 0)
				row[x] = png_palette_blend(row[x], ink, cover);
		}
	}
}

static void paint_rect(const struct painter *p, const struct scene_shape *s)
{
	double half = s->stroke != PALETTE_NONE ? s->stroke_width / 2 : 0;
	int left = snap(p, s->x - half), top = snap(p, s->y - half);
	int right = snap(p, s->x + s->w + half), bottom = snap(p, s->y + s->h + half);
	int edge = snap(p, s->stroke_width);
	uint32_t stroke = pixel_of(p, s->stroke);

	if (s->fill != PALETTE_NONE)
		fill(p, left, top, right, bottom, pixel_of(p, s->fill));
	if (s->pattern != PATTERN_SOLID)
		hatch(p, s->pattern, clipped(p, left, top, right, bottom), left, top);
	if (s->stroke == PALETTE_NONE)
		return;
	edge = edge < 1 ? 1 : edge;
	fill(p, left, top, right, top + edge, stroke);
	fill(p, left, bottom - edge, right, bottom, stroke);
	fill(p, left, top, left + edge, bottom, stroke);
	fill(p, right - edge, top, right, bottom, stroke);
}

/* ------------------------------------------------------------------ lines and polygons */

static void stroke(const struct painter *p, const struct scene_shape *s)
{
	static const double dashes[2] = {3, 2};
	cairo_t *cairo = p->band.cairo;
	uint32_t rgb = pixel_of(p, s->stroke);

	cairo_set_line_width(cairo, s->stroke_width);
	cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
	cairo_set_dash(cairo, dashes, s->is_dashed ? 2 : 0, 0);
	cairo_set_source_rgb(cairo, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0,
			     (rgb & 255) / 255.0);
	cairo_stroke(cairo);
}

static void begin_path(const struct painter *p)
{
	cairo_surface_mark_dirty(p->band.surface);
	cairo_save(p->band.cairo);
	cairo_translate(p->band.cairo, 0, -p->band.top);
	cairo_scale(p->band.cairo, p->picture->scale, p->picture->scale);
	cairo_new_path(p->band.cairo);
}

static void end_path(const struct painter *p)
{
	cairo_restore(p->band.cairo);
	cairo_surface_flush(p->band.surface);
}

static bool is_zero(double value)
{
	return fabs(value) < 1e-9;
}

static void paint_line(const struct painter *p, const struct scene_shape *s)
{
	int width = snap(p, s->stroke_width), left, top;

	if (s->is_dashed || (!is_zero(s->w) && !is_zero(s->h))) {
		begin_path(p);
		cairo_move_to(p->band.cairo, s->x, s->y);
		cairo_line_to(p->band.cairo, s->x + s->w, s->y + s->h);
		stroke(p, s);
		end_path(p);
		return;
	}
	width = width < 1 ? 1 : width;
	left = snap(p, fmin(s->x, s->x + s->w));
	top = snap(p, fmin(s->y, s->y + s->h));
	if (is_zero(s->h))
		fill(p, left, top - width / 2, snap(p, fmax(s->x, s->x + s->w)),
		     top - width / 2 + width, pixel_of(p, s->stroke));
	else
		fill(p, left - width / 2, top, left - width / 2 + width,
		     snap(p, fmax(s->y, s->y + s->h)), pixel_of(p, s->stroke));
}

static void paint_polygon(const struct painter *p, const struct scene_shape *s)
{
	cairo_t *cairo = p->band.cairo;
	uint32_t rgb = pixel_of(p, s->fill);

	begin_path(p);
	for (uint32_t i = 0; i < s->n_points; i++)
		cairo_line_to(cairo, s->points[i].x, s->points[i].y);
	if (!s->is_open)
		cairo_close_path(cairo);
	if (s->fill != PALETTE_NONE && !s->is_open) {
		cairo_set_source_rgb(cairo, (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0,
				     (rgb & 255) / 255.0);
		cairo_fill_preserve(cairo);
	}
	if (s->stroke != PALETTE_NONE)
		stroke(p, s);
	end_path(p);
}

/* ------------------------------------------------------------------ bands */

static void paint_shape(struct painter *p, const struct scene_shape *s)
{
	switch (s->kind) {
	case SCENE_RECT: paint_rect(p, s); break;
	case SCENE_LINE: paint_line(p, s); break;
	case SCENE_POLYGON: paint_polygon(p, s); break;
	case SCENE_TEXT:
		png_text_draw(&p->text, s, p->picture->scale, pixel_of(p, s->fill), &p->band);
		break;
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

	fill(p, 0, p->band.top, p->band.width, bottom, pixel_of(p, PALETTE_PAPER));
	for (size_t i = 0; i < scene->n_shapes; i++)
		if (p->rows[i].from < bottom && p->rows[i].to > p->band.top)
			paint_shape(p, &scene->shapes[i]);
}

static int make_band(struct painter *p)
{
	int width = (int)p->picture->width, height;
	uint64_t pixels = (uint64_t)p->picture->width * p->picture->height / MOST_BANDS;
	cairo_status_t status;

	pixels = pixels < LEAST_BAND ? LEAST_BAND : pixels > MOST_BAND ? MOST_BAND : pixels;
	height = (int)pixels / width + 1;
	if ((uint32_t)height > p->picture->height)
		height = (int)p->picture->height;
	p->band.width = width;
	p->band.height = height;
	p->band.pixels = calloc((size_t)width * (size_t)height, sizeof *p->band.pixels);
	if (!p->band.pixels)
		return -1;
	/* four bytes a pixel: the stride needs no rounding */
	p->band.surface = cairo_image_surface_create_for_data(
		(unsigned char *)p->band.pixels, CAIRO_FORMAT_ARGB32, width, height, width * 4);
	p->band.cairo = cairo_create(p->band.surface);
	status = cairo_status(p->band.cairo);
	return status == CAIRO_STATUS_SUCCESS ? 0 : -1;
}

static bool paint_all(struct painter *p,
		      bool (*row)(void *user, const uint32_t *pixels, uint32_t y), void *user)
{
	uint32_t height = p->picture->height;

	for (uint32_t top = 0; top < height; top += (uint32_t)p->band.height) {
		p->band.top = (int)top;
		paint_band(p);
		for (uint32_t y = 0; y < (uint32_t)p->band.height && top + y < height; y++)
			if (!row(user, p->band.pixels + (size_t)y * p->picture->width, top + y))
				return false;
	}
	return true;
}

int png_paint(const struct png_picture *picture,
	      bool (*row)(void *user, const uint32_t *pixels, uint32_t y), void *user)
{
	const struct scene *scene = picture->scene;
	struct painter p = {.picture = picture};
	int status = -1;

	png_text_init(&p.text, picture->shape);
	p.hatch_step = snap(&p, HATCH_POINTS) < 3 ? 3 : snap(&p, HATCH_POINTS);
	p.rows = calloc(scene->n_shapes, sizeof *p.rows);
	if (!p.rows || make_band(&p) != 0)
		goto out;
	for (size_t i = 0; i < scene->n_shapes; i++)
		p.rows[i] = rows_of(&p, &scene->shapes[i]);
	paint_all(&p, row, user);
	status = p.text.failed ? -1 : 0;
out:
	if (p.band.cairo)
		cairo_destroy(p.band.cairo);
	if (p.band.surface)
		cairo_surface_destroy(p.band.surface);
	free(p.band.pixels);
	free(p.rows);
	png_text_release(&p.text);
	return status;
}
