/* SPDX-License-Identifier: MIT */
/*
 * png_fill - outlines to covered pixels, by cairo.
 *
 * cairo draws each outline alone, as coverage, on a canvas no larger than it is; what comes out are
 * spans, row by row, which png_band lays over its indexes.
 *
 * Places are pixels, y downwards; an outline is filled by the non-zero rule.
 *
 * ERRORS are sticky: without memory png_fill_failed() is true, and nothing more is covered.
 */
#ifndef PNG_FILL_H
#define PNG_FILL_H

#include <stdbool.h>

struct png_fill;

struct png_area {
	int left, top, right, bottom; /* right and bottom lie outside */
};

/* Null without memory. */
struct png_fill *png_fill_new(void);
void png_fill_free(struct png_fill *fill);
bool png_fill_failed(const struct png_fill *fill);

/* Begins a new outline, of any number of contours. */
void png_fill_begin(struct png_fill *fill);
void png_fill_move_to(struct png_fill *fill, double x, double y);
void png_fill_line_to(struct png_fill *fill, double x, double y);
void png_fill_curve_to(struct png_fill *fill, const double points[6]);

/* The outline is to be drawn as a line along it, with round joins, not filled. */
void png_fill_stroke(struct png_fill *fill, double width, bool is_closed);

/* And with dashes: along the line, `dash` drawn and `gap` left out. */
void png_fill_dash(struct png_fill *fill, double dash, double gap);

/* Where the outline may cover something. */
struct png_area png_fill_extents(struct png_fill *fill);

/* Calls `span` for `n` pixels from (x, y) on, all covered by 1..255, within `area`. */
void png_fill_spans(struct png_fill *fill, struct png_area area,
		    void (*span)(void *user, int x, int y, int n, unsigned cover), void *user);

#endif
