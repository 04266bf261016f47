/* SPDX-License-Identifier: MIT */
/*
 * png_text - the letters of a picture: shaped by common/shape, filled once, kept as masks.
 *
 * Upright text is put together from masks of its glyphs, each made once for every half of a pixel
 * it may begin at; slanted text is filled as outlines.  No hinting and no subpixel colours, and no
 * font configuration beyond what shape reads: the same font files give the same pixels everywhere.
 *
 * Sizes and places are pixels.
 */
#ifndef PNG_TEXT_H
#define PNG_TEXT_H

#include "common/scene/scene.h"
#include "common/shape/shape.h"
#include "png/png_band.h"

struct png_mask;

struct png_text {
	struct shape *shape; /* borrowed, as the next */
	struct png_fill *fill;
	struct shape_layout layout;
	struct png_mask *masks; /* a hash table */
	uint32_t n_masks, n_slots;
	bool failed;
};

void png_text_init(struct png_text *text, struct shape *shape, struct png_fill *fill);
void png_text_release(struct png_text *text);

/* Draws a SCENE_TEXT whose points are `scale` pixels, in the colour `ink`. */
void png_text_draw(struct png_text *text, const struct scene_shape *shape, double scale,
		   uint8_t ink, const struct png_band *band);

#endif
