/* SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include "base/utf8.h"

#include <stddef.h>
#include <string.h>

/* Every `step`-th code point of first..last becomes itself + by; sorted. */
static const struct range {
	uint32_t first, last, step;
	int32_t by;
} ranges[] = {
#include "base/fold_table.inc"
};

uint32_t fold_code_point(uint32_t c)
{
	size_t low = 0, high = sizeof(ranges) / sizeof(ranges[0]);

	/* Nearly all there is. */
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (ranges[middle].last < c)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == sizeof(ranges) / sizeof(ranges[0]) || c < ranges[low].first ||
	    (c - ranges[low].first) % ranges[low].step != 0)
		return c;
	return (uint32_t)((int32_t)c + ranges[low].by);
}

static uint32_t next(const char **text, size_t *n)
{
	size_t length = 0;
	uint32_t c = utf8_decode(*text, *n, &length);

	*text += length;
	*n -= length;
	return fold_code_point(c);
}

int fold_compare(const char *a, const char *b)
{
	size_t n_a = strlen(a), n_b = strlen(b);

	while (n_a && n_b) {
		uint32_t x = next(&a, &n_a), y = next(&b, &n_b);

		if (x != y)
			return x < y ? -1 : 1;
	}
	return (n_a > 0) - (n_b > 0);
}
