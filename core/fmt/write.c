/* SPDX-License-Identifier: MIT */
#include "fmt/write.h"

#include "base/breaks.h"
#include "base/utf8.h"
#include "fmt/block.h"

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

/* LF, CR or both; the other line ends of YAML are kept within texts. */
static size_t common_line(const char *at, size_t n)
{
	size_t i = 0;

	while (i < n && !breaks_is_common(at + i))
		i++;
	return i;
}

/* Less the white space at its end, but for what a backslash keeps. */
static size_t trimmed(const char *line, size_t n, bool has_escapes)
{
	size_t end = n, n_slashes = 0;

	while (end > 0 && is_blank(line[end - 1]))
		end--;
	while (has_escapes && n_slashes < end && line[end - 1 - n_slashes] == '\\')
		n_slashes++;
	return n_slashes % 2 == 1 && end < n ? end + 1 : end;
}

static void write_multi(struct lines *lines, const struct item *item, size_t indent)
{
	const char *at = item->text, *end = at + item->n_text;
	bool is_first = true;

	for (;;) {
		size_t n = common_line(at, (size_t)(end - at));
		const char *next = at + n;
		bool is_last = next == end;
		size_t kept = is_last ? n : trimmed(at, n, item->style == LEX_DOUBLE);

		for (; !is_first && kept > 0 && is_blank(*at); kept--)
			at++;
		if (!is_first)
			lines_begin(lines, kept > 0 ? indent : 0, false);
		lines_put(lines, at, kept, utf8_length(at, kept));
		if (is_last)
			return;
		at = next + breaks_length(next, (size_t)(end - next));
		is_first = false;
	}
}

static void write_block(struct lines *lines, const struct item *item, size_t indent, int around)
{
	struct block block;
	size_t at, n = item->n_text;
	const char *from = item->text;

	block_measure(&block, from, n, item->base);
	lines_put(lines, from, block.n_header, block.n_header);
	if (block.n_comment > 0)
		lines_put_behind(lines, from + block.comment, block.n_comment, 0);
	if (block.increment > 0)
		indent = (size_t)(around > 0 ? around : 0) + block.increment;
	if (!block.has_lines)
		return;
	for (at = block.first;;) {
		size_t line = breaks_line(from + at, n - at);
		bool is_empty = block_is_empty_line(&block, line);
		size_t n_break = breaks_length(from + at + line, n - at - line);

		lines_begin(lines, is_empty ? 0 : indent, false);
		if (!is_empty)
			lines_put(lines, from + at + block.indent, line - block.indent, 0);
		if (n_break == 0)
			return;
		at += line + n_break;
	}
}

void write_item(struct lines *lines, const struct item *item, size_t indent, int around)
{
	if (item->kind == LEX_SCALAR && item->style == LEX_BLOCK)
		write_block(lines, item, indent, around);
	else if (item->is_multi)
		write_multi(lines, item, indent);
	else
		lines_put(lines, item->text, item->n_text, item->width);
}

void write_remark(struct lines *lines, const struct items *items, const struct remark *remark,
		  size_t indent, bool has_blank)
{
	const char *text = items->bytes + remark->start;

	if (remark->is_behind) {
		lines_put_behind(lines, text, remark->n, (size_t)remark->column);
		return;
	}
	lines_begin(lines, indent, has_blank);
	lines_put(lines, text, remark->n, 0);
}
