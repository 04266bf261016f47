/* SPDX-License-Identifier: MIT */
/*
 * html_palette - the colours of the palette as custom properties of the page: --mr-yes and so on.
 */
#ifndef MESHREPORT_HTML_PALETTE_H
#define MESHREPORT_HTML_PALETTE_H

#include "common/write/brand.h"
#include "common/write/out.h"

/*
 * Rules for light and, on the screen, for dark by preference and by choice: paper is light.  They stand before the style
 * sheet, which may set what a theme of its own needs.
 * An accent of the house's takes the place of the palette's, as far from each ground as words need.
 */
void html_palette_put(const struct brand *brand, struct out *out);

#endif
