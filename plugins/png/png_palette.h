/* SPDX-License-Identifier: MIT */
/*
 * png_palette - the at most 256 colours of a picture, chosen before the first pixel is drawn.
 *
 * A chart knows its colours: the roles of its shapes, and what lies between an ink and its ground
 * where the edge of a letter covers a pixel in part.  So the palette is a ramp for each such pair,
 * as fine as 256 entries allow, and a picture is drawn in indexes and written row by row.
 *
 * Colours are 0xAARRGGBB, multiplied by alpha.
 */
#ifndef PNG_PALETTE_H
#define PNG_PALETTE_H

#include "common/scene/scene.h"

#define PNG_MIXED_SIZE 4096 /* a power of two */

/* Steps between an ink and its ground; fewer where a picture has many pairs of them. */
#define PNG_LEVELS 16

struct png_palette {
	uint32_t n;
	uint32_t colours[256];
	/* shades looked up before, one a slot: what was mixed (not 0) above the index it made */
	uint32_t mixed[PNG_MIXED_SIZE];
};

void png_palette_init(struct png_palette *palette, const struct scene *scene);

/* The colour of a role, opaque; the paper of a transparent scene is 0. */
uint32_t png_palette_colour(const struct scene *scene, unsigned role);

/* `ink` over `ground`, covering it by 0..255. */
uint32_t png_palette_blend(uint32_t ground, uint32_t ink, unsigned cover);

/* The nearest entry's index. */
uint8_t png_palette_index(const struct png_palette *palette, uint32_t colour);

/* The level nearest to a cover of 0..255. */
static inline unsigned png_palette_level(unsigned cover)
{
	return (cover * PNG_LEVELS + 127) / 255;
}

uint8_t png_palette_mix_new(struct png_palette *palette, uint8_t ground, uint8_t ink,
			    unsigned level);

/* The index of `ink` over `ground`, covering it by `level` of PNG_LEVELS. */
static inline uint8_t png_palette_mix(struct png_palette *palette, uint8_t ground, uint8_t ink,
				      unsigned level)
{
	uint32_t key = (level + 1) << 16 | (uint32_t)ground << 8 | ink;
	uint32_t found = palette->mixed[key * 2654435761u >> 20 & (PNG_MIXED_SIZE - 1)];

	return found >> 8 == key ? (uint8_t)found
				 : png_palette_mix_new(palette, ground, ink, level);
}

#endif
