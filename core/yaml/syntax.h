/* SPDX-License-Identifier: MIT */
/*
 * syntax - what a syntax error of libyaml's means to who wrote the line: place, cause and remedy.
 *
 * libyaml says what its grammar missed and where it noticed.  The cause often stands before: a quote that
 * was never closed, a colon without its space, a line indented too far.  Pure functions on the bytes.
 */
#ifndef MESHREPORT_CORE_SYNTAX_H
#define MESHREPORT_CORE_SYNTAX_H

#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>

/* The last value that was read whole before the error. */
struct syntax_value {
	enum syntax_kind {
		SYNTAX_OTHER,
		SYNTAX_SINGLE, /* in quotes */
		SYNTAX_DOUBLE,
		SYNTAX_LIST, /* in brackets, in braces */
		SYNTAX_MAPPING
	} kind;
	struct place start, end;
};

struct syntax {
	const char *bytes; /* of the file, as far as they are at hand */
	size_t n;
	uint32_t first_line; /* the line in which they begin */
	bool is_cut; /* they do not begin where the file does, so the first line is not whole */
	const char *problem, *context; /* libyaml's words; context may be null */
	struct place place, context_place;
	struct syntax_value last;
};

struct syntax_advice {
	struct place place;
	char text[DIAG_TEXT_MAX];
	const char *hint; /* null for none */
};

/* The line ends in `n` bytes, as YAML has them. */
uint32_t syntax_lines(const char *bytes, size_t n);

void syntax_explain(const struct syntax *syntax, struct syntax_advice *out);

#endif
