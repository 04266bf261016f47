/* SPDX-License-Identifier: MIT */
#include "png/png_fill.h"

#include <cairo.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define LEAST_SIDE 64
#define FARTHEST 65536.0 /* pixels: twice the largest picture, and still a line that cairo draws */

/*
 * A step of an outline.  Outlines are kept here until it is known where they lie: a path of cairo's
 * stays where it was laid, and the canvas is as small as what is drawn.
 */
enum step_kind { MOVE, LINE, CURVE };

struct step {
	enum step_kind kind;
	double at[6];
};

struct png_fill {
	struct step *steps;
	size_t n_steps, size;
	double stroke_width; /* 0: the outline is filled */
	double dashes[2]; /* drawn and left out; 0: a whole line */
	bool is_closed;
	cairo_surface_t *surface; /* of coverage; empty between two outlines */
	cairo_t *cairo;
	int width, height; /* of the surface */
	bool failed;
};

struct png_fill *png_fill_new(void)
{
	return calloc(1, sizeof(struct png_fill));
}

void png_fill_free(struct png_fill *fill)
{
	if (!fill)
		return;
	cairo_destroy(fill->cairo);
	cairo_surface_destroy(fill->surface);
	free(fill->steps);
	free(fill);
}

bool png_fill_failed(const struct png_fill *fill)
{
	return fill->failed;
}

/* ---- outlines */

/* A damaged font may have points anywhere; also for what is not a number. */
static double within(double pixels)
{
	if (!(pixels > -FARTHEST))
		return -FARTHEST;
	return pixels > FARTHEST ? FARTHEST : pixels;
}

static bool has_room(struct png_fill *fill)
{
	size_t wanted = fill->size ? fill->size * 2 : 256;
	struct step *grown;

	if (fill->n_steps < fill->size || fill->failed)
		return !fill->failed;
	grown = realloc(fill->steps, wanted * sizeof(*grown));
	if (grown) {
		fill->steps = grown;
		fill->size = wanted;
	}
	fill->failed = !grown;
	return !fill->failed;
}

static void add(struct png_fill *fill, enum step_kind kind, const double *points, int n)
{
	struct step *step;

	if (!has_room(fill))
		return;
	step = &fill->steps[fill->n_steps++];
	step->kind = kind;
	for (int i = 0; i < n; i++)
		step->at[i] = within(points[i]);
}

void png_fill_begin(struct png_fill *fill)
{
	fill->n_steps = 0;
	fill->stroke_width = 0;
}

void png_fill_move_to(struct png_fill *fill, double x, double y)
{
	add(fill, MOVE, (const double[2]){x, y}, 2);
}

void png_fill_line_to(struct png_fill *fill, double x, double y)
{
	add(fill, LINE, (const double[2]){x, y}, 2);
}

void png_fill_curve_to(struct png_fill *fill, const double points[6])
{
	add(fill, CURVE, points, 6);
}

void png_fill_stroke(struct png_fill *fill, double width, bool is_closed)
{
	fill->stroke_width = within(width);
	fill->is_closed = is_closed;
	fill->dashes[0] = fill->dashes[1] = 0;
}

void png_fill_dash(struct png_fill *fill, double dash, double gap)
{
	fill->dashes[0] = within(dash);
	fill->dashes[1] = within(gap);
}

struct png_area png_fill_extents(struct png_fill *fill)
{
	double left = FARTHEST, top = FARTHEST, right = -FARTHEST, bottom = -FARTHEST;
	double more = fill->stroke_width / 2; /* round joins reach no farther */

	if (fill->n_steps == 0)
		return (struct png_area){0, 0, 0, 0};
	for (size_t i = 0; i < fill->n_steps; i++) {
		const struct step *step = &fill->steps[i];

		for (int k = 0; k < (step->kind == CURVE ? 6 : 2); k += 2) {
			left = fmin(left, step->at[k]);
			right = fmax(right, step->at[k]);
			top = fmin(top, step->at[k + 1]);
			bottom = fmax(bottom, step->at[k + 1]);
		}
	}
	return (struct png_area){(int)floor(left - more), (int)floor(top - more),
				 (int)ceil(right + more), (int)ceil(bottom + more)};
}

/* ---- pixels */

/* A canvas of at least the size asked for. */
static bool has_canvas(struct png_fill *fill, int width, int height)
{
	if (fill->cairo && width <= fill->width && height <= fill->height)
		return true;
	fill->width = width > fill->width ? width : fill->width;
	fill->height = height > fill->height ? height : fill->height;
	fill->width = fill->width < LEAST_SIDE ? LEAST_SIDE : fill->width;
	fill->height = fill->height < LEAST_SIDE ? LEAST_SIDE : fill->height;
	cairo_destroy(fill->cairo);
	cairo_surface_destroy(fill->surface);
	fill->surface = cairo_image_surface_create(CAIRO_FORMAT_A8, fill->width, fill->height);
	fill->cairo = cairo_create(fill->surface);
	cairo_set_line_join(fill->cairo, CAIRO_LINE_JOIN_ROUND);
	fill->failed = fill->failed || cairo_status(fill->cairo) != CAIRO_STATUS_SUCCESS;
	return !fill->failed;
}

static void draw(struct png_fill *fill, double left, double top)
{
	cairo_t *cairo = fill->cairo;

	cairo_new_path(cairo);
	for (size_t i = 0; i < fill->n_steps; i++) {
		const double *at = fill->steps[i].at;

		if (fill->steps[i].kind == MOVE)
			cairo_move_to(cairo, at[0] - left, at[1] - top);
		else if (fill->steps[i].kind == LINE)
			cairo_line_to(cairo, at[0] - left, at[1] - top);
		else
			cairo_curve_to(cairo, at[0] - left, at[1] - top, at[2] - left, at[3] - top,
				       at[4] - left, at[5] - top);
	}
	if (!(fill->stroke_width > 0)) {
		cairo_fill(cairo);
		return;
	}
	if (fill->is_closed)
		cairo_close_path(cairo);
	cairo_set_line_width(cairo, fill->stroke_width);
	cairo_set_dash(cairo, fill->dashes, fill->dashes[0] > 0 ? 2 : 0, 0);
	cairo_stroke(cairo);
}

/* The runs of equal coverage in a row, which is empty afterwards. */
static void take_row(unsigned char *cover, struct png_area area, int y,
		     void (*span)(void *user, int x, int y, int n, unsigned cover), void *user)
{
	int width = area.right - area.left;

	for (int x = 0, end; x < width; x = end) {
		for (end = x + 1; end < width && cover[end] == cover[x]; end++)
			;
		if (cover[x] > 0)
			span(user, area.left + x, y, end - x, cover[x]);
	}
	memset(cover, 0, (size_t)width);
}

void png_fill_spans(struct png_fill *fill, struct png_area area,
		    void (*span)(void *user, int x, int y, int n, unsigned cover), void *user)
{
	int width = area.right - area.left, height = area.bottom - area.top;
	unsigned char *rows;
	ptrdiff_t stride;

	if (fill->failed || fill->n_steps == 0 || width <= 0 || height <= 0 ||
	    !has_canvas(fill, width, height))
		return;
	cairo_save(fill->cairo);
	cairo_rectangle(fill->cairo, 0, 0, width, height);
	cairo_clip(fill->cairo);
	draw(fill, area.left, area.top);
	cairo_restore(fill->cairo);
	cairo_surface_flush(fill->surface);
	rows = cairo_image_surface_get_data(fill->surface);
	stride = cairo_image_surface_get_stride(fill->surface);
	fill->failed = cairo_status(fill->cairo) != CAIRO_STATUS_SUCCESS || !rows;
	for (int y = 0; !fill->failed && y < height; y++)
		take_row(rows + y * stride, area, area.top + y, span, user);
	cairo_surface_mark_dirty(fill->surface);
}
