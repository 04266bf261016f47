/* SPDX-License-Identifier: MIT */
/*
 * latex_direction - which parts of a text that runs from right to left run the other way.
 *
 * The Unicode bidirectional algorithm (UAX 9) in short, for cells and headings: no overrides, no
 * levels beyond words from the left within a text from the right.
 *
 * Pure; any bytes may be given.
 */
#ifndef LATEX_DIRECTION_H
#define LATEX_DIRECTION_H

#include "latex/letters/latex_unicode.h"

#include <stdbool.h>
#include <stddef.h>

bool latex_direction_is_script_from_right(enum latex_script script);

/*
 * Bytes of the number that `text` begins with: digits, and one sign between two; 0 for none.  Per
 * cent and currency signs beside it belong to it, but where the last letter before is Arabic (UAX 9,
 * W2 and W5).
 */
size_t latex_direction_number_length(const char *text, size_t n, bool is_after_arabic);

/* What decides on a place of a text from what stands before it; all zero at its begin. */
struct latex_before {
	bool is_arabic; /* the last letter */
	unsigned n_open; /* brackets that do not belong to words from the left */
};

/* Bytes of the words or the number from the left that `text` begins with; 0 for none. */
size_t latex_direction_left_length(const char *text, size_t n, const struct latex_before *before);

/* Of a run from the left its first character, and of what is in none each. */
void latex_direction_add(struct latex_before *before, uint32_t c);

#endif
