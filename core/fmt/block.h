/* SPDX-License-Identifier: MIT */
/*
 * block - the parts of a block scalar ("|" and ">"; YAML 1.1, section 9.2): header, comment, lines.
 */
#ifndef MESHREPORT_CORE_BLOCK_H
#define MESHREPORT_CORE_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

struct block {
	size_t n_header; /* bytes of its sign and indicators */
	size_t comment, n_comment; /* in the line of the header; 0 bytes for none */
	size_t first; /* where its lines begin */
	bool has_lines;
	size_t end; /* what means something ends here, without its last line end */
	size_t indent; /* spaces before each line */
	size_t increment; /* said by a digit, 0 where it is found out */
	bool keeps, strips; /* the line ends at its end: "+", "-" */
};

/* `n` bytes from its sign to where libyaml sees its end; `base` is the column of the collection around. */
void block_measure(struct block *out, const char *bytes, size_t n, int base);

/* Whether a line of `n` bytes is white space that means nothing: what is none would have ended the scalar before its indent. */
bool block_is_empty_line(const struct block *block, size_t n);

#endif
