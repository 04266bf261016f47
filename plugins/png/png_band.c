/* SPDX-License-Identifier: MIT */
#include "png/png_band.h"

#include <string.h>

struct png_area png_band_clip(const struct png_band *band, struct png_area area)
{
	int bottom = band->top + band->height;

	area.left = area.left < 0 ? 0 : area.left;
	area.top = area.top < band->top ? band->top : area.top;
	area.right = area.right > band->width ? band->width : area.right;
	area.bottom = area.bottom > bottom ? bottom : area.bottom;
	return area;
}

void png_band_rect(const struct png_band *band, struct png_area area, uint8_t ink)
{
	area = png_band_clip(band, area);
	if (area.left >= area.right)
		return;
	for (int y = area.top; y < area.bottom; y++)
		memset(png_band_row(band, y) + area.left, ink, (size_t)(area.right - area.left));
}

struct inked {
	const struct png_band *band;
	uint8_t ink;
};

static void put_span(void *user, int x, int y, int n, unsigned cover)
{
	const struct inked *inked = user;
	uint8_t *at = png_band_row(inked->band, y) + x;
	unsigned level = png_palette_level(cover);

	if (level == PNG_LEVELS)
		memset(at, inked->ink, (size_t)n);
	else if (level > 0)
		for (int i = 0; i < n; i++)
			at[i] = png_palette_mix(inked->band->palette, at[i], inked->ink, level);
}

void png_band_outline(const struct png_band *band, struct png_fill *fill, uint8_t ink)
{
	struct inked inked = {band, ink};

	png_fill_spans(fill, png_band_clip(band, png_fill_extents(fill)), put_span, &inked);
}
