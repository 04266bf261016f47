/* SPDX-License-Identifier: MIT */
/*
 * fill - words with places: "page {n} of {total}".
 */
#ifndef MESHREPORT_COMMON_FILL_H
#define MESHREPORT_COMMON_FILL_H

#include "common/write/out.h"

struct fill_place {
	const char *name; /* without its braces */
	const char *value;
};

/* How a piece is written: an escape function of the format, or null for bytes as they are. */
typedef void fill_put(struct out *out, const char *text, size_t n);

/*
 * Writes `pattern` with its places filled, pattern and values through `put` alike; what is in braces
 * and no place stays as it is.  Values are not looked through for places.
 */
void fill_write(struct out *out, const char *pattern, const struct fill_place *places, size_t n,
		fill_put *put);

#endif
