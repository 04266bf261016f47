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
	uint64_t
		expansion; /* the part of them that comes from aliases; limits_most() by those of the file */
	uint64_t scalar; /* bytes of one scalar */
	uint64_t products;
	uint64_t statuses; /* that the dataset declares: each may be compared with each */
	uint64_t cells; /* features by products */
	uint64_t blank; /* of them those shown that nobody states; limits_most() by those stated */
	uint64_t logo; /* bytes of one logo */
	uint64_t logos; /* bytes of all logos */
	uint64_t memory; /* bytes that a format may ask for beyond what it is given; 0: none */
	uint64_t artifact; /* bytes of all that a format writes; 0: none */
};

/* The default of what a few bytes can ask for any number of: it grows with what was written out. */
#define LIMITS_BY_WEIGHT UINT64_MAX
#define LIMITS_LEAST UINT64_C(500000)
#define LIMITS_EACH UINT64_C(10)

/* A text counts for as many values as it would take the room of. */
enum { LIMITS_BYTES_OF_A_VALUE = 64 };

void limits_init(struct limits *limits);

/* What `limit` is for a dataset that has written out so many: LIMITS_LEAST and LIMITS_EACH for each, unless the user said a number. */
uint64_t limits_most(uint64_t limit, uint64_t n_written);

/* Puts it for a message: "500000 and 10 for each of 12 values of the file (--limit expansion=N)". */
void limits_put_most(struct buf *out, const char *key, uint64_t limit, uint64_t n_written,
		     const char *what);

/* Sets the limit of that name; -1 when there is none (limits_nearest() may know one). */
int limits_set(struct limits *limits, const char *key, uint64_t value);

/* The limit whose name is nearest to `key`, or null. */
const char *limits_nearest(const char *key);

/* Puts the names of all limits: "input, depth, ...". */
void limits_put_names(struct buf *out);

#endif
