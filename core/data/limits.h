/* SPDX-License-Identifier: MIT */
/*
 * limits - how much of a dataset is read before it is refused, and how much a format may take: one table of names, defaults and words.
 */
#ifndef MESHREPORT_CORE_LIMITS_H
#define MESHREPORT_CORE_LIMITS_H

#include "base/buf.h"

#include <stddef.h>
#include <stdint.h>

/* Bounds on hostile input, and on plugins; a real dataset of 100 MB meets none of them. */
struct limits {
	uint64_t input; /* bytes of the file */
	uint64_t depth; /* collections within each other */
	uint64_t nodes; /* scalars and collections, those of aliases each time again */
	uint64_t expansion; /* the part of them that comes from aliases */
	uint64_t scalar; /* bytes of one scalar */
	uint64_t products;
	uint64_t cells; /* features by products */
	uint64_t logo; /* bytes of one logo */
	uint64_t logos; /* bytes of all logos */
	uint64_t memory; /* bytes that a format may ask for beyond what it is given; 0: none */
	uint64_t artifact; /* bytes of all that a format writes; 0: none */
};

void limits_init(struct limits *limits);

/* Sets the limit of that name; -1 when there is none (limits_nearest() may know one). */
int limits_set(struct limits *limits, const char *key, uint64_t value);

/* The limit whose name is nearest to `key`, or null. */
const char *limits_nearest(const char *key);

/* Puts the names of all limits: "input, depth, ...". */
void limits_put_names(struct buf *out);

#endif
