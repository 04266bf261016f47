/* SPDX-License-Identifier: MIT */
/*
 * picture - GIF and WebP (the first frame) and any JPEG as pixels.
 *
 * The bytes are hostile: their size is looked at before memory is spent on it, and what is cut short or damaged is
 * refused.  JPEG in CMYK becomes RGB by the simple rule (no ink is white, black takes from all), without a profile.
 *
 * THREADS.  None is shared: each call has its own state.
 */
#ifndef MESHREPORT_COMMON_PICTURE_H
#define MESHREPORT_COMMON_PICTURE_H

#include <stdbool.h>

#include <meshreport/plugin.h>

enum { PICTURE_REASON = 280 };

struct picture {
	uint32_t width, height;
	uint8_t *rgba; /* width * height * 4, alpha last and not multiplied in; free() */
};

/*
 * Reads a GIF, WebP or JPEG of at most `max_pixels`, and `max_side` in either direction.  0, or -1 with a reason in `why`
 * that fits behind the picture's name ("is a damaged GIF: ...").
 */
int picture_read(struct mr_bytes bytes, uint32_t max_pixels, uint32_t max_side,
		 struct picture *picture, char why[PICTURE_REASON]);
void picture_release(struct picture *picture);

#endif
