/* SPDX-License-Identifier: MIT */
/*
 * png_paint - a scene as rows of pixels, from top to bottom, a band at a time.
 *
 * Memory is bounded by the band, whatever the height of the picture.  Upright rectangles and lines
 * are stored as pixels, their edges on whole pixels; polygons and slanted lines go through cairo;
 * text through png_text.
 */
#ifndef PNG_PAINT_H
#define PNG_PAINT_H

#include "common/scene.h"
#include "common/shape.h"

struct png_picture {
	const struct scene *scene;
	struct shape *shape;
	double scale; /* pixels a point */
	uint32_t width, height; /* pixels */
};

/*
 * Calls `row` for each row with its `width` pixels (0xAARRGGBB, multiplied by alpha); until it
 * returns false.  0, or -1 when memory ended.
 */
int png_paint(const struct png_picture *picture,
	      bool (*row)(void *user, const uint32_t *pixels, uint32_t y), void *user);

#endif
