/* SPDX-License-Identifier: MIT */
#include "fmt/quote.h"

#include "base/breaks.h"
#include "canon/scalar.h"

/* Backslashes stand before quotes and backslashes alone; never last, where they would escape the closing quote. */
static bool escapes_quotes_alone(const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (at[i] != '\\')
			continue;
		i++;
		if (at[i] != '"' && at[i] != '\\')
			return false;
	}
	return true;
}

/* The next byte from `*at` on that has a meaning of its own; false at the end. */
static bool next_byte(const char *bytes, size_t n, size_t *at, char *out)
{
	while (*at < n) {
		size_t n_break = breaks_length(bytes + *at, n - *at);

		if (n_break == 0 && !strchr(" \t\"'\\", bytes[*at])) {
			*out = bytes[(*at)++];
			return true;
		}
		*at += n_break > 0 ? n_break : 1;
	}
	return false;
}

bool quote_is_same(const char *a, size_t n_a, const char *b, size_t n_b)
{
	size_t at_a = 0, at_b = 0;
	char from_a = 0, from_b = 0;

	for (;;) {
		bool has_a = next_byte(a, n_a, &at_a, &from_a);
		bool has_b = next_byte(b, n_b, &at_b, &from_b);

		if (!has_a || !has_b)
			return has_a == has_b;
		if (from_a != from_b)
			return false;
	}
}

bool quote_put(struct buf *out, const struct lexeme *scalar, const char *bytes, size_t n)
{
	size_t before = out->n, n_new;

	if ((scalar->style != LEX_SINGLE && scalar->style != LEX_DOUBLE) ||
	    breaks_line(bytes, n) != n)
		return false;
	if (scalar->style == LEX_DOUBLE && !escapes_quotes_alone(bytes + 1, n - 2))
		return false;
	/* At the beginning of a line it would end the document. */
	if (strncmp(scalar->value, "...", 3) == 0)
		return false;
	scalar_put(out, scalar->value, scalar->is_flow);
	n_new = out->n - before;
	if (!out->failed && (n_new != n || memcmp(out->at + before, bytes, n) != 0) &&
	    quote_is_same(bytes, n, out->at + before, n_new))
		return true;
	out->n = before;
	return false;
}
