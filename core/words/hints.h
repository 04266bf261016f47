/* SPDX-License-Identifier: MIT */
/*
 * hints - what a file attaches to a cell and does not show: class names, aria-label, title.
 *
 * Wikipedia's templates ("table-yes") say what a cell counts as, whatever words stand in it.  A plain class
 * "yes" is often no more than a colour: it counts, like an aria-label, where the cell says nothing itself.
 * A sentence is a note.
 */
#ifndef MESHREPORT_CORE_HINTS_H
#define MESHREPORT_CORE_HINTS_H

#include "words/vocabulary.h"

/* The status that hints (lines) give a cell, blank or not; VOCABULARY_NONE where they tell nothing. */
uint32_t hints_status(struct vocabulary *vocabulary, const char *hint, bool is_blank);

/* The next line that is a sentence, its bytes into `out_n`; `at` goes on behind it.  Null for no more. */
const char *hints_sentence(const char **at, size_t *out_n);

#endif
