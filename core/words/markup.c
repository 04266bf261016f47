/* SPDX-License-Identifier: MIT */
#include "words/markup.h"

#include "base/ascii.h"
#include "words/shortcode.h"

#include <stdbool.h>
#include <string.h>

/* Where reading stands. */
struct marker {
	struct buf *out;
	const char *at, *end;
	bool in_anchor; /* within an <a href> that became a link */
	const char *href; /* of it */
	size_t n_href;
};

static size_t left(const struct marker *marker)
{
	return (size_t)(marker->end - marker->at);
}

static void copy(struct marker *marker, size_t n)
{
	buf_put(marker->out, marker->at, n);
	marker->at += n;
}

/* A code span, or the run of backticks that begins none. */
static void mark_code(struct marker *marker)
{
	size_t n = 0, run;
	const char *at;

	while (n < left(marker) && marker->at[n] == '`')
		n++;
	for (at = marker->at + n; at < marker->end; at += run) {
		for (run = 0; at + run < marker->end && at[run] == '`'; run++)
			;
		if (run == n) {
			copy(marker, (size_t)(at - marker->at) + n);
			return;
		}
		run += run == 0;
	}
	copy(marker, n);
}

/* ---- images and references */

/* The bracket that closes the one at `at`; null for none. */
static const char *closing(const char *at, const char *end)
{
	int depth = 0;

	for (; at < end; at++) {
		if (*at == '\\' && at + 1 < end)
			at++;
		else if (*at == '[')
			depth++;
		else if (*at == ']' && --depth == 0)
			return at;
	}
	return NULL;
}

/* ![alt](address): the alternative text between marks; an empty one leaves the marks. */
static void mark_image(struct marker *marker)
{
	const char *close = closing(marker->at + 1, marker->end);

	if (!close || close + 1 >= marker->end || (close[1] != '(' && close[1] != '[')) {
		copy(marker, 2);
		return;
	}
	copy(marker, 2);
	buf_put_byte(marker->out, MARKUP_IMAGE);
	copy(marker, (size_t)(close - marker->at));
	buf_put_byte(marker->out, MARKUP_IMAGE_END);
}

/* [^label]: a label is without spaces and brackets. */
static void mark_reference(struct marker *marker)
{
	const char *at = marker->at + 2;

	while (at < marker->end && *at != ']' && *at != '[' && *at != ' ' && *at != '\n')
		at++;
	if (at == marker->end || *at != ']' || at == marker->at + 2) {
		copy(marker, 1);
		return;
	}
	buf_put_byte(marker->out, MARKUP_REFERENCE);
	marker->at += 2;
	copy(marker, (size_t)(at - marker->at));
	buf_put_byte(marker->out, MARKUP_REFERENCE_END);
	marker->at++;
}

/* ---- tags */

/* What becomes of a tag that only shapes: nothing, a mark, a break, a space between words. */
enum tag_kind {
	TAG_NOTHING,
	TAG_RAISED,
	TAG_STRONG,
	TAG_SMALL,
	TAG_BREAK,
	TAG_IMAGE,
	TAG_ANCHOR,
	TAG_INPUT
};

static const struct {
	const char *name;
	enum tag_kind kind;
} tags[] = {
	{"a", TAG_ANCHOR},        {"abbr", TAG_NOTHING},   {"b", TAG_STRONG},
	{"big", TAG_NOTHING},     {"br", TAG_BREAK},       {"center", TAG_NOTHING},
	{"cite", TAG_NOTHING},    {"code", TAG_NOTHING},   {"del", TAG_NOTHING},
	{"details", TAG_NOTHING}, {"div", TAG_BREAK},      {"em", TAG_NOTHING},
	{"font", TAG_NOTHING},    {"i", TAG_NOTHING},      {"img", TAG_IMAGE},
	{"input", TAG_INPUT},     {"ins", TAG_NOTHING},    {"kbd", TAG_NOTHING},
	{"li", TAG_BREAK},        {"mark", TAG_NOTHING},   {"nobr", TAG_NOTHING},
	{"ol", TAG_BREAK},        {"p", TAG_BREAK},        {"picture", TAG_NOTHING},
	{"q", TAG_NOTHING},       {"s", TAG_NOTHING},      {"samp", TAG_NOTHING},
	{"small", TAG_SMALL},     {"sub", TAG_SMALL},      {"source", TAG_NOTHING},
	{"span", TAG_NOTHING},    {"strike", TAG_NOTHING}, {"strong", TAG_STRONG},
	{"summary", TAG_BREAK},   {"sup", TAG_RAISED},     {"time", TAG_NOTHING},
	{"tt", TAG_NOTHING},      {"u", TAG_NOTHING},      {"ul", TAG_BREAK},
	{"var", TAG_NOTHING},     {"wbr", TAG_NOTHING},
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && is_blank(*at))
		at++;
	return at;
}

/* The value at `at`, with or without quotes; *out_end is behind it (HTML, 13.1.2.3). */
static const char *value_at(const char *at, const char *end, size_t *out_n, const char **out_end)
{
	char quote = at < end && (*at == '"' || *at == '\'') ? *at++ : '\0';
	const char *stop = at;

	while (stop < end && (quote ? *stop != quote : !is_blank(*stop)))
		stop++;
	*out_n = (size_t)(stop - at);
	*out_end = stop < end && quote ? stop + 1 : stop;
	return at;
}

/* The value of an attribute within `at` to `end`, "" of one that has none; null where it is not there. */
static const char *attribute(const char *at, const char *end, const char *name, size_t *out_n)
{
	const char *key, *value, *key_end;

	while (at < end) {
		for (key = at; at < end && !is_blank(*at) && *at != '=' && *at != '/'; at++)
			;
		key_end = value = at;
		*out_n = 0;
		at = skip_blanks(at, end);
		if (at < end && *at == '=')
			value = value_at(skip_blanks(at + 1, end), end, out_n, &at);
		else if (at < end && *at == '/')
			at++;
		if ((size_t)(key_end - key) == strlen(name) && ascii_begins(key, name))
			return value;
	}
	return NULL;
}

/* The end of the tag that begins at `at`, behind its '>'; attributes in quotes may hold one. */
static const char *tag_end(const char *at, const char *end)
{
	char quote = '\0';

	for (at++; at < end; at++) {
		if (quote)
			quote = *at == quote ? '\0' : quote;
		else if (*at == '"' || *at == '\'')
			quote = *at;
		else if (*at == '>')
			return at + 1;
		else if (*at == '<')
			return NULL;
	}
	return NULL;
}

static void mark_anchor(struct marker *marker, const char *name_end, const char *end, bool closes)
{
	size_t n = 0;
	const char *href = closes ? NULL : attribute(name_end, end - 1, "href", &n);

	if (closes && marker->in_anchor) {
		buf_put_text(marker->out, "](<");
		buf_put(marker->out, marker->href, marker->n_href);
		buf_put_text(marker->out, ">)");
		marker->in_anchor = false;
	} else if (href && n && !marker->in_anchor && !memchr(href, '<', n) &&
		   !memchr(href, '>', n) && !memchr(href, '\n', n)) {
		marker->in_anchor = true;
		marker->href = href;
		marker->n_href = n;
		buf_put_byte(marker->out, '[');
	}
}

static bool ends_in_break(const struct buf *out)
{
	return out->n >= 2 && memcmp(out->at + out->n - 2, "\\\n", 2) == 0;
}

/* Elements that begin and end a line each: one break between words, none before the first. */
static void mark_break(struct marker *marker)
{
	struct buf *out = marker->out;

	while (out->n > 0 && out->at[out->n - 1] == ' ')
		out->n--;
	if (out->n > 0 && !ends_in_break(out))
		buf_put_text(out, "\\\n");
}

static void put_tag(struct marker *marker, enum tag_kind kind, const char *name_end,
		    const char *end, bool closes)
{
	const char *words;
	size_t n = 0;

	switch (kind) {
	case TAG_NOTHING: break;
	case TAG_RAISED:
		buf_put_byte(marker->out, closes ? MARKUP_RAISED_END : MARKUP_RAISED);
		break;
	case TAG_STRONG:
		buf_put_byte(marker->out, closes ? MARKUP_STRONG_END : MARKUP_STRONG);
		break;
	case TAG_SMALL: buf_put_byte(marker->out, closes ? MARKUP_SMALL_END : MARKUP_SMALL); break;
	case TAG_BREAK: mark_break(marker); break;
	case TAG_IMAGE:
		buf_put_byte(marker->out, MARKUP_IMAGE);
		words = attribute(name_end, end - 1, "alt", &n);
		if (words)
			buf_put(marker->out, words, n);
		buf_put_byte(marker->out, MARKUP_IMAGE_END);
		break;
	case TAG_ANCHOR: mark_anchor(marker, name_end, end, closes); break;
	case TAG_INPUT:
		words = attribute(name_end, end - 1, "checked", &n);
		buf_put_text(marker->out, words ? "\\[x\\]" : "\\[ \\]");
		break;
	}
}

/* A tag or comment that HTML knows; anything else in angle brackets is words. */
static void mark_tag(struct marker *marker)
{
	const char *end, *name = marker->at + 1, *name_end;
	bool closes = left(marker) > 1 && *name == '/';

	if (left(marker) >= 4 && memcmp(marker->at, "<!--", 4) == 0) {
		/* "<!-->" is whole (HTML, 13.2.5.43) */
		for (end = marker->at + 2; end + 2 < marker->end && memcmp(end, "-->", 3) != 0;
		     end++)
			;
		marker->at = end + 2 < marker->end ? end + 3 : marker->end;
		return;
	}
	name += closes;
	for (name_end = name; name_end < marker->end && ascii_is_alnum(*name_end); name_end++)
		;
	end = tag_end(marker->at, marker->end);
	for (size_t i = 0; end && i < sizeof(tags) / sizeof(tags[0]); i++) {
		if (strlen(tags[i].name) != (size_t)(name_end - name) ||
		    !ascii_begins(name, tags[i].name) ||
		    (*name_end != '>' && *name_end != '/' && !is_blank(*name_end)))
			continue;
		put_tag(marker, tags[i].kind, name_end, end, closes);
		marker->at = end;
		return;
	}
	copy(marker, 1);
}

/* ---- the whole */

/* A reader may have escaped the underlines of a name, which are letters to it. */
static void mark_shortcode(struct marker *marker)
{
	char name[SHORTCODE_MAX];
	const char *at = marker->at + 1, *sign;
	size_t n = 0, length;

	for (; at < marker->end && n < sizeof(name); at++) {
		if (*at == '\\' && at + 1 < marker->end &&
		    (at[1] == '_' || at[1] == '-' || at[1] == '+'))
			continue;
		name[n++] = *at;
		if (*at == ':')
			break;
	}
	sign = shortcode_sign(name, n, &length);
	if (!sign) {
		copy(marker, 1);
		return;
	}
	buf_put_text(marker->out, sign);
	marker->at = at + 1;
}

/* A break is a backslash before a line feed, unless it is a hard break already. */
static void mark_line(struct marker *marker)
{
	size_t n = marker->out->n;

	if (n >= 2 && memcmp(marker->out->at + n - 2, "  ", 2) == 0)
		copy(marker, 1);
	else {
		buf_put_text(marker->out, "\\\n");
		marker->at++;
	}
}

void markup_put(struct buf *out, const char *source, size_t n)
{
	struct marker marker = {.out = out, .at = source, .end = source + n};

	while (marker.at < marker.end && !out->failed) {
		switch (*marker.at) {
		case '\\': copy(&marker, left(&marker) > 1 ? 2 : 1); break;
		case '`': mark_code(&marker); break;
		case '<': mark_tag(&marker); break;
		case ':': mark_shortcode(&marker); break;
		case '\n': mark_line(&marker); break;
		case '!':
			if (left(&marker) > 1 && marker.at[1] == '[')
				mark_image(&marker);
			else
				copy(&marker, 1);
			break;
		case '[':
			if (left(&marker) > 2 && marker.at[1] == '^')
				mark_reference(&marker);
			else
				copy(&marker, 1);
			break;
		default: copy(&marker, 1); break;
		}
	}
	if (marker.in_anchor)
		mark_anchor(&marker, source + n, source + n, true);
	/* at the end a backslash would be a letter */
	while (!out->failed && ends_in_break(out))
		out->n -= 2;
}
