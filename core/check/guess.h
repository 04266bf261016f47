/* SPDX-License-Identifier: MIT */
/*
 * guess - the status that a word which is none was probably meant to be.
 *
 * Asked in this order: ids, labels and symbols of the dataset's statuses without case, invisible
 * characters and marks of emphasis; the words and signs by language (meaning.h) and what YAML takes for
 * booleans; the same with look-alike letters of other scripts read as Latin ones; the word before a
 * bracket, comma or dash; the nearest id.
 */
#ifndef MESHREPORT_CORE_GUESS_H
#define MESHREPORT_CORE_GUESS_H

#include "base/buf.h"
#include "base/strset.h"
#include "data/dataset.h"

#include <stdbool.h>
#include <stdint.h>

enum guess_kind {
	GUESS_NONE,
	GUESS_NEAR, /* a few letters away from it */
	GUESS_BEGIN, /* begins with it and goes on */
	GUESS_LOOSE, /* another word for it, which also says other things ("available") */
	GUESS_WORD /* another word, sign or spelling for it, or look-alike letters */
};

struct guess_hit {
	enum guess_kind kind;
	const char *status; /* its id, null for none */
	uint32_t odd; /* the letter of another script that looks like a Latin one, or 0 */
};

struct guess {
	struct strset vocabulary; /* numbered as meaning_words(); filled at the first question */
	struct buf folded, latin;
	bool failed; /* memory was refused: what was guessed since is none */
};

void guess_init(struct guess *guess);
void guess_release(struct guess *guess);

/* `text` is valid UTF-8; strings of the hit are the dataset's or static. */
struct guess_hit guess_status(struct guess *guess, const struct dataset *set, const char *text);

#endif
