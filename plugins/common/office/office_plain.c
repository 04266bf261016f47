/* SPDX-License-Identifier: MIT */
#include "common/office/office_plain.h"

#include "common/write/utf8.h"

#include <stdlib.h>
#include <string.h>

/* EF BF BE and EF BF BF: U+FFFE and U+FFFF. */
static char *find_unsayable(char *at, size_t n)
{
	for (char *found; n > 2 && (found = memchr(at, 0xef, n - 2)) != NULL; at = found + 1) {
		if (found[1] == '\xbf' && (unsigned char)found[2] >= 0xbe)
			return found;
		n -= (size_t)(found + 1 - at);
	}
	return NULL;
}

/* Whether there may be any: most texts are told by one look. */
static bool may_hold(const char *text, size_t n)
{
	return n > 2 && memchr(text, 0xef, n - 2) != NULL;
}

char *office_plain_clean(const char *text, size_t n)
{
	char *copy = may_hold(text, n) ? malloc(n + 1) : NULL, *found;

	if (!copy)
		return NULL;
	memcpy(copy, text, n);
	copy[n] = '\0';
	found = find_unsayable(copy, n);
	if (!found) {
		free(copy);
		return NULL;
	}
	for (; found; found = find_unsayable(found + 3, (size_t)(copy + n - found) - 3))
		found[2] = '\xbd';
	return copy;
}

size_t office_plain_units(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		/* one a character that begins here, two where it is of four bytes */
		n += ((unsigned char)*text & 0xc0) != 0x80 ? 1u + ((unsigned char)*text >= 0xf0)
							   : 0u;
	return n;
}

struct range {
	uint32_t first, last;
	uint8_t width;
};

/* What is not one column: marks and joiners none, letters that Unicode (UAX 11) calls wide two. */
static const struct range ranges[] = {
	{0x0300, 0x036f, 0},   {0x0483, 0x0489, 0},   {0x0591, 0x05bd, 0},   {0x064b, 0x065f, 0},
	{0x0900, 0x0902, 0},   {0x0941, 0x0948, 0},   {0x1100, 0x115f, 2},   {0x1ab0, 0x1aff, 0},
	{0x1dc0, 0x1dff, 0},   {0x200b, 0x200f, 0},   {0x202a, 0x202e, 0},   {0x2060, 0x2069, 0},
	{0x20d0, 0x20f0, 0},   {0x2e80, 0xa4cf, 2},   {0xa960, 0xa97f, 2},   {0xac00, 0xd7a3, 2},
	{0xf900, 0xfaff, 2},   {0xfe00, 0xfe0f, 0},   {0xfe20, 0xfe2f, 0},   {0xfe30, 0xfe6f, 2},
	{0xff00, 0xff60, 2},   {0xffe0, 0xffe6, 2},   {0x1f300, 0x1f64f, 2}, {0x1f680, 0x1f6ff, 2},
	{0x1f900, 0x1faff, 2}, {0x20000, 0x3fffd, 2}, {0xe0000, 0xe0fff, 0},
};

static uint32_t width_of(uint32_t code)
{
	size_t low = 0, high = sizeof(ranges) / sizeof(*ranges);

	if (code < ranges[0].first)
		return 1;
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (code < ranges[mid].first)
			high = mid;
		else if (code > ranges[mid].last)
			low = mid + 1;
		else
			return ranges[mid].width;
	}
	return 1;
}

/* The widest run of letters without a break: a line, or a word. */
static uint32_t widest(const char *at, size_t n, bool by_word)
{
	const char *end = at + n;
	uint32_t best = 0, now = 0;

	while (at < end) {
		uint32_t code = utf8_next(&at), width = width_of(code);

		if (code == '\n' || (by_word && (code == ' ' || width == 2)))
			now = width == 2
				      ? 2
				      : 0; /* between wide letters every place is one to break at */
		else
			now += width;
		best = now > best ? now : best;
	}
	return best;
}

uint32_t office_plain_width(const char *text, size_t n)
{
	return widest(text, n, false);
}

uint32_t office_plain_word(const char *text, size_t n)
{
	return widest(text, n, true);
}

/* ---- direction */

/* Hebrew, Arabic and their kin: Bidi_Class R and AL lie in these ranges (Unicode 15, UAX 9). */
static bool is_from_right(uint32_t code)
{
	return (code >= 0x590 && code <= 0x8ff) || (code >= 0xfb1d && code <= 0xfdff) ||
	       (code >= 0xfe70 && code <= 0xfefc) || (code >= 0x10800 && code <= 0x10fff) ||
	       (code >= 0x1e800 && code <= 0x1efff);
}

bool office_plain_has_from_right(const char *text, size_t n)
{
	const char *end = text + n;

	while (text < end)
		if (is_from_right(utf8_next(&text)))
			return true;
	return false;
}

bool office_plain_begins_from_right(const char *text, size_t n)
{
	const char *end = text + n;

	while (text < end) {
		uint32_t code = utf8_next(&text);

		if (is_from_right(code))
			return true;
		if (code >= 0xc0 || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z'))
			return false;
	}
	return false;
}
