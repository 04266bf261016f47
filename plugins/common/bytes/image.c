/* SPDX-License-Identifier: MIT */
#include "common/bytes/image.h"

#include <string.h>

#define SIDE_MAX 100000u /* of what says its size in words */
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

static uint32_t little_endian(const unsigned char *at, int n)
{
	uint32_t value = 0;

	while (n-- > 0)
		value = value << 8 | at[n];
	return value;
}

/* The first chunk is IHDR (PNG, 11.2.1). */
static bool measure_png(struct mr_bytes bytes, uint32_t *width, uint32_t *height)
{
	if (bytes.n < 24)
		return false;
	*width = big_endian(octets(bytes) + 16, 4);
	*height = big_endian(octets(bytes) + 20, 4);
	return true;
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

/* The logical screen (GIF89a, 18). */
static bool measure_gif(struct mr_bytes bytes, uint32_t *width, uint32_t *height)
{
	if (bytes.n < 10)
		return false;
	*width = little_endian(octets(bytes) + 6, 2);
	*height = little_endian(octets(bytes) + 8, 2);
	return true;
}

/* The first chunk: lossy, lossless or extended (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1). */
static bool measure_webp(struct mr_bytes bytes, uint32_t *width, uint32_t *height)
{
	const unsigned char *chunk = octets(bytes) + 12;

	if (bytes.n < 30)
		return false;
	if (memcmp(chunk, "VP8 ", 4) == 0) {
		*width = little_endian(chunk + 14, 2) & 0x3fff;
		*height = little_endian(chunk + 16, 2) & 0x3fff;
	} else if (memcmp(chunk, "VP8L", 4) == 0) {
		*width = (little_endian(chunk + 9, 4) & 0x3fff) + 1;
		*height = (little_endian(chunk + 9, 4) >> 14 & 0x3fff) + 1;
	} else if (memcmp(chunk, "VP8X", 4) == 0) {
		*width = little_endian(chunk + 12, 3) + 1;
		*height = little_endian(chunk + 15, 3) + 1;
	}
	return true;
}

/* ---- SVG: its width and height where they are pixels, else what its view box says */

/* The value of an attribute within a tag; null without. */
static const char *find_attribute(const char *tag, const char *end, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = tag + 1; at + n + 2 < end; at++)
		if (strchr(" \t\r\n", at[-1]) && memcmp(at, name, n) == 0 && at[n] == '=' &&
		    (at[n + 1] == '"' || at[n + 1] == '\''))
			return at + n + 2;
	return NULL;
}

/* A number of pixels, rounded; 0 where none stands there.  *at moves behind it. */
static uint32_t read_side(const char **at, const char *end)
{
	uint64_t value = 0;
	bool rounds_up = false;
	const char *s = *at;

	for (; s < end && *s >= '0' && *s <= '9'; s++)
		value = value > SIDE_MAX ? value : value * 10 + (unsigned)(*s - '0');
	if (s + 1 < end && *s == '.') {
		rounds_up = s[1] >= '5' && s[1] <= '9';
		for (s++; s < end && *s >= '0' && *s <= '9';)
			s++;
	}
	*at = s;
	value += rounds_up;
	return value <= SIDE_MAX ? (uint32_t)value : 0;
}

static uint32_t find_side(const char *tag, const char *end, const char *name)
{
	const char *at = find_attribute(tag, end, name);
	uint32_t side = at ? read_side(&at, end) : 0;
	bool is_pixels = at && at < end && (*at == '"' || *at == '\'' || memcmp(at, "px", 2) == 0);

	return is_pixels ? side : 0;
}

/* The last two of "min-x min-y width height". */
static void find_box(const char *tag, const char *end, uint32_t *width, uint32_t *height)
{
	const char *at = find_attribute(tag, end, "viewBox");
	uint32_t sides[4] = {0};

	for (int i = 0; i < 4 && at; i++) {
		while (at < end && strchr(" ,\t\r\n", *at))
			at++;
		if (at < end && *at == '-' && i < 2)
			at++;
		sides[i] = read_side(&at, end);
	}
	*width = sides[2];
	*height = sides[3];
}

static bool measure_svg(struct mr_bytes bytes, uint32_t *width, uint32_t *height)
{
	const char *tag = bytes.at, *all = tag + (bytes.n < SVG_HEAD ? bytes.n : SVG_HEAD), *end;

	while (all - tag > 4 && memcmp(tag, "<svg", 4) != 0)
		tag++;
	end = memchr(tag, '>', (size_t)(all - tag));
	if (!end)
		return false;
	*width = find_side(tag, end, "width");
	*height = find_side(tag, end, "height");
	if (*width == 0 || *height == 0)
		find_box(tag, end, width, height);
	return true;
}

bool image_measure(struct mr_bytes bytes, uint32_t *width, uint32_t *height)
{
	static const struct {
		const char *type;
		bool (*measure)(struct mr_bytes bytes, uint32_t *width, uint32_t *height);
	} kinds[] = {
		{"image/png", measure_png},     {"image/jpeg", measure_jpeg},
		{"image/gif", measure_gif},     {"image/webp", measure_webp},
		{"image/svg+xml", measure_svg},
	};
	const char *type = image_media_type(bytes);
	bool is_known = false;

	*width = *height = 0;
	for (size_t i = 0; type && i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(type, kinds[i].type) == 0)
			is_known = kinds[i].measure(bytes, width, height);
	if (is_known && *width > 0 && *height > 0)
		return true;
	*width = *height = 0;
	return false;
}
