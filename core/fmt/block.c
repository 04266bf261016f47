/* SPDX-License-Identifier: MIT */
#include "fmt/block.h"

#include "base/ascii.h"
#include "base/breaks.h"

static size_t count_spaces(const char *at, size_t n)
{
	size_t i = 0;

	while (i < n && at[i] == ' ')
		i++;
	return i;
}

bool block_is_empty_line(const struct block *block, size_t n)
{
	return n <= block->indent;
}

static void measure_header(struct block *out, const char *bytes, size_t n)
{
	size_t at = 1, line = breaks_line(bytes, n);

	for (; at < line && (bytes[at] == '+' || bytes[at] == '-' || ascii_is_digit(bytes[at]));
	     at++) {
		out->keeps |= bytes[at] == '+';
		out->strips |= bytes[at] == '-';
		if (ascii_is_digit(bytes[at]))
			out->increment = (size_t)(bytes[at] - '0');
	}
	out->n_header = at;
	while (at < line && (bytes[at] == ' ' || bytes[at] == '\t'))
		at++;
	out->comment = at;
	out->n_comment = line - at;
	while (out->n_comment > 0 && strchr(" \t", bytes[at + out->n_comment - 1]))
		out->n_comment--;
	out->first = line + breaks_length(bytes + line, n - line);
}

/* As libyaml finds it: the most spaces of its first lines, up to one that has more than spaces. */
static size_t find_indent(const struct block *block, const char *bytes, size_t n, int base)
{
	size_t around = base >= 0 ? (size_t)base : 0, most = 0;
	size_t least = base >= 0 ? around + 1 : 1;

	if (block->increment > 0)
		return around + block->increment;
	for (size_t at = block->first, line; at < n;) {
		size_t n_spaces;

		line = breaks_line(bytes + at, n - at);
		n_spaces = count_spaces(bytes + at, line);
		most = n_spaces > most ? n_spaces : most;
		if (n_spaces < line)
			break;
		at += line + breaks_length(bytes + at + line, n - at - line);
	}
	return most > least ? most : least;
}

void block_measure(struct block *out, const char *bytes, size_t n, int base)
{
	*out = (struct block){0};
	measure_header(out, bytes, n);
	out->indent = find_indent(out, bytes, n, base);
	out->end = out->n_comment > 0 ? out->comment + out->n_comment : out->n_header;
	for (size_t at = out->first, line; at < n;) {
		size_t n_break;

		line = breaks_line(bytes + at, n - at);
		n_break = breaks_length(bytes + at + line, n - at - line);
		/* What is kept goes on to before the last line end; else up to the last line with a text. */
		if ((out->keeps && n_break > 0) || !block_is_empty_line(out, line)) {
			out->end = at + line;
			out->has_lines = true;
		}
		at += line + n_break;
	}
}
