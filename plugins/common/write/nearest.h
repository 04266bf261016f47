/* SPDX-License-Identifier: MIT */
/*
 * nearest - how far a misspelt word is from one that exists, for "did you mean".
 *
 * Pure.  ASCII letters count as alike in both cases; other bytes are compared as they are.
 */
#ifndef MESHREPORT_COMMON_NEAREST_H
#define MESHREPORT_COMMON_NEAREST_H

#define NEAREST_FAR 99u

/* Changes, insertions and removals that make one word of the other; NEAREST_FAR for long words. */
unsigned nearest_distance(const char *a, const char *b);
/* How many of them may lie between a word and what is suggested for it, by its length. */
unsigned nearest_limit(const char *word);

#endif
