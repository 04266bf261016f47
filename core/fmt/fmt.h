/* SPDX-License-Identifier: MIT */
/*
 * fmt - the canonical layout of a dataset file: bytes in, bytes out.
 *
 * It mends layout and nothing else: indentation, spaces, empty lines, line ends, quotes that a text does
 * not need.  What its writer ordered and worded stays: keys, comments, anchors, block scalars, which
 * collections are in brackets and which in lines.  data/README.md says what is done.
 *
 * LAWS.  Without white space and quotes the bytes are the same; so is the dataset; comments stay in their
 * order, each before or behind what it stood before or behind; and what was laid out once stays as it is.
 * What comes out is read again and compared before it is handed out (same.h), so that a mistake here is a
 * refusal and loses nothing.
 *
 * Time and memory are linear in the file.
 */
#ifndef MESHREPORT_CORE_FMT_H
#define MESHREPORT_CORE_FMT_H

#include <stddef.h>

#include "base/buf.h"
#include "base/diag.h"

struct fmt_problem {
	const char *text; /* null: memory was refused */
	struct place place; /* 0 for none */
};

/* Appends to `out` the layout of one YAML document that has no errors.  0, or -1 with `problem`. */
int fmt_bytes(const char *bytes, size_t n, struct buf *out, struct fmt_problem *problem);

#endif
