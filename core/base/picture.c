/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem() */
#include "base/picture.h"

#include <string.h>

#include "base/number.h"

struct picture {
	const unsigned char *at;
	size_t n;
	uint32_t width, height;
};

static uint32_t big_endian(const unsigned char *at, unsigned n)
{
	uint32_t value = 0;

	while (n-- > 0)
		value = value << 8 | *at++;
	return value;
}

static uint32_t little_endian(const unsigned char *at, unsigned n)
{
	uint32_t value = 0;

	while (n-- > 0)
		value = value << 8 | at[n];
	return value;
}

static bool begins(const struct picture *of, const char *magic, size_t n)
{
	return of->n >= n && memcmp(of->at, magic, n) == 0;
}

/* The first chunk is IHDR (PNG, 11.2.1). */
static bool measure_png(struct picture *of)
{
	if (of->n < 24 || !begins(of, "\x89PNG\r\n\x1a\n", 8) ||
	    memcmp(of->at + 12, "IHDR", 4) != 0)
		return false;
	of->width = big_endian(of->at + 16, 4);
	of->height = big_endian(of->at + 20, 4);
	return true;
}

/* The segments up to the frame (ITU-T T.81, B.2.2): SOF0 to SOF15 but for DHT, JPG and DAC. */
static bool measure_jpeg(struct picture *of)
{
	if (!begins(of, "\xff\xd8\xff", 3))
		return false;
	for (size_t i = 2; i + 9 < of->n && of->at[i] == 0xff;) {
		unsigned marker = of->at[i + 1];

		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 &&
		    marker != 0xcc) {
			of->width = big_endian(of->at + i + 7, 2);
			of->height = big_endian(of->at + i + 5, 2);
			return true;
		}
		i += marker == 0xff ? 1 : 2 + (size_t)big_endian(of->at + i + 2, 2);
	}
	return false;
}

/* The logical screen (GIF89a, 18). */
static bool measure_gif(struct picture *of)
{
	if (of->n < 10 || (!begins(of, "GIF87a", 6) && !begins(of, "GIF89a", 6)))
		return false;
	of->width = little_endian(of->at + 6, 2);
	of->height = little_endian(of->at + 8, 2);
	return true;
}

/* The first chunk: lossy, lossless or extended (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1). */
static bool measure_webp(struct picture *of)
{
	const unsigned char *chunk = of->at + 12;

	if (of->n < 30 || !begins(of, "RIFF", 4) || memcmp(of->at + 8, "WEBP", 4) != 0)
		return false;
	if (memcmp(chunk, "VP8 ", 4) == 0) {
		of->width = little_endian(chunk + 14, 2) & 0x3fff;
		of->height = little_endian(chunk + 16, 2) & 0x3fff;
	} else if (memcmp(chunk, "VP8L", 4) == 0) {
		of->width = (little_endian(chunk + 9, 4) & 0x3fff) + 1;
		of->height = (little_endian(chunk + 9, 4) >> 14 & 0x3fff) + 1;
	} else if (memcmp(chunk, "VP8X", 4) == 0) {
		of->width = little_endian(chunk + 12, 3) + 1;
		of->height = little_endian(chunk + 15, 3) + 1;
	}
	return of->width > 0;
}

/* ---- SVG */

enum { TAG_MAX = 4096, WORD_MAX = 40 };

/* The value of an attribute of the tag `n` bytes long at `tag`; false without, or where it is long. */
static bool find_attribute(const char *tag, size_t n, const char *name, char out[WORD_MAX])
{
	size_t n_name = strlen(name);

	for (const char *at = tag; (at = memmem(at, n - (size_t)(at - tag), name, n_name)); at++) {
		const char *value = at + n_name, *end;

		if (!strchr(" \t\r\n", at[-1]) || (size_t)(value - tag) + 2 >= n ||
		    value[0] != '=' || (value[1] != '"' && value[1] != '\''))
			continue;
		value += 2;
		end = memchr(value, value[-1], n - (size_t)(value - tag));
		if (!end || end - value >= WORD_MAX)
			return false;
		memcpy(out, value, (size_t)(end - value));
		out[end - value] = '\0';
		return true;
	}
	return false;
}

/* Pixels, or a bare number of them. */
static uint32_t read_side(const char *word, const char **end)
{
	double number;

	if (!number_read_part(word, &number, end) || !(number >= 0.5 && number <= PICTURE_SIDE_MAX))
		return 0;
	return (uint32_t)(number + 0.5);
}

static uint32_t find_side(const char *tag, size_t n, const char *name)
{
	char word[WORD_MAX];
	const char *end;
	uint32_t side = find_attribute(tag, n, name, word) ? read_side(word, &end) : 0;

	return side > 0 && (*end == '\0' || strcmp(end, "px") == 0) ? side : 0;
}

/* The last two of "min-x min-y width height". */
static void take_box(struct picture *of, const char *word)
{
	uint32_t sides[4] = {0};

	for (int i = 0; i < 4; i++) {
		const char *end = word;

		word += strspn(word, " ,\t\r\n");
		sides[i] = read_side(word, &end);
		word += strcspn(word, " ,\t\r\n");
	}
	of->width = sides[2];
	of->height = sides[3];
}

static bool measure_svg(struct picture *of)
{
	const char *text = (const char *)of->at, *tag, *end;
	size_t n = of->n < TAG_MAX ? of->n : TAG_MAX;
	char box[WORD_MAX];

	tag = memmem(text, n, "<svg", 4);
	end = tag ? memchr(tag, '>', n - (size_t)(tag - text)) : NULL;
	if (!end)
		return false;
	of->width = find_side(tag, (size_t)(end - tag), "width");
	of->height = find_side(tag, (size_t)(end - tag), "height");
	if ((of->width == 0 || of->height == 0) &&
	    find_attribute(tag, (size_t)(end - tag), "viewBox", box))
		take_box(of, box);
	return true;
}

bool picture_measure(struct mr_bytes bytes, uint32_t *out_width, uint32_t *out_height)
{
	struct picture of = {.at = bytes.at, .n = bytes.n};
	bool is_known = bytes.n > 0 && (measure_png(&of) || measure_jpeg(&of) || measure_gif(&of) ||
					measure_webp(&of) || measure_svg(&of));

	is_known = is_known && of.width > 0 && of.height > 0 && of.width <= PICTURE_SIDE_MAX &&
		   of.height <= PICTURE_SIDE_MAX;
	*out_width = is_known ? of.width : 0;
	*out_height = is_known ? of.height : 0;
	return is_known;
}
