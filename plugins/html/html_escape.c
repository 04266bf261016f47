/* SPDX-License-Identifier: MIT */
#include "html/html_escape.h"

#include "common/bytes/base64.h"
#include "common/write/ascii.h"

/*
 * Sets of ASCII as bits: every byte of every text is looked up, and what is in no set is copied in
 * one piece.
 */
struct ascii {
	uint64_t low, high; /* from 0, from 64 */
};

#define BIT(c) (UINT64_C(1) << (c) % 64)

/* What has a meaning in HTML. */
static const struct ascii markup = {
	BIT('\0') | BIT('"') | BIT('&') | BIT('\'') | BIT('<') | BIT('>'),
	0,
};

/* What cannot stand in an address as it is: the above, and what RFC 3986 does not allow. */
static const struct ascii no_url = {
	UINT64_C(0xffffffff) | BIT(' ') | BIT('"') | BIT('&') | BIT('\'') | BIT('<') | BIT('>'),
	BIT('\\') | BIT('^') | BIT('`') | BIT('{') | BIT('|') | BIT('}') | BIT(0x7f),
};

static bool is_in(const struct ascii *set, char c)
{
	unsigned char byte = (unsigned char)c;

	return byte < 128 && ((byte < 64 ? set->low : set->high) >> byte % 64 & 1);
}

/* What a byte with a meaning becomes in HTML. */
static const char *reference(char c)
{
	switch (c) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	default: return "\xef\xbf\xbd"; /* HTML has no NUL: U+FFFD */
	}
}

void html_text(struct out *out, const char *text, size_t n)
{
	size_t done = 0;

	for (size_t i = 0; i < n; i++) {
		if (!is_in(&markup, text[i]))
			continue;
		out_bytes(out, text + done, i - done);
		out_string(out, reference(text[i]));
		done = i + 1;
	}
	out_bytes(out, text + done, n - done);
}

void html_string(struct out *out, const char *text)
{
	html_text(out, text, strlen(text));
}

/* ---- addresses */

/* Leading blanks and control characters are no part of an address. */
static const char *skip_blanks(const char *url)
{
	while (*url && (unsigned char)*url <= ' ')
		url++;
	return url;
}

/* The next byte as a browser's URL parser sees it, 0 at the end; `*url` moves behind it. */
static char next_seen(const char **url)
{
	while (**url == '\t' || **url == '\n' || **url == '\r')
		(*url)++;
	if (!**url)
		return '\0';
	return *(*url)++ == '\\' ? '/' : ascii_lower((*url)[-1]);
}

bool html_is_safe_url(const char *url)
{
	static const char *const schemes[] = {"http", "https", "mailto"};
	char scheme[8] = "", c;
	size_t n = 0;

	url = skip_blanks(url);
	while ((c = next_seen(&url)) != '\0' && c != ':' && c != '/' && c != '?' && c != '#') {
		if (n < sizeof(scheme) - 1)
			scheme[n] = c;
		n++;
	}
	if (c == '/' && n == 0)
		return next_seen(&url) != '/';
	if (c != ':')
		return true;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
		if (n == strlen(schemes[i]) && memcmp(scheme, schemes[i], n) == 0)
			return true;
	return false;
}

void html_url(struct out *out, const char *url)
{
	static const char digits[] = "0123456789ABCDEF";
	const char *done;

	if (!html_is_safe_url(url))
		return;
	for (url = done = skip_blanks(url); *url; url++) {
		unsigned char c = (unsigned char)*url;

		if (!is_in(&no_url, *url))
			continue;
		out_bytes(out, done, (size_t)(url - done));
		done = url + 1;
		if (c == '&' || c == '\'') {
			out_string(out, reference(*url));
		} else if (c != '\t' && c != '\n' && c != '\r') {
			/* those three are left out: as it was vetted, and as a browser reads it */
			out_char(out, '%');
			out_char(out, digits[c >> 4]);
			out_char(out, digits[c & 15]);
		}
	}
	out_bytes(out, done, (size_t)(url - done));
}

/* ---- JSON */

static void unicode_escape(struct out *out, unsigned code)
{
	static const char digits[] = "0123456789abcdef";

	out_string(out, "\\u");
	for (int shift = 12; shift >= 0; shift -= 4)
		out_char(out, digits[code >> shift & 15]);
}

void html_json_string(struct out *out, const char *text)
{
	out_char(out, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\') {
			out_char(out, '\\');
			out_char(out, *text);
		} else if (c < ' ' || c == 0x7f || strchr("<>&'", c)) {
			unicode_escape(out, c);
		} else if (c == 0xe2 && (unsigned char)text[1] == 0x80 &&
			   ((unsigned char)text[2] | 1) == 0xa9) {
			unicode_escape(out, 0x2028u + ((unsigned char)text[2] & 1));
			text += 2;
		} else {
			out_char(out, *text);
		}
	}
	out_char(out, '"');
}

/* ---- CSS */

void html_css_string(struct out *out, const char *text)
{
	static const char digits[] = "0123456789abcdef";

	out_char(out, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c >= 0x80 || (c >= '0' && c <= '9') ||
		    (ascii_lower(*text) >= 'a' && ascii_lower(*text) <= 'z')) {
			out_char(out, *text);
			continue;
		}
		out_char(out, '\\');
		out_char(out, digits[c >> 4]);
		out_char(out, digits[c & 15]);
		out_char(out, ' '); /* ends the escape and is no part of the string */
	}
	out_char(out, '"');
}

/* ---- base64 */

void html_base64(struct out *out, const void *bytes, size_t n)
{
	enum { STEP = 3 * 1024 }; /* without a rest, so that padding comes at the end alone */
	char text[BASE64_SIZE(STEP)];
	const char *at = bytes;

	for (; n > STEP; n -= STEP, at += STEP)
		out_bytes(out, text, base64_encode(text, at, STEP));
	out_bytes(out, text, base64_encode(text, at, n));
}
