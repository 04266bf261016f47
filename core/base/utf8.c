/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <string.h>

/* The range of the second byte by first byte; all further ones are 0x80..0xbf. */
static size_t sequence(unsigned char first, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xbf;
	if (first < 0x80)
		return 1;
	if (first < 0xc2 || first > 0xf4)
		return 0;
	if (first < 0xe0)
		return 2;
	if (first < 0xf0) {
		if (first == 0xe0)
			*low = 0xa0;
		if (first == 0xed)
			*high = 0x9f;
		return 3;
	}
	if (first == 0xf0)
		*low = 0x90;
	if (first == 0xf4)
		*high = 0x8f;
	return 4;
}

uint32_t utf8_decode(const char *bytes, size_t n, size_t *out_length)
{
	const unsigned char *at = (const unsigned char *)bytes;
	unsigned char low, high;
	uint32_t code_point;
	size_t length;

	*out_length = 0;
	if (n == 0)
		return UTF8_INVALID;
	*out_length = 1;
	length = sequence(at[0], &low, &high);
	if (length == 1)
		return at[0];
	if (length == 0)
		return UTF8_INVALID;
	code_point = at[0] & (0x7fu >> length);
	for (size_t i = 1; i < length; i++) {
		if (i >= n || at[i] < low || at[i] > high) {
			*out_length = i;
			return UTF8_INVALID;
		}
		code_point = code_point << 6 | (at[i] & 0x3fu);
		low = 0x80;
		high = 0xbf;
	}
	*out_length = length;
	return code_point;
}

size_t utf8_encode(uint32_t code_point, char out[4])
{
	if (code_point < 0x80) {
		out[0] = (char)code_point;
		return 1;
	}
	if (code_point < 0x800) {
		out[0] = (char)(0xc0 | code_point >> 6);
		out[1] = (char)(0x80 | (code_point & 0x3f));
		return 2;
	}
	if (code_point < 0x10000) {
		if (code_point >= 0xd800 && code_point <= 0xdfff)
			return 0;
		out[0] = (char)(0xe0 | code_point >> 12);
		out[1] = (char)(0x80 | (code_point >> 6 & 0x3f));
		out[2] = (char)(0x80 | (code_point & 0x3f));
		return 3;
	}
	if (code_point > 0x10ffff)
		return 0;
	out[0] = (char)(0xf0 | code_point >> 18);
	out[1] = (char)(0x80 | (code_point >> 12 & 0x3f));
	out[2] = (char)(0x80 | (code_point >> 6 & 0x3f));
	out[3] = (char)(0x80 | (code_point & 0x3f));
	return 4;
}

size_t utf8_valid_until(const char *bytes, size_t n)
{
	size_t at = 0, length;
	uint64_t eight;

	while (at < n) {
		if (n - at >= sizeof(eight)) {
			memcpy(&eight, bytes + at, sizeof(eight));
			if (!(eight & UINT64_C(0x8080808080808080))) {
				at += sizeof(eight);
				continue;
			}
		}
		if (utf8_decode(bytes + at, n - at, &length) == UTF8_INVALID)
			return at;
		at += length;
	}
	return n;
}

bool utf8_is_valid(const char *bytes, size_t n)
{
	return utf8_valid_until(bytes, n) == n;
}

size_t utf8_length(const char *bytes, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += ((unsigned char)bytes[i] & 0xc0) != 0x80;
	return count;
}

bool utf8_is_control(uint32_t c)
{
	if (c < 0x20)
		return c != '\t' && c != '\n';
	return (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || c == 0xfffe || c == 0xffff;
}

/* Printable ASCII goes by in a glance; what is left is looked at closely. */
uint32_t utf8_find_control(const char *bytes, size_t n)
{
	size_t at = 0, length;
	uint32_t code_point;

	while (at < n) {
		if (bytes[at] >= 0x20 && bytes[at] < 0x7f) {
			at++;
			continue;
		}
		code_point = utf8_decode(bytes + at, n - at, &length);
		if (utf8_is_control(code_point))
			return code_point;
		at += length; /* 1 at least: there is a byte */
	}
	return UTF8_INVALID;
}

bool utf8_is_bidi_control(uint32_t c)
{
	return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
	       (c >= 0x2066 && c <= 0x2069);
}

bool utf8_is_invisible(uint32_t c)
{
	static const struct {
		uint32_t first, last;
	} ranges[] = {{0xa0, 0xa0},     {0xad, 0xad},     {0x34f, 0x34f},    {0x115f, 0x1160},
		      {0x1680, 0x1680}, {0x17b4, 0x17b5}, {0x180b, 0x180e},  {0x2000, 0x200f},
		      {0x202a, 0x202f}, {0x205f, 0x206f}, {0x3000, 0x3000},  {0x3164, 0x3164},
		      {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xe0000, 0xe0fff}};

	if (utf8_is_bidi_control(c))
		return true;
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (c >= ranges[i].first && c <= ranges[i].last)
			return true;
	return false;
}
