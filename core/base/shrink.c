/* SPDX-License-Identifier: MIT */
#include "base/shrink.h"

#include <stdbool.h>

void shrink_fit(const struct shrink *from, uint32_t max_width, uint32_t max_height,
		uint32_t *out_width, uint32_t *out_height)
{
	uint64_t width = from->width, height = from->height;

	if (width > max_width) {
		height = (height * max_width + width / 2) / width;
		width = max_width;
	}
	if (height > max_height) {
		width = ((uint64_t)from->width * max_height + from->height / 2) / from->height;
		height = max_height;
	}
	*out_width = width > 0 ? (uint32_t)width : 1;
	*out_height = height > 0 ? (uint32_t)height : 1;
}

/*
 * Which pixels of a side fall into pixel `at` of a shorter one, and by how much: of a line that is from * to units long
 * a pixel of the one is `to` units long, a pixel of the other `from`.  All in whole numbers, so that the mean is the same
 * everywhere.
 */
struct span {
	uint64_t begin, end; /* in units */
	uint32_t first, last; /* pixels, both included */
	uint32_t unit; /* of one of them */
};

static struct span span_of(uint32_t at, uint32_t from, uint32_t to)
{
	uint64_t begin = (uint64_t)at * from, end = begin + from;

	return (struct span){begin, end, (uint32_t)(begin / to), (uint32_t)((end - 1) / to), to};
}

/* Units of the span that lie in pixel `at`. */
static uint64_t share(const struct span *span, uint32_t at)
{
	uint64_t begin = (uint64_t)at * span->unit, end = begin + span->unit;

	return (end < span->end ? end : span->end) - (begin > span->begin ? begin : span->begin);
}

/* Sums stay below 2^41: an area has 2^25 units at most, a weighted colour is 255 * 255. */
static void put_mean(struct buf *out, const struct shrink *from, const struct span *across,
		     const struct span *down)
{
	uint64_t sum[3] = {0, 0, 0}, alpha = 0, area = 0;

	for (uint32_t y = down->first; y <= down->last; y++) {
		const uint8_t *row = from->at + (size_t)y * from->stride;
		uint64_t high = share(down, y);

		for (uint32_t x = across->first; x <= across->last; x++) {
			const uint8_t *pixel = row + 4 * (size_t)x;
			uint64_t part = high * share(across, x);

			area += part;
			alpha += part * pixel[3];
			for (int i = 0; i < 3; i++)
				sum[i] += part * pixel[3] * pixel[i];
		}
	}
	for (int i = 0; i < 3; i++)
		buf_put_byte(out, (char)(alpha > 0 ? (sum[i] + alpha / 2) / alpha : 0));
	buf_put_byte(out, (char)(area > 0 ? (alpha + area / 2) / area : 0));
}

static void put_row(struct buf *out, const struct shrink *from, uint32_t width,
		    const struct span *down)
{
	for (uint32_t x = 0; x < width; x++) {
		struct span across = span_of(x, from->width, width);

		put_mean(out, from, &across, down);
	}
}

void shrink_put(struct buf *out, const struct shrink *from, uint32_t width, uint32_t height)
{
	bool is_same = width == from->width && height == from->height;

	for (uint32_t y = 0; y < height; y++) {
		struct span down = span_of(y, from->height, height);

		if (is_same)
			buf_put(out, from->at + (size_t)y * from->stride, 4 * (size_t)width);
		else
			put_row(out, from, width, &down);
	}
}
