/* SPDX-License-Identifier: MIT */
/*
 * vocabulary - what words and signs mean in one file: --map, then the page's legend, then everybody's.
 *
 * Statuses are numbered: those below MEANING_N are the built-in ones, those from there on are what a
 * legend added.  Words are looked up folded.
 */
#ifndef MESHREPORT_CORE_VOCABULARY_H
#define MESHREPORT_CORE_VOCABULARY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/strset.h"
#include "base/vec.h"
#include "data/meaning.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	VOCABULARY_NONE = 0x7fffffff, /* no such word */
	VOCABULARY_TEXT = 0x7ffffffe /* --map WORD=text: a word like any other */
};

/* Who says it; the greater one wins. */
enum vocabulary_rank {
	VOCABULARY_EVERYBODY,
	VOCABULARY_COMPANY,
	VOCABULARY_LEGEND,
	VOCABULARY_MAP
};

struct vocabulary_status {
	enum meaning meaning; /* the built-in one, or what one of a legend is like */
	const char *id, *label, *symbol; /* "" where the dataset says nothing of them */
	uint32_t n_uses;
	struct place place; /* of the legend */
};

/* What a word means. */
struct vocabulary_hit {
	uint32_t status; /* VOCABULARY_NONE without */
	enum meaning_use use;
	uint32_t word; /* number of a word that a map or the legend gave, VOCABULARY_NONE else */
};

struct vocabulary_word {
	uint32_t status;
	uint8_t rank, use;
	bool is_strict; /* whatever begins with it is its status (vocabulary_give_sign) */
	uint32_t n_uses;
};

struct vocabulary {
	struct arena arena;
	struct strset everybody; /* numbered as meaning_words() */
	struct strset given;
	struct vec words; /* struct vocabulary_word, by number in `given` */
	struct vec statuses; /* struct vocabulary_status */
	bool has_strict;
	struct buf folded;
	bool failed;
};

int vocabulary_init(struct vocabulary *vocabulary);
void vocabulary_release(struct vocabulary *vocabulary);

/* A new status of a legend that counts as `meaning`; its number. Texts are copied. */
uint32_t vocabulary_status(struct vocabulary *vocabulary, enum meaning meaning, const char *id,
			   const char *label, const char *symbol, struct place place);

static inline struct vocabulary_status *vocabulary_at(const struct vocabulary *vocabulary,
						      uint32_t status)
{
	return VEC_AT(struct vocabulary_status, vocabulary->statuses, status);
}

/* What the status counts as. */
enum meaning vocabulary_like(const struct vocabulary *vocabulary, uint32_t status);

/* Gives words (any case, folded here; "" is the blank cell) a meaning, unless a greater rank did; its number. */
uint32_t vocabulary_give(struct vocabulary *vocabulary, const char *words, size_t n,
			 uint32_t status, enum vocabulary_rank rank);

/*
 * The same for a sign of a legend that explains each of its statuses by one ("✓ yes · – does not apply"): a cell
 * that begins with it is its status and nothing else, whatever words follow, and any character may be one.
 */
void vocabulary_give_sign(struct vocabulary *vocabulary, const char *words, size_t n,
			  uint32_t status);

/* What all of the words mean. */
struct vocabulary_hit vocabulary_find(struct vocabulary *vocabulary, const char *words, size_t n);

/*
 * The longest word or sign that the words begin with: it ends where a word ends, a sign anywhere.
 * `out_length` is what it takes of `words`.
 */
struct vocabulary_hit vocabulary_begin(struct vocabulary *vocabulary, const char *words, size_t n,
				       size_t *out_length);

/* The sign at the end of the words; `out_first` is where it begins. */
struct vocabulary_hit vocabulary_end(struct vocabulary *vocabulary, const char *words, size_t n,
				     size_t *out_first);

/* Counts the use of a hit. */
void vocabulary_use(struct vocabulary *vocabulary, const struct vocabulary_hit *hit);

#endif
