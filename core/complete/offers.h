/* SPDX-License-Identifier: MIT */
/*
 * offers - what a shell may put in place of the word that is being typed.
 *
 * Written as lines: first what goes besides, "words", "files" or "folders", with "open" behind it where the one
 * offer wants to be typed on; then an offer a line, a tab, and what it is.  Only those that begin like the word.
 */
#ifndef MESHREPORT_CORE_OFFERS_H
#define MESHREPORT_CORE_OFFERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum offers_besides { OFFERS_WORDS, OFFERS_FILES, OFFERS_FOLDERS };

struct offers {
	const char *word; /* as typed; borrowed */
	size_t n_head; /* its bytes that stay: "--format=", "html," */
	size_t n_list; /* where its list begins: elements up to n_head are not offered again */
	enum offers_besides besides;
	bool is_open;
	size_t n;
	struct buf lines;
};

/* Starts over behind the first `n` bytes of the word. */
void offers_begin(struct offers *offers, size_t n);

/* Starts over behind the last comma of what follows. */
void offers_begin_list(struct offers *offers);

/* What is typed of the offer so far. */
const char *offers_stem(const struct offers *offers);

/* `word` with `after` behind it ("=", ""); `about` may be "". */
void offers_add(struct offers *offers, const char *word, const char *after, const char *about);

/* One of "a|b|c". */
void offers_add_choices(struct offers *offers, const char *choices);

void offers_put(struct buf *out, struct offers *offers);
void offers_release(struct offers *offers);

#endif
