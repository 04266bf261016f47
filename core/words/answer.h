/* SPDX-License-Identifier: MIT */
/*
 * answer - what one cell says: a status, a status with words of its own, parts, or a text.
 *
 *     yes  ✅  "✅ yes"            the status
 *     yes (per Node)  🔶 Docs      the status with words of its own; a sign that is only the status goes
 *     Timeout yes, Retry no        parts
 *     No support planned           a text, and a doubt
 *
 * Marks of notes were taken out before.
 */
#ifndef MESHREPORT_CORE_ANSWER_H
#define MESHREPORT_CORE_ANSWER_H

#include "words/inline.h"
#include "words/vocabulary.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum answer_kind { ANSWER_STATUS, ANSWER_TEXT, ANSWER_PARTS };

/* Why a person might read it otherwise. */
enum answer_doubt {
	ANSWER_SURE,
	ANSWER_BEGINS, /* a text that begins with a status word */
	ANSWER_TWO, /* two answers in one cell, taken for a text or for parts */
	ANSWER_SIGN, /* a sign or letter that means something elsewhere (x, +, -, an empty circle) */
	ANSWER_BRACKETS, /* "(Y)": a status in brackets */
	ANSWER_TRUE /* the letters "true" or "false" */
};

enum { ANSWER_PARTS_MAX = 8 };

struct answer_part {
	const struct inline_text *name;
	uint32_t status;
	const struct inline_text *text; /* the segment, with whatever marks stand in it */
	const struct inline_text
		*words; /* its own beside the status, without marks; null for none */
};

struct answer {
	enum answer_kind kind;
	uint32_t status; /* vocabulary's */
	/* Words of a text, words of its own of a status; null: the status alone. */
	const struct inline_text *words;
	/* The word that stood for the status, null where it was a sign or blank. */
	const struct inline_text *label;
	uint32_t n_parts;
	struct answer_part parts[ANSWER_PARTS_MAX];
	enum answer_doubt doubt;
	uint32_t begins_with; /* status of ANSWER_BEGINS */
};

struct answering {
	struct inline_pool *pool;
	struct vocabulary *vocabulary;
	/* A part without the marks of its notes; null: there are none. */
	const struct inline_text *(*bare)(const struct answering *with,
					  const struct inline_text *part);
	void *data; /* for it */
};

/* Memory that is refused shows in the pool's and the vocabulary's `failed`. */
void answer_read(struct answer *out, const struct answering *with, const struct inline_text *text);

/* Splits at commas, semicolons, slashes and breaks into "name status" pieces; false when one is none. */
bool answer_parts_read(struct answer *out, const struct answering *with,
		       const struct inline_text *text);

/*
 * answer_signed.c: where the page has a sign for each status (vocabulary_give_sign), a cell that begins with one, and
 * parts that have one each; false for anything else.
 */
bool answer_signed_read(struct answer *out, const struct answering *with,
			const struct inline_text *text);
bool answer_signed_parts(struct answer *out, const struct answering *with,
			 const struct inline_text *text);

#endif
