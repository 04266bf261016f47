/* SPDX-License-Identifier: MIT */
/*
 * png_logo - the house's logo in a picture of 256 colours.
 *
 * What the chart's own inks leave of the palette takes those colours of the logo that are missed most; each of its pixels becomes
 * the nearest of them all.  On a dark picture it lies on a white plate, since logos are made for paper.
 *
 * Places are pixels of the picture; colours are 0xAARRGGBB, multiplied by alpha.
 */
#ifndef PNG_LOGO_H
#define PNG_LOGO_H

#include <meshreport/plugin.h>

#include "common/write/brand.h"
#include "png/png_band.h"
#include "png/png_paint.h"

#define PNG_LOGO_KNOWN 4096 /* a power of two */

struct png_logo {
	const struct mr_raster *raster; /* null: the picture has none */
	struct png_area box;
	int plate; /* how far the plate reaches beyond it; 0: none */
	uint32_t ground;
	uint32_t known[PNG_LOGO_KNOWN]; /* colours looked up before, and */
	uint8_t inks[PNG_LOGO_KNOWN]; /* their indexes */
};

/* Decodes it: 0, or -1 after an MR_ERROR.  Without one, and for one without a size, out->rgba is null. */
int png_logo_read(struct mr_job *job, struct brand *brand, struct mr_raster *out);

/* Where the picture has it. */
void png_logo_init(struct png_logo *logo, const struct png_picture *picture);
/* Adds its colours to a palette that has those of the scene; 0, or -1 without memory. */
int png_logo_colours(const struct png_picture *picture, struct png_palette *palette);

/* What of it lies in the band. */
void png_logo_draw(struct png_logo *logo, const struct png_band *band);

#endif
