/* SPDX-License-Identifier: MIT */
/*
 * png_band - some rows of a picture, drawn into as indexes of its palette.
 *
 * Nothing is ever kept in four bytes a pixel: a colour over another is looked up among the shades
 * of the palette, so what is drawn is what is written.
 *
 * Places are pixels of the whole picture; what lies outside of the band is left out.
 */
#ifndef PNG_BAND_H
#define PNG_BAND_H

#include <stddef.h>

#include "png/png_fill.h"
#include "png/png_palette.h"

struct png_band {
	struct png_palette *palette; /* borrowed */
	uint8_t *rows; /* borrowed: height of them, each a byte for its filter and width pixels */
	int width, height, top;
};

/* The first pixel of row `y` of the picture. */
static inline uint8_t *png_band_row(const struct png_band *band, int y)
{
	return band->rows + (ptrdiff_t)(y - band->top) * (band->width + 1) + 1;
}

/* The part of an area that lies in the band; empty: left >= right or top >= bottom. */
struct png_area png_band_clip(const struct png_band *band, struct png_area area);

void png_band_rect(const struct png_band *band, struct png_area area, uint8_t ink);

/* Fills an outline. */
void png_band_outline(const struct png_band *band, struct png_fill *fill, uint8_t ink);

#endif
