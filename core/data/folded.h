/* SPDX-License-Identifier: MIT */
/*
 * folded - words as they are compared: without case, variation selectors, invisible characters and runs of
 * space; dashes, quotes and brackets of all widths as those of ASCII.
 *
 * "Yes", "YES\uFE0F" and " yes " are one word.  A full stop, colon or exclamation mark at the end goes,
 * where words stand before it.
 */
#ifndef MESHREPORT_CORE_FOLDED_H
#define MESHREPORT_CORE_FOLDED_H

#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Puts the folded form of `n` bytes of valid UTF-8 to the end of `out`. */
void folded_put(struct buf *out, const char *words, size_t n);

/* Clears `out` and returns the folded form in it. */
const char *folded_in(struct buf *out, const char *words, size_t n);

/* The code point as it is compared; 0 for one that is left out, ' ' for any space. */
uint32_t folded_code_point(uint32_t code_point);

/* Whether a sign (an emoji, a geometric form, a tick) and neither letter, digit nor punctuation of a language. */
bool folded_is_sign(uint32_t code_point);

#endif
