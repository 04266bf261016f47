/* SPDX-License-Identifier: MIT */
/*
 * meaning - the words and signs that everybody takes for yes, no, partly and so on.
 *
 * The table is meaning_words.c, by language.  A word is looked up folded (folded.h).  What contradicts
 * itself from table to table (x, +, -, the empty circle) is not in it: legends, --map or the company such a
 * sign keeps decide, and those are asked before.
 */
#ifndef MESHREPORT_CORE_MEANING_H
#define MESHREPORT_CORE_MEANING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the built-in statuses (data/schema.h). */
enum meaning {
	MEANING_YES,
	MEANING_NO,
	MEANING_PARTIAL,
	MEANING_PREVIEW,
	MEANING_DEPRECATED,
	MEANING_PLANNED,
	MEANING_NA,
	MEANING_UNKNOWN,
	MEANING_N,
	MEANING_NONE = MEANING_N /* no such word */
};

enum meaning_use {
	/* Stands alone, or before a bracket, dash or break. */
	MEANING_WEAK = 0,
	/* Also before a comma, a colon and the like: "yes, via Vault". */
	MEANING_FIRM = 1,
	/* A sign: also glued to words, before them or behind. */
	MEANING_SIGN = 2,
	/* Alone only: a letter, a word that begins many a name. */
	MEANING_ALONE = 3
};

struct meaning_word {
	const char *word; /* folded */
	const char *language; /* "" for signs */
	uint8_t meaning, use;
};

/* All words, each once. */
const struct meaning_word *meaning_words(size_t *out_n);

/* The id of the built-in status: "yes". */
const char *meaning_id(enum meaning meaning);

/* The status of that id, MEANING_NONE for another word. */
enum meaning meaning_by_id(const char *id);

/* What a status counts as: yes, no, partial, na or unknown. */
enum meaning meaning_like(enum meaning meaning);

#endif
