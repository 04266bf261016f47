/* SPDX-License-Identifier: MIT */
/*
 * strset - equal strings are one: a set that numbers what is put into it, densely from 0.
 *
 * Keys, ids and texts of a dataset go through it, so that comparing two is comparing numbers, and
 * "seen already" is an array by number.  The bytes are copied, NUL-terminated, into the set's arena
 * (unless they are borrowed) and never move.  Open addressing, at most half full; the hash is seeded, so that a hostile file
 * cannot aim at one chain, and nothing ever iterates in the order of the hash.
 */
#ifndef MESHREPORT_CORE_STRSET_H
#define MESHREPORT_CORE_STRSET_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

#define STRSET_NONE UINT32_MAX

struct string {
	const char *at;
	uint32_t n;
	uint32_t hash;
};

struct strset {
	struct arena arena;
	struct string *at; /* by number */
	uint32_t n, capacity;
	uint32_t *slots; /* numbers + 1; 0 for an empty one */
	uint32_t n_slots; /* a power of two */
	uint64_t seed;
};

void strset_init(struct strset *set);
void strset_release(struct strset *set);

/* The number of the string, which is added when new; STRSET_NONE when memory is refused. */
uint32_t strset_put(struct strset *set, const char *bytes, size_t n);

/* The same without a copy: the bytes, with or without a NUL, must live as long as the set. */
uint32_t strset_put_borrowed(struct strset *set, const char *bytes, size_t n);

/* No more strings are put or looked up: the table goes, the strings by number stay. */
void strset_close(struct strset *set);

/* The number of the string, STRSET_NONE when it was never put. */
uint32_t strset_find(const struct strset *set, const char *bytes, size_t n);

#endif
