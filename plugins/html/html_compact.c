/* SPDX-License-Identifier: MIT */
#include "html/html_compact.h"

/* The first byte of the line at `at` that is no blank. */
static const char *skip_blanks(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at;
}

/* Behind the next end of a comment, or null. */
static const char *find_close(const char *at, const char *end)
{
	for (; end - at >= 2; at++)
		if (at[0] == '*' && at[1] == '/')
			return at + 2;
	return NULL;
}

/* What is left of a line that ends at `end`, behind all comments that it begins with. */
static const char *skip_comments(const char *at, const char *end, bool *in_comment)
{
	for (;;) {
		if (*in_comment) {
			const char *behind = find_close(at, end);

			if (!behind)
				return end;
			*in_comment = false;
			at = behind;
		}
		at = skip_blanks(at, end);
		if (end - at < 2 || at[0] != '/' || at[1] != '*')
			return at;
		*in_comment = true;
		at += 2;
	}
}

void html_compact(struct out *out, const char *text, size_t n)
{
	const char *at = text, *end = text + n;
	bool in_comment = false;

	while (at < end) {
		const char *newline = memchr(at, '\n', (size_t)(end - at));
		const char *next = newline ? newline + 1 : end;
		const char *first = skip_comments(at, next, &in_comment);

		if (first < next && *first != '\n')
			out_bytes(out, first, (size_t)(next - first));
		at = next;
	}
}
