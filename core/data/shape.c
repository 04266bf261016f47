/* SPDX-License-Identifier: MIT */
#include "data/shape.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <stddef.h>
#include <string.h>

bool shape_is_id(const char *word)
{
	if (!ascii_is_alnum(*word))
		return false;
	for (word++; *word; word++) {
		if (!ascii_is_alnum(*word) && *word != '.' && *word != '_' && *word != '-')
			return false;
	}
	return true;
}

bool shape_to_weight(const char *word, double *out)
{
	double value = 0, scale = 1;
	unsigned n = 0;
	bool fraction = false;

	for (; *word; word++) {
		if (*word == '.' && !fraction && n) {
			fraction = true;
			if (!ascii_is_digit(word[1]))
				return false;
			continue;
		}
		if (!ascii_is_digit(*word) || ++n > 15)
			return false;
		value = value * 10 + (*word - '0');
		if (fraction)
			scale *= 10;
	}
	*out = value / scale;
	return n != 0;
}

/* One token of an expression: its bytes, none at the end. */
static size_t token_length(const char *at)
{
	size_t n = 0;

	if (*at == '(' || *at == ')')
		return 1;
	while (at[n] && at[n] != ' ' && at[n] != '(' && at[n] != ')')
		n++;
	return n;
}

/* Of a token, which has a byte at least. */
static bool is_license_id(const char *at, size_t n)
{
	if (at[n - 1] == '+')
		n--;
	if (n == 0 || !ascii_is_alnum(at[0]))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!ascii_is_alnum(at[i]) && at[i] != '.' && at[i] != '-' && at[i] != ':')
			return false;
	}
	return true;
}

static bool is_operator(const char *at, size_t n)
{
	return (n == 3 && memcmp(at, "AND", 3) == 0) || (n == 2 && memcmp(at, "OR", 2) == 0) ||
	       (n == 4 && memcmp(at, "WITH", 4) == 0);
}

bool shape_is_spdx(const char *word)
{
	size_t depth = 0, n;
	bool wants_license = true;

	for (;; word += n) {
		while (*word == ' ')
			word++;
		n = token_length(word);
		if (n == 0)
			return !wants_license && depth == 0;
		if (*word == '(' && wants_license)
			depth++;
		else if (*word == ')' && !wants_license && depth)
			depth--;
		else if (!wants_license && is_operator(word, n))
			wants_license = true;
		else if (wants_license && !is_operator(word, n) && is_license_id(word, n))
			wants_license = false;
		else
			return false;
	}
}

bool shape_is_language(const char *word)
{
	size_t n, i;
	bool first = true, short_before = false;

	for (;; word += n + 1) {
		for (n = 0; ascii_is_alnum(word[n]); n++)
			;
		if (n == 0 || n > 8 || (word[n] && word[n] != '-'))
			return false;
		for (i = 0; first && i < n; i++) {
			if (!ascii_is_letter(word[i]))
				return false;
		}
		if (first && n == 1 && ascii_lower(word[0]) != 'x' && ascii_lower(word[0]) != 'i')
			return false;
		short_before = n == 1;
		first = false;
		if (!word[n])
			return !short_before;
	}
}

static bool joins_before(uint32_t code_point)
{
	return (code_point >= 0x300 && code_point <= 0x36f) || code_point == 0x20e3 ||
	       (code_point >= 0xfe00 && code_point <= 0xfe0f);
}

bool shape_is_symbol(const char *word)
{
	size_t n = strlen(word), at, length;
	uint32_t code_point = utf8_decode(word, n, &at);

	if (n == 0 || code_point <= ' ' || code_point == 0xa0 || joins_before(code_point) ||
	    utf8_is_control(code_point) || utf8_is_bidi_control(code_point))
		return false;
	for (; at < n; at += length) {
		if (!joins_before(utf8_decode(word + at, n - at, &length)))
			return false;
	}
	return true;
}

/* ---- addresses */

static bool is_clean(const char *url)
{
	size_t n = strlen(url), at = 0, length;
	uint32_t code_point;

	while (at < n) {
		if (url[at] > ' ' && url[at] < 0x7f && url[at] != '\\') {
			at++;
			continue;
		}
		code_point = utf8_decode(url + at, n - at, &length);
		if (code_point == UTF8_INVALID || code_point <= ' ' || code_point == '\\' ||
		    utf8_is_control(code_point) || utf8_is_bidi_control(code_point))
			return false;
		at += length;
	}
	return true;
}

/*
 * A colon before the first '/', '?' or '#' ends a scheme (RFC 3986, 3.1), valid or not; browsers
 * take a backslash for a slash and drop tabs and line feeds, so neither may stand anywhere.
 */
bool shape_is_url(const char *url)
{
	size_t first = strcspn(url, ":/?#");

	if (url[0] == '\0' || !is_clean(url))
		return false;
	if (url[first] != ':')
		return !(url[0] == '/' && url[1] == '/');
	if (ascii_begins(url, "http://"))
		return strcspn(url + 7, "/?#") > 0;
	if (ascii_begins(url, "https://"))
		return strcspn(url + 8, "/?#") > 0;
	return ascii_begins(url, "mailto:") && url[7] != '\0';
}

bool shape_is_bare_host(const char *url)
{
	/* endings of hosts that are none of files */
	static const char *const ends[] = {".com", ".org", ".net", ".io",  ".dev",
					   ".edu", ".gov", ".eu",  ".de",  ".uk",
					   ".fr",  ".nl",  ".at",  ".app", ".cloud"};
	size_t n = strcspn(url, ":/?#");

	if (n == 0 || url[n] == ':')
		return false;
	if (ascii_begins(url, "www.") && n > 4)
		return true;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		size_t length = strlen(ends[i]);

		if (n > length && ascii_begins(url + n - length, ends[i]))
			return true;
	}
	return false;
}
