/* SPDX-License-Identifier: MIT */
/*
 * png_write - rows of pixels as a PNG file (ISO/IEC 15948), into a sink.
 *
 * Palette pictures of 8 bits without filtering, which charts compress best with: large areas of one
 * colour, and letters.  The file says its resolution (pHYs), that its colours are sRGB (sRGB with
 * the gAMA and cHRM that the standard prescribes beside it), and what it shows (Title, Description,
 * Copyright, Software; its stamp as Comment).  No date: the same picture is the same bytes.
 */
#ifndef PNG_WRITE_H
#define PNG_WRITE_H

#include "png/png_paint.h"

struct png_words {
	const char *title, *description, *copyright, *software, *stamp, *language;
};

/* Paints and writes; 0, or -1 when memory ended or libpng gave up (then *problem says why). */
int png_write(const struct png_picture *picture, const struct png_words *words, double dpi,
	      struct mr_sink *sink, const char **problem);

#endif
