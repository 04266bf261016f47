/* SPDX-License-Identifier: MIT */
#include "common/bytes/image.h"

#include <stddef.h>
#include <string.h>

#define SIDE_MAX 100000u
enum { SVG_HEAD = 64 * 1024 }; /* bytes, in which the tag of its root ends */
enum { WORD_MAX = 40 }; /* of what an attribute says */

struct part {
	const char *at, *end;
};

static const unsigned char *octets(struct mr_bytes bytes)
{
	return bytes.at;
}

static bool has_at(struct mr_bytes bytes, size_t at, const char *magic, size_t n)
{
	return bytes.n >= at + n && memcmp(octets(bytes) + at, magic, n) == 0;
}

/* ---- SVG */

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

	for (; end < tag->end && *end && !strchr(" \t\r\n/>", *end); end++)
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

/* ---- kinds */

const char *image_media_type(struct mr_bytes bytes)
{
	struct part root;

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
	return find_root(bytes, &root) ? "image/svg+xml" : NULL;
}

bool image_is(struct mr_bytes bytes, const char *media_type)
{
	const char *type = image_media_type(bytes);

	return type && strcmp(type, media_type) == 0;
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
	if (bytes.n < 24 || memcmp(octets(bytes) + 12, "IHDR", 4) != 0)
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

/* ---- how large an SVG is: its width and height where they are pixels, else what its view box says */

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
		value = value > SIDE_MAX ? value : value * 10 + (unsigned)(*word - '0');
	if (*word == '.') {
		value += word[1] >= '5' && word[1] <= '9';
		word += 1 + strspn(word + 1, digits);
	}
	*end = word;
	return value <= SIDE_MAX ? (uint32_t)value : 0;
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
	if (is_known && *width > 0 && *height > 0 && *width <= SIDE_MAX && *height <= SIDE_MAX)
		return true;
	*width = *height = 0;
	return false;
}
