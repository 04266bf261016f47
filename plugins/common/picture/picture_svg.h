/* SPDX-License-Identifier: MIT */
/*
 * picture_svg - an SVG as a page of PDF, or as pixels: librsvg draws it on cairo.
 *
 * librsvg gets the bytes alone and no place that they come from, so it opens no file and asks no network: what the drawing
 * refers to outside of itself is not drawn.  librsvg itself bounds entities, nesting and references.
 */
#ifndef MESHREPORT_COMMON_PICTURE_SVG_H
#define MESHREPORT_COMMON_PICTURE_SVG_H

#include "common/picture/picture.h"

struct picture_svg_page {
	unsigned char *bytes; /* a PDF of one page, without fonts; free() */
	size_t n, room;
	double width, height; /* points */
	bool failed;
};

/* 0, or -1 with a reason as of picture_read().  Letters are outlines; blur and masks are pixels. */
int picture_svg_page(struct mr_bytes bytes, struct picture_svg_page *page,
		     char why[PICTURE_REASON]);

/* The same as pixels, `side` of them along its longer side. */
int picture_svg_read(struct mr_bytes bytes, uint32_t side, struct picture *picture,
		     char why[PICTURE_REASON]);

#endif
