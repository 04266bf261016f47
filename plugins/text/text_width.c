/* SPDX-License-Identifier: MIT */
#include "text/text_width.h"

#include <stdbool.h>

#include <unictype.h>
#include <uniwidth.h>

#include "common/write/utf8.h"

enum { EMOJI_STYLE = 0xfe0f, EMOJI_WIDTH = 2, WIDEST = 0xffff };

uint16_t text_width_cluster(const char *cluster, size_t n)
{
	const char *at = cluster, *end = cluster + n;
	uint32_t first = utf8_next(&at), sum, widest;
	int width = uc_width(first, "UTF-8");
	bool is_picture = false;

	if (n == 1)
		return width > 0;
	sum = widest = width > 0 ? (uint32_t)width : 0;
	is_picture = uc_is_property_extended_pictographic(first);
	while (at < end) {
		uint32_t code = utf8_next(&at);

		if (code == EMOJI_STYLE)
			return EMOJI_WIDTH;
		width = uc_width(code, "UTF-8");
		if (width <= 0)
			continue;
		sum += (uint32_t)width;
		if (widest < (uint32_t)width)
			widest = (uint32_t)width;
	}
	if (is_picture)
		sum = widest;
	return sum < WIDEST ? (uint16_t)sum : WIDEST;
}
