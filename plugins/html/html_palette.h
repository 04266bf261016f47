/* SPDX-License-Identifier: MIT */
/*
 * html_palette - the colours of the palette as custom properties of the page: --mr-yes and so on.
 */
#ifndef MESHREPORT_HTML_PALETTE_H
#define MESHREPORT_HTML_PALETTE_H

#include "common/write/out.h"

/*
 * Rules for light, for dark by preference and by choice, and for paper, which is light.  They stand
 * before the style sheet, which may set what a theme of its own needs.
 */
void html_palette_put(struct out *out);

#endif
