/* SPDX-License-Identifier: MIT */
/*
 * png_palette - the at most 256 colours of a picture, chosen before the first pixel is drawn.
 *
 * A chart knows its colours: the roles of its shapes, and what lies between an ink and its ground
 * where the edge of a letter covers a pixel in part.  So the palette is a ramp for each such pair,
 * as fine as 256 entries allow, and a picture can be written row by row without having been looked
 * at as a whole.  Every pixel gets the nearest entry.
 *
 * Pixels are 0xAARRGGBB with the colours multiplied by alpha, as cairo keeps them.
 */
#ifndef PNG_PALETTE_H
#define PNG_PALETTE_H

#include "common/scene.h"

#define PNG_CACHE_SIZE 4096 /* a power of two */

/* Steps between an ink and its ground; fewer where a picture has many pairs of them. */
#define PNG_LEVELS 16

struct png_palette {
	uint32_t n;
	uint32_t colours[256];
	/* colours met before: pixel + 1 (0 is free), so that a pixel costs one look */
	uint64_t seen[PNG_CACHE_SIZE];
	uint8_t index[PNG_CACHE_SIZE];
	uint32_t n_seen;
};

void png_palette_init(struct png_palette *palette, const struct scene *scene);

/* The nearest entry's index. */
uint8_t png_palette_index(struct png_palette *palette, uint32_t pixel);

/* The pixel of a role, opaque; the paper of a transparent scene is 0. */
uint32_t png_palette_pixel(const struct scene *scene, unsigned role);

/* The nearest cover, of 0..255, that the palette has a step for. */
static inline uint8_t png_palette_level(unsigned cover)
{
	return (uint8_t)((cover * PNG_LEVELS + 127) / 255 * 255 / PNG_LEVELS);
}

/* `ink` over `ground`, covering it by 0..255. */
uint32_t png_palette_blend(uint32_t ground, uint32_t ink, unsigned cover);

#endif
