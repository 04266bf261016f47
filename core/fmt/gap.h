/* SPDX-License-Identifier: MIT */
/*
 * gap - what stands between two lexemes: white space and comments.
 */
#ifndef MESHREPORT_CORE_GAP_H
#define MESHREPORT_CORE_GAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A comment. */
struct remark {
	size_t start, n; /* from '#' on, without white space at its end */
	int column; /* from 0, in code points */
	bool is_behind; /* something else stands before it in its line */
	bool has_blank; /* an empty line stands before it */
};

struct gap {
	const char *bytes;
	size_t at, end;
	bool is_line_begun; /* something stands in this line already */
	unsigned n_breaks; /* since the last thing */
	bool is_foreign; /* holds what is neither white space nor a comment, at `at` */
};

/* The gap before a lexeme: bytes from `start` to `end`. */
void gap_init(struct gap *gap, const char *bytes, size_t start, size_t end);

/* The next comment; false at the end. */
bool gap_next(struct gap *gap, struct remark *out);

/* At the end: whether an empty line stands before the lexeme. */
bool gap_has_blank(const struct gap *gap);

#endif
