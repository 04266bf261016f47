/* SPDX-License-Identifier: MIT */
/*
 * pdf_theme - the colours of the handout.
 *
 * light: quiet grounds and the palette's colours; grey: the same in greys, for printers without colour;
 * ink: no ground at all, black words, rules only.  Pure; colours are 0xRRGGBB in sRGB.  Words keep a
 * contrast of 4.5:1 or more against their ground (WCAG 2.1, 1.4.3); status is never told by colour
 * alone.
 */
#ifndef MESHREPORT_PDF_THEME_H
#define MESHREPORT_PDF_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "common/scene/palette.h"
#include "pdf/content/pdf_model.h"

struct pdf_theme {
	uint32_t inks[PDF_N_INKS];
	uint32_t head_band, category_band, pin_band;
	uint32_t rule, strong_rule;
	uint32_t tints[5],
		badges[5]; /* by what a status counts as: grounds of cells, boxes of signs */
	uint32_t badge_edge;
	bool has_tints, has_badges;
	bool has_bands;
	bool is_grey; /* charts are turned into greys, too */
};

/* Tints and badges are grounds, so the theme ink has none. */
void pdf_theme_make(const struct pdf_options *options, struct pdf_theme *theme);

#endif
