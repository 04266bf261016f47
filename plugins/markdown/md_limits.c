/* SPDX-License-Identifier: MIT */
#include "markdown/md_limits.h"

#include <string.h>

static void trim(const char **row, size_t *n)
{
	while (*n && strchr(" \t", **row))
		(*row)++, (*n)--;
	while (*n && strchr(" \t\r\n", (*row)[*n - 1]))
		(*n)--;
}

size_t md_limits_cells(const char *row, size_t n)
{
	size_t n_cells = 1;

	trim(&row, &n);
	if (n && *row == '|')
		row++, n--;
	for (size_t i = 0; i < n; i++) {
		if (row[i] == '\\' && i + 1 < n)
			i++;
		else if (row[i] == '|' && i + 1 < n)
			n_cells++;
	}
	return n_cells;
}

/* Behind the marks of quotations and lists; `depth` is their number. */
static const char *behind_marks(const char *line, size_t *n, size_t *depth)
{
	*depth = 0;
	for (; *n; line++, (*n)--) {
		if (*line == '>') {
			++*depth;
		} else if (strchr("-*+", *line) && *n > 1 && line[1] == ' ') {
			++*depth;
		} else if (*line != ' ' && *line != '\t') {
			break;
		}
	}
	return line;
}

/* "- - - - -": what begins with marks alone and ends with the same one. */
static bool is_rule(const char *at, size_t n, const char *line)
{
	while (*line == ' ')
		line++;
	for (const char *mark = line; mark < at + n; mark++)
		if (*mark != *line && *mark != ' ' && *mark != '\t')
			return false;
	return *line == '-' || *line == '*';
}

/* Where `end` stands last in the line, behind it; the line's start where it does not. */
static const char *last_end(const char *line, size_t n, const char *end)
{
	size_t n_end = strlen(end);

	for (size_t i = n; i >= n_end; i--)
		if (memcmp(line + i - n_end, end, n_end) == 0)
			return line + i;
	return line;
}

size_t md_limits_open(const char *line, size_t n)
{
	static const char *const ends[] = {"?>", "]]>", ">"};
	const char *end = line + n, *at = line, *last[] = {NULL, NULL, NULL};
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
			last[kind] = last_end(line, n, ends[kind]);
		n_open += at >= last[kind];
	}
	return n_open;
}

/* The row of dashes under a head, and how many columns it makes; 0 for another line. */
static size_t delimiter_columns(const char *line, size_t n)
{
	bool has_dash = false;

	trim(&line, &n);
	for (size_t i = 0; i < n; i++) {
		if (!strchr("|:- \t", line[i]))
			return 0;
		has_dash |= line[i] == '-';
	}
	return has_dash ? md_limits_cells(line, n) : 0;
}

static int refuse(struct mr_source *source, size_t line, const char *format, unsigned long n,
		  unsigned long most)
{
	struct mr_place place = {(uint32_t)line, 1, NULL};

	if (strcmp(format, "columns") == 0)
		source->diag(source, MR_ERROR, &place,
			     "this table has %lu columns; at most %lu are read", n, most);
	else if (strcmp(format, "cells") == 0)
		source->diag(source, MR_ERROR, &place,
			     "the rows of this table lack more than %lu of its cells", most);
	else if (strcmp(format, "open") == 0)
		source->diag(
			source, MR_ERROR, &place,
			"more than %lu times '<?' or '<!' stands in this paragraph and does not "
			"end; words need no such signs, \\< is a letter",
			most);
	else
		source->diag(source, MR_ERROR, &place,
			     "quotations or lists are nested %lu deep; at most %lu are read", n,
			     most);
	return -1;
}

int md_limits_check(struct mr_source *source, const struct lines *lines)
{
	size_t n_columns = 0, n_added = 0, n_open = 0;

	for (size_t line = 1; line <= lines->n; line++) {
		size_t n, depth, found;
		const char *line_start = lines_at(lines, line, &n), *at = line_start;

		at = behind_marks(at, &n, &depth);
		n_open = n == 0 ? 0 : n_open + md_limits_open(at, n);
		if (n_open > MD_LIMITS_OPEN)
			return refuse(source, line, "open", n_open, MD_LIMITS_OPEN);
		if (depth > MD_LIMITS_DEPTH && !is_rule(at, n, line_start))
			return refuse(source, line, "depth", depth, MD_LIMITS_DEPTH);
		found = delimiter_columns(at, n);
		if (found > MD_LIMITS_COLUMNS)
			return refuse(source, line, "columns", found, MD_LIMITS_COLUMNS);
		if (found) {
			n_columns = found;
		} else if (n == 0) {
			n_columns = 0;
		} else if (n_columns) {
			size_t n_cells = md_limits_cells(at, n);

			n_added += n_cells < n_columns ? n_columns - n_cells : 0;
			if (n_added > MD_LIMITS_ADDED)
				return refuse(source, line, "cells", n_added, MD_LIMITS_ADDED);
		}
	}
	return 0;
}
