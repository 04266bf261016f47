/* SPDX-License-Identifier: MIT */
/*
 * words - the words of the interface by language: "continued", "Legend", "page {n} of {total}".  Here
 * are those that several formats speak; what only one says is its own (templates/html/words_XX.txt).
 *
 * A language is matched by the primary subtag of its BCP 47 tag (RFC 5646, 2.2.1), in any case:
 * "de-AT" speaks German.  A language without a table of its own, and a key that a table leaves out,
 * speak English.  plugins/words.md tells a plugin's author every key, what it is for and the values its braces take.
 */
#ifndef MESHREPORT_WORDS_H
#define MESHREPORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#include <meshreport/plugin.h>

/* Whether the interface has words in that language. */
bool words_speaks(const char *language);

/* Appends the languages that it has words in: "cs, da, de, en, ...". */
void words_put_languages(struct buf *out);

/* Number of keys, the same for every language. */
uint32_t words_count(void);

/* Fills words_count() elements, sorted by key (strcmp), as mr_matrix.words wants them. */
void words_fill(const char *language, struct mr_word *out);

/* One word of `language`; null when there is no such key. */
const char *words_find(const char *language, const char *key);

/*
 * Whether `language` is written from right to left: by its script subtag when it has one ("az-Arab",
 * "ku-Latn"), else by its primary subtag's usual script.
 */
bool words_is_rtl(const char *language);

#endif
