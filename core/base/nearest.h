/* SPDX-License-Identifier: MIT */
/*
 * nearest - "did you mean": the valid word nearest to a misspelt one.
 *
 * Nearest by the optimal string alignment distance (Damerau-Levenshtein with each transposition
 * once), letters compared without case in ASCII.  A word counts as near when at most a third of
 * the longer one's bytes, and at least one, would have to change; of equally near ones the first
 * offered wins.  Words longer than NEAREST_MAX bytes are never near, and what
 * is offered after the first NEAREST_OFFERS is not looked at.  No memory is allocated.
 */
#ifndef MESHREPORT_CORE_NEAREST_H
#define MESHREPORT_CORE_NEAREST_H

#include <stddef.h>

enum { NEAREST_MAX = 64, NEAREST_OFFERS = 2000 };

struct nearest {
	const char *word; /* borrowed */
	size_t n;
	const char *best; /* the nearest word offered so far, or null */
	size_t distance;
	size_t n_offers;
};

void nearest_init(struct nearest *nearest, const char *word);
void nearest_offer(struct nearest *nearest, const char *candidate);

/* The nearest of `n` words, or null. */
const char *nearest_of(const char *word, const char *const *words, size_t n);

/* The distance itself; SIZE_MAX when one is longer than NEAREST_MAX. */
size_t nearest_distance(const char *a, const char *b);

#endif
