/* SPDX-License-Identifier: MIT */
/*
 * shrink - a picture of fewer pixels.
 *
 * A pixel is four bytes, three colours and alpha, not multiplied by it; rows stand from the top, `stride` bytes apart.
 */
#ifndef MESHREPORT_CORE_SHRINK_H
#define MESHREPORT_CORE_SHRINK_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

struct shrink {
	const uint8_t *at;
	size_t stride;
	uint32_t width, height; /* neither 0, and 2^25 pixels at most */
};

/* What fits into both bounds (neither 0) with the same proportions; it is never enlarged, and no side is 0. */
void shrink_fit(const struct shrink *from, uint32_t max_width, uint32_t max_height,
		uint32_t *out_width, uint32_t *out_height);

/*
 * Appends rows without a gap, of that many pixels, no more than there are: each the mean of what falls into it, weighted by area
 * and alpha.  Of as many pixels as there are it is a copy.
 */
void shrink_put(struct buf *out, const struct shrink *from, uint32_t width, uint32_t height);

#endif
