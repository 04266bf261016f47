/* SPDX-License-Identifier: MIT */
/*
 * canon - what a matrix shows as a dataset in YAML: the one form that every writer of YAML hands out.
 *
 * LAWS.  It loads without a warning; the matrix of all of it is the matrix it was made of; made of that
 * again it is the same bytes.  What is not shown is not in it: products, features and notes that were not
 * selected, statuses that a selection does not use, comments and x- keys.
 *
 * Comments are those of the caller: what was doubted when the data were read from a table.
 */
#ifndef MESHREPORT_CORE_CANON_H
#define MESHREPORT_CORE_CANON_H

#include <stddef.h>

#include "base/buf.h"
#include "view/matrix.h"

/* A line to stand before what was read at `place`; at the head of the file where nothing was. */
struct canon_comment {
	struct place place;
	const char *words;
};

struct canon {
	const struct matrix *matrix;
	/* Sorted by place: line, then column. */
	const struct canon_comment *comments;
	size_t n_comments;
};

/* Appends the document; refused memory shows in `out`. */
void canon_put(struct buf *out, const struct canon *canon);

#endif
