/* SPDX-License-Identifier: MIT */
/*
 * lines - a text that is written line by line, with comments behind some of its lines.
 *
 * These keep their column where there is room and it is within LINES_WIDTH, else they stand two spaces
 * behind; in neighbouring lines they share the rightmost of their columns, unless that is far out.
 */
#ifndef MESHREPORT_CORE_LINES_H
#define MESHREPORT_CORE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/vec.h"

/* Code points that a line should not exceed. */
enum { LINES_WIDTH = 100 };

struct lines {
	struct buf out;
	const char *eol;
	size_t column; /* code points in this line */
	size_t n; /* lines that were begun */
	bool is_moved; /* what begins this line began none: the column of a comment behind it meant another */
	struct vec behind; /* struct lines_behind */
};

void lines_init(struct lines *lines, const char *eol);
void lines_release(struct lines *lines);

/* Ends the line there is, leaves an empty one where asked, and indents. */
void lines_begin(struct lines *lines, size_t indent, bool has_blank);

/* Within a line; `n_columns` code points. */
void lines_put(struct lines *lines, const char *text, size_t n, size_t n_columns);
void lines_space(struct lines *lines);

/* A comment behind what is in the line, which stood in `column`; the next is a new line. */
void lines_put_behind(struct lines *lines, const char *text, size_t n, size_t column);

/* Appends all to `out`; -1 when memory was refused. */
int lines_take(struct lines *lines, struct buf *out);

#endif
