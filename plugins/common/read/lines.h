/* SPDX-License-Identifier: MIT */
/*
 * lines - places in a text: which line an offset lies in, and which column, counted in characters.
 *
 * Lines end with \n, \r\n or a lone \r.  Asking for places in the order of the file costs no more than
 * reading it once: the last answer is where the next one begins.  Zeroed storage may be released.
 */
#ifndef MESHREPORT_COMMON_LINES_H
#define MESHREPORT_COMMON_LINES_H

#include <meshreport/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct lines {
	const char *text; /* borrowed */
	size_t n_bytes;
	size_t *starts; /* offset of the beginning of each line */
	size_t n; /* at least 1 */
	/* where the last answer was */
	size_t line, offset;
	uint32_t column;
};

/* 0, or -1 when there is no memory. */
int lines_init(struct lines *lines, const char *text, size_t n);
void lines_release(struct lines *lines);

/* The place of the byte at `offset`; beyond the end, that of the end. */
struct mr_place lines_place(struct lines *lines, size_t offset);

/* The offset of a byte of a line, both counted from 1, as cmark counts; within the text whatever they are. */
size_t lines_offset(const struct lines *lines, size_t line, size_t byte);

/* Line `line` from 1 without its end; "" with n 0 where there is none. */
const char *lines_at(const struct lines *lines, size_t line, size_t *n);

#endif
