/* SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include "base/utf8.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Capital letters first..last become small by adding `by`. */
struct range {
	uint32_t first, last, by;
};

static const struct range ranges[] = {
	{'A', 'Z', 32},     {0xC0, 0xD6, 32},     {0xD8, 0xDE, 32},   {0x388, 0x38A, 37},
	{0x391, 0x3A1, 32}, {0x3A3, 0x3AB, 32},   {0x400, 0x40F, 80}, {0x410, 0x42F, 32},
	{0x531, 0x556, 48}, {0xFF21, 0xFF3A, 32},
};

/* Where capital and small letter are neighbours; the capital is the even or the odd one. */
static bool is_capital_of_pair(uint32_t c)
{
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC))
		return c % 2 == 1;
	return ((c >= 0x100 && c <= 0x137 && c != 0x130) || (c >= 0x14A && c <= 0x177) ||
		(c >= 0x1DE && c <= 0x1EF) || (c >= 0x1F8 && c <= 0x21F) ||
		(c >= 0x222 && c <= 0x233) || (c >= 0x460 && c <= 0x481) ||
		(c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F)) &&
	       c % 2 == 0;
}

uint32_t fold_code_point(uint32_t c)
{
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return c + ranges[i].by;
	if (is_capital_of_pair(c))
		return c + 1;
	switch (c) {
	case 0xB5: return 0x3BC; /* micro sign */
	case 0x178: return 0xFF;
	case 0x17F: return 's';
	case 0x386: return 0x3AC;
	case 0x38C: return 0x3CC;
	case 0x38E:
	case 0x38F: return c + 63;
	case 0x3C2: return 0x3C3; /* final sigma */
	case 0x1E9E: return 0xDF;
	default: return c;
	}
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
