/* SPDX-License-Identifier: MIT */
#include "base/picture.h"

#include <stddef.h>
#include <string.h>

struct part {
	const char *at, *end;
};

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
	for (size_t i = 2; i + 9 <= of->n && of->at[i] == 0xff;) {
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

static bool is_webp(const struct picture *of)
{
	return of->n >= 12 && begins(of, "RIFF", 4) && memcmp(of->at + 8, "WEBP", 4) == 0;
}

/* The first chunk: lossy, lossless or extended (RFC 9649, 2.5 to 2.7; RFC 6386, 9.1). */
static bool measure_webp(struct picture *of)
{
	const unsigned char *chunk = of->at + 12;

	if (of->n < 30 || !is_webp(of))
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

enum { SVG_HEAD = 64 * 1024 }; /* bytes, in which the tag of its root ends */
enum { WORD_MAX = 40 }; /* of what an attribute says */

static bool starts(const char *at, const char *end, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(end - at) >= n && memcmp(at, with, n) == 0;
}

/* Behind the next `what`; null without one. */
static const char *behind(const char *at, const char *end, const char *what)
{
	for (; at < end; at++)
		if (starts(at, end, what))
			return at + strlen(what);
	return NULL;
}

/* Behind the '>' of a tag or declaration that begins before `at`: one in quotes, brackets or a comment is none. */
static const char *behind_tag(const char *at, const char *end)
{
	int depth = 0;

	while (at && at < end) {
		if (starts(at, end, "<!--")) {
			at = behind(at + 4, end, "-->");
		} else if (starts(at, end, "<?")) {
			at = behind(at, end, "?>");
		} else if (*at == '"' || *at == '\'') {
			at = memchr(at + 1, *at, (size_t)(end - at - 1));
			at = at ? at + 1 : NULL;
		} else if (*at == '>' && depth == 0) {
			return at + 1;
		} else {
			depth += (*at == '[') - (*at == ']');
			at++;
		}
	}
	return NULL;
}

/* Behind what may stand before the root (XML 1.0, 2.8); a document type goes into `type`.  Null where it does not end. */
static const char *behind_prolog(const char *at, const char *end, struct part *type)
{
	*type = (struct part){end, end};
	if (starts(at, end, "\xef\xbb\xbf"))
		at += 3;
	while (at && at < end) {
		const char *from = at;

		if (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n') {
			at++;
		} else if (starts(at, end, "<?")) {
			at = behind(at, end, "?>");
		} else if (starts(at, end, "<!--")) {
			at = behind(at + 4, end, "-->");
		} else if (starts(at, end, "<!")) {
			at = behind_tag(at + 2, end);
			*type = (struct part){from, at ? at : end};
		} else {
			break;
		}
	}
	return at;
}

/* "svg", with or without a prefix. */
static bool is_called_svg(const struct part *tag)
{
	const char *name = tag->at + 1, *end = name;

	for (; !strchr(" \t\r\n/>", *end); end++) /* a NUL ends it, too */
		if (*end == ':')
			name = end + 1;
	return end - name == 3 && memcmp(name, "svg", 3) == 0;
}

/*
 * The tag of the root, up to behind its '>', where it is that of an SVG: called so, in SVG's namespace, which an entity of
 * the document type may hold.  What is not in it nothing draws.
 */
static bool find_root(struct mr_bytes bytes, struct part *tag)
{
	static const char namespace[] = "http://www.w3.org/2000/svg";
	const char *at = bytes.at, *end = at + (bytes.n < SVG_HEAD ? bytes.n : SVG_HEAD);
	struct part type;

	tag->at = bytes.n > 0 ? behind_prolog(at, end, &type) : NULL;
	if (!tag->at || !starts(tag->at, end, "<"))
		return false;
	tag->end = behind_tag(tag->at + 1, end);
	return tag->end && is_called_svg(tag) &&
	       (behind(tag->at, tag->end, namespace) || behind(type.at, type.end, namespace));
}

/* The value of an attribute; false without, or where it is long. */
static bool find_attribute(const struct part *tag, const char *name, char out[WORD_MAX])
{
	const ptrdiff_t n = (ptrdiff_t)strlen(name);

	for (const char *at = tag->at; (at = behind(at, tag->end, name)) != NULL;) {
		const char *end;

		if (!strchr(" \t\r\n", at[-n - 1]) || tag->end - at < 3 || at[0] != '=' ||
		    (at[1] != '"' && at[1] != '\''))
			continue;
		at += 2;
		end = memchr(at, at[-1], (size_t)(tag->end - at));
		if (!end || end - at >= WORD_MAX)
			return false;
		memcpy(out, at, (size_t)(end - at));
		out[end - at] = '\0';
		return true;
	}
	return false;
}

/* A decimal number of pixels, rounded; 0 where none stands there, or one that is too large. */
static uint32_t read_side(const char *word, const char **end)
{
	static const char digits[] = "0123456789";
	uint64_t value = 0;

	for (; *word >= '0' && *word <= '9'; word++)
		value = value > PICTURE_SIDE_MAX ? value : value * 10 + (unsigned)(*word - '0');
	if (*word == '.') {
		value += word[1] >= '5' && word[1] <= '9';
		word += 1 + strspn(word + 1, digits);
	}
	*end = word;
	return value <= PICTURE_SIDE_MAX ? (uint32_t)value : 0;
}

/* Where it is in pixels, by their name or without one. */
static uint32_t find_side(const struct part *tag, const char *name)
{
	char word[WORD_MAX];
	const char *end;
	uint32_t side = find_attribute(tag, name, word) ? read_side(word, &end) : 0;

	return side > 0 && (*end == '\0' || strcmp(end, "px") == 0) ? side : 0;
}

/* The last two of "min-x min-y width height". */
static void find_box(const struct part *tag, uint32_t *width, uint32_t *height)
{
	static const char apart[] = " ,\t\r\n";
	char box[WORD_MAX];
	const char *word = box;
	uint32_t sides[4] = {0};

	if (!find_attribute(tag, "viewBox", box))
		return;
	for (int i = 0; i < 4; i++) {
		const char *end;

		word += strspn(word, apart);
		sides[i] = read_side(word, &end);
		word += strcspn(word, apart);
		sides[i] = end == word ? sides[i] : 0;
	}
	*width = sides[2];
	*height = sides[3];
}

static bool measure_svg(struct mr_bytes bytes, uint32_t *width, uint32_t *height)
{
	struct part tag;

	if (!find_root(bytes, &tag))
		return false;
	*width = find_side(&tag, "width");
	*height = find_side(&tag, "height");
	if (*width == 0 || *height == 0)
		find_box(&tag, width, height);
	return true;
}

/* ---- all */

const char *picture_media_type(struct mr_bytes bytes)
{
	const struct picture of = {.at = bytes.at, .n = bytes.n};
	struct part root;

	if (begins(&of, "\x89PNG\r\n\x1a\n", 8))
		return "image/png";
	if (begins(&of, "\xff\xd8\xff", 3))
		return "image/jpeg";
	if (begins(&of, "GIF87a", 6) || begins(&of, "GIF89a", 6))
		return "image/gif";
	if (is_webp(&of))
		return "image/webp";
	return find_root(bytes, &root) ? "image/svg+xml" : NULL;
}

bool picture_measure(struct mr_bytes bytes, uint32_t *out_width, uint32_t *out_height)
{
	struct picture of = {.at = bytes.at, .n = bytes.n};
	bool is_known =
		bytes.n > 0 && (measure_png(&of) || measure_jpeg(&of) || measure_gif(&of) ||
				measure_webp(&of) || measure_svg(bytes, &of.width, &of.height));

	is_known = is_known && of.width > 0 && of.height > 0 && of.width <= PICTURE_SIDE_MAX &&
		   of.height <= PICTURE_SIDE_MAX;
	*out_width = is_known ? of.width : 0;
	*out_height = is_known ? of.height : 0;
	return is_known;
}
