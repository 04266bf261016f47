/* SPDX-License-Identifier: MIT */
#include "common/read/lines.h"

#include <stdlib.h>

static size_t count(const char *text, size_t n)
{
	size_t found = 1;

	for (size_t i = 0; i < n; i++)
		found +=
			text[i] == '\n' || (text[i] == '\r' && (i + 1 == n || text[i + 1] != '\n'));
	return found;
}

int lines_init(struct lines *lines, const char *text, size_t n)
{
	size_t at = 0;

	*lines = (struct lines){.text = text, .n_bytes = n, .n = count(text, n)};
	lines->starts = malloc(lines->n * sizeof(*lines->starts));
	if (!lines->starts)
		return -1;
	lines->starts[at++] = 0;
	for (size_t i = 0; i < n; i++) {
		if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == n || text[i + 1] != '\n')))
			lines->starts[at++] = i + 1;
	}
	lines->column = 1;
	return 0;
}

void lines_release(struct lines *lines)
{
	free(lines->starts);
	*lines = (struct lines){0};
}

/* The last line that begins at or before `offset`. */
static size_t find(const struct lines *lines, size_t offset)
{
	size_t low = 0, high = lines->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (lines->starts[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

struct mr_place lines_place(struct lines *lines, size_t offset)
{
	size_t line;

	if (offset > lines->n_bytes)
		offset = lines->n_bytes;
	line = find(lines, offset);
	if (line != lines->line || offset < lines->offset) {
		lines->line = line;
		lines->offset = lines->starts[line];
		lines->column = 1;
	}
	for (; lines->offset < offset; lines->offset++)
		lines->column += ((unsigned char)lines->text[lines->offset] & 0xc0) != 0x80;
	return (struct mr_place){(uint32_t)line + 1, lines->column, NULL};
}

size_t lines_offset(const struct lines *lines, size_t line, size_t byte)
{
	size_t offset;

	if (line == 0 || line > lines->n)
		return line ? lines->n_bytes : 0;
	offset = lines->starts[line - 1] + (byte ? byte - 1 : 0);
	return offset < lines->n_bytes ? offset : lines->n_bytes;
}

const char *lines_at(const struct lines *lines, size_t line, size_t *n)
{
	size_t from, to;

	*n = 0;
	if (line == 0 || line > lines->n)
		return "";
	from = lines->starts[line - 1];
	to = line < lines->n ? lines->starts[line] : lines->n_bytes;
	while (to > from && (lines->text[to - 1] == '\n' || lines->text[to - 1] == '\r'))
		to--;
	*n = to - from;
	return lines->text + from;
}
