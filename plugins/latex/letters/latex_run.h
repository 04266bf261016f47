/* SPDX-License-Identifier: MIT */
/*
 * latex_run - how far a run of characters reaches, and where a line may end in it.
 *
 * Pure: nothing is written here, only measured for latex_escape.
 */
#ifndef LATEX_RUN_H
#define LATEX_RUN_H

#include "latex/letters/latex_unicode.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Bytes of the run that begins with a foreign character: those of its script and the marks on them;
 * where one writes from the right, also blanks and signs between two words, so that they keep
 * their order.
 */
size_t latex_run_length(const char *text, size_t n, enum latex_script script);

/* No line begins with closing marks or ends with opening ones (JLREQ 3.1.7 and 3.1.8, in short). */
bool latex_run_may_break(uint32_t before, uint32_t after);

/* Whether the word at `text` is wider than `max` thousandths of an em; 0: no word is. */
bool latex_run_is_wide(const char *text, size_t n, unsigned max);

/*
 * How many bytes from a word's first on are whole words that print as they are, none of them wider
 * than `max` nor with a ligature.
 */
size_t latex_run_plain(const char *text, size_t n, unsigned max);

/* Marks that join with their like into a ligature. */
bool latex_run_is_ligature(char before, char c);

#endif
