/* SPDX-License-Identifier: MIT */
#include "common/bytes/image.h"

#include <string.h>

#define SVG_HEAD 4096 /* bytes: how far a prologue and its comments are looked through */

static const unsigned char *octets(struct mr_bytes bytes)
{
	return bytes.at;
}

static bool has_at(struct mr_bytes bytes, size_t at, const char *magic, size_t n)
{
	return bytes.n >= at + n && memcmp(octets(bytes) + at, magic, n) == 0;
}

static bool is_svg(struct mr_bytes bytes)
{
	size_t n = bytes.n < SVG_HEAD ? bytes.n : SVG_HEAD;
	size_t at = has_at(bytes, 0, "\357\273\277", 3) ? 3 : 0;

	while (at < n && octets(bytes)[at] && strchr(" \t\r\n", octets(bytes)[at]))
		at++;
	if (at >= n || octets(bytes)[at] != '<')
		return false;
	for (; at + 4 < n; at++)
		if (memcmp(octets(bytes) + at, "<svg", 4) == 0)
			return true;
	return false;
}

const char *image_media_type(struct mr_bytes bytes)
{
	if (has_at(bytes, 0, "\211PNG\r\n\032\n", 8))
		return "image/png";
	if (has_at(bytes, 0, "\377\330\377", 3))
		return "image/jpeg";
	if (has_at(bytes, 0, "GIF87a", 6) || has_at(bytes, 0, "GIF89a", 6))
		return "image/gif";
	if (has_at(bytes, 0, "RIFF", 4) && has_at(bytes, 8, "WEBP", 4))
		return "image/webp";
	if (has_at(bytes, 4, "ftypavif", 8))
		return "image/avif";
	return is_svg(bytes) ? "image/svg+xml" : NULL;
}

static uint32_t big_endian(const unsigned char *at, int n)
{
	uint32_t value = 0;

	for (int i = 0; i < n; i++)
		value = value << 8 | at[i];
	return value;
}

/* ISO/IEC 10918-1, B.2.2: a frame's header, of whatever process, behind any number of other segments. */
static bool measure_jpeg(struct mr_bytes bytes, uint32_t *width, uint32_t *height)
{
	for (size_t at = 2; at + 9 <= bytes.n && octets(bytes)[at] == 0xff;) {
		unsigned marker = octets(bytes)[at + 1];

		if (marker == 0xff) { /* a fill byte */
			at++;
			continue;
		}
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
		    marker != 0xcc) {
			*height = big_endian(octets(bytes) + at + 5, 2);
			*width = big_endian(octets(bytes) + at + 7, 2);
			return true;
		}
		at += 2 + (size_t)big_endian(octets(bytes) + at + 2, 2);
	}
	return false;
}

bool image_measure(struct mr_bytes bytes, uint32_t *width, uint32_t *height)
{
	const char *type = image_media_type(bytes);
	bool is_known = false;

	*width = *height = 0;
	if (type && strcmp(type, "image/jpeg") == 0) {
		is_known = measure_jpeg(bytes, width, height);
	} else if (type && strcmp(type, "image/png") == 0 && bytes.n >= 24) {
		*width = big_endian(octets(bytes) + 16, 4);
		*height = big_endian(octets(bytes) + 20, 4);
		is_known = true;
	}
	if (is_known && *width > 0 && *height > 0)
		return true;
	*width = *height = 0;
	return false;
}
