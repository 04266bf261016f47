/* SPDX-License-Identifier: MIT */
#include "data/text.h"
#include "base/utf8.h"

#include <string.h>

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* ASCII without case; `lower` is in lower case. */
static bool begins(const char *url, const char *lower)
{
	for (; *lower; url++, lower++) {
		if (*url != *lower && !(is_letter(*url) && (*url | 32) == *lower))
			return false;
	}
	return true;
}

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
bool text_url_is_allowed(const char *url)
{
	size_t first = strcspn(url, ":/?#");

	if (url[0] == '\0' || !is_clean(url))
		return false;
	if (url[first] != ':')
		return !(url[0] == '/' && url[1] == '/');
	if (begins(url, "http://"))
		return strcspn(url + 7, "/?#") > 0;
	if (begins(url, "https://"))
		return strcspn(url + 8, "/?#") > 0;
	return begins(url, "mailto:") && url[7] != '\0';
}
