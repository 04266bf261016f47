/* SPDX-License-Identifier: MIT */
/*
 * mark - how a reference to a note looks within words: "*", "¹⁰", "[1]", a raised "a".
 *
 * Each function puts the mark's key ("*", "10", "a") into `key`; whether a note has that key is asked
 * elsewhere (read/marks).
 */
#ifndef MESHREPORT_CORE_MARK_H
#define MESHREPORT_CORE_MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { MARK_KEY = 256 }; /* bytes of a key, with its NUL */

/* The digit that a raised one stands for; 0 for none. */
char mark_raised_digit(uint32_t c);

/*
 * The mark at the head of `n` bytes: a run of raised digits, or of one symbol.  The bytes it takes; 0 for
 * none.
 */
size_t mark_at(const char *words, size_t n, char key[MARK_KEY]);

/* "[1]", "(a)" at the head; the bytes it takes, 0 for none. */
size_t mark_bracketed(const char *words, size_t n, char key[MARK_KEY]);

/* All of `n` bytes: "1", "12" or one letter; false for anything else. */
bool mark_label(const char *words, size_t n, char key[MARK_KEY]);

/* All of the words of a raised piece: "2", "(1)", "[a]", "*", "note 3". */
bool mark_raised(const char *words, size_t n, char key[MARK_KEY]);

#endif
