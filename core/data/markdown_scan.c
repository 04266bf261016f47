/* SPDX-License-Identifier: MIT */
#include "data/markdown_scan.h"

#include "base/ascii.h"

#include <string.h>

bool markdown_scan_is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Where `end` stands last, behind it; the source's start where it does not. */
static const char *last_end(const char *source, size_t n, const char *end)
{
	size_t n_end = strlen(end);

	for (size_t i = n; i >= n_end; i--)
		if (memcmp(source + i - n_end, end, n_end) == 0)
			return source + i;
	return source;
}

size_t markdown_scan_open(const char *source, size_t n)
{
	static const char *const ends[] = {"?>", "]]>", ">"};
	const char *end = source + n, *at = source, *last[] = {NULL, NULL, NULL};
	size_t n_open = 0;

	while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		char first = end - at > 1 ? at[1] : '\0', second = end - at > 2 ? at[2] : '-';
		int kind = first == '?'                    ? 0
			   : first != '!' || second == '-' ? -1
			   : second == '['                 ? 1
							   : 2;

		at++;
		if (kind < 0)
			continue;
		if (!last[kind])
			last[kind] = last_end(source, n, ends[kind]);
		n_open += at >= last[kind];
	}
	return n_open;
}

bool markdown_scan_for_markup(const char *source, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char next = i + 1 < n ? source[i + 1] : '\0';

		switch (source[i]) {
		case '\\':
		case '*':
		case '_':
		case '`':
		case '[':
		case '\n':
		case '\t': return true;
		case '&':
			if (next == '#' || ascii_is_alnum(next))
				return true;
			break;
		case '<':
			if (next == '!' || next == '/' || next == '?' || ascii_is_alnum(next))
				return true;
			break;
		case ' ':
			if (next == ' ')
				return true;
			break;
		default: break;
		}
	}
	return false;
}
