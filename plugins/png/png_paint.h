/* SPDX-License-Identifier: MIT */
/*
 * png_paint - a scene as rows of pixels, from top to bottom, a band at a time.
 *
 * Memory is bounded by the band, whatever the height of the picture.  Upright rectangles and lines
 * are stored on whole pixels; polygons and slanted lines are filled as outlines; text is
 * png_text's.
 */
#ifndef PNG_PAINT_H
#define PNG_PAINT_H

#include "common/scene/scene.h"
#include "common/shape/shape.h"
#include "png/png_palette.h"

struct png_picture {
	const struct scene *scene;
	struct shape *shape;
	double scale; /* pixels a point */
	uint32_t width, height; /* pixels */
	const struct mr_raster *logo; /* of SCENE_IMAGE; null, or rgba null: none */
};

/*
 * Where the bands go; their rows are as they stand in the file: a byte 0, which says that the row is
 * not filtered (ISO/IEC 15948, 9.2), and `width` indexes of the palette of the scene.
 */
struct png_bands {
	/* Room for the `n` bytes of a band; null without memory. */
	uint8_t *(*room)(void *user, size_t n);
	/* `n_rows` are painted into that room; false: no more are wanted. */
	bool (*take)(void *user, uint32_t n_rows);
	void *user;
};

/* 0, or -1 when memory ended. */
int png_paint(const struct png_picture *picture, struct png_palette *palette,
	      const struct png_bands *bands);

#endif
