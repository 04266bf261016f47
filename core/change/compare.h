/* SPDX-License-Identifier: MIT */
/*
 * compare - two texts, two lists of notes, two cells: what differs, and how loudly.
 *
 * What differs is a sum of enum mr_changed.  It is gathered in a struct mr_was, whose tone is that of the loudest
 * difference; what is ignored is never there.  Texts are of different editions: words are compared, not ids.
 */
#ifndef MESHREPORT_CORE_COMPARE_H
#define MESHREPORT_CORE_COMPARE_H

#include "base/arena.h"

#include <meshreport/plugin.h>
#include <stdint.h>

/* What of two matrices is needed again and again. */
struct compare {
	const struct mr_matrix *now, *then;
	const uint16_t *
		status_now; /* by status of the old edition: that of the same id, MR_NO_STATUS for none */
	unsigned ignored; /* enum mr_changed */
};

/* -1 without memory. */
int compare_init(struct compare *compare, const struct mr_matrix *now, const struct mr_matrix *then,
		 unsigned ignored, struct arena *arena);

/* Adds `what` to `was`, in that tone, unless it is ignored. */
void compare_add(const struct compare *compare, struct mr_was *was, unsigned what,
		 enum mr_tone tone);

/* Adds `as` where the words differ, quietly where only white space and markup do; addresses as links. */
void compare_texts(const struct compare *compare, struct mr_was *was, const struct mr_text *now,
		   const struct mr_text *then, unsigned as);

/* Notes by their words, in their order; `now` and `then` hold indexes of notes. */
void compare_notes(const struct compare *compare, struct mr_was *was, const struct mr_array *now,
		   const struct mr_array *then);

/* Adds links where the addresses differ. */
void compare_urls(const struct compare *compare, struct mr_was *was, const char *now,
		  const char *then);

void compare_cells(const struct compare *compare, struct mr_was *was, const struct mr_cell *now,
		   const struct mr_cell *then);

#endif
