/* SPDX-License-Identifier: MIT */
/*
 * spelling - words of somebody's table that are most likely misspelt ("Connction"), a note each.
 *
 * A table that is read on paper by clients is worth a look at its letters.  The dictionary is hunspell(1)'s, a
 * program of its own in the dataset's language; where it or the language is not installed nothing is said.  Names
 * and jargon are no mistakes, so a word is told only when it stands once in the file, has eight letters or more and
 * no capital behind the first, is no product's, and a word that the dictionary knows has one letter more within it or
 * two of its letters the other way round.
 */
#ifndef MESHREPORT_CORE_SPELLING_H
#define MESHREPORT_CORE_SPELLING_H

#include "data/dataset.h"
#include "read/doubts.h"

void spelling_note(const struct dataset *set, struct doubts *doubts);

/* Whether `right` is `word` with a letter more within it, or two neighbours within it changed round; ASCII case aside. */
bool spelling_is_near(const char *word, const char *right);

#endif
