/* SPDX-License-Identifier: MIT */
/*
 * utf8 - UTF-8 as Unicode 15, D92 (table 3-7) defines it: no overlong forms, no surrogates, nothing
 * beyond U+10FFFF.  Counts are bytes unless a name says code points.
 */
#ifndef MESHREPORT_CORE_UTF8_H
#define MESHREPORT_CORE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_INVALID UINT32_MAX

/*
 * The code point at the head of `n` bytes, its length into `out_length`.  UTF8_INVALID for what is
 * not UTF-8, with the length of the longest invalid prefix (1 to 3, 0 when n is 0).
 */
uint32_t utf8_decode(const char *bytes, size_t n, size_t *out_length);

/* Writes 1 to 4 bytes, returns their number; 0 for what is no code point. */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* Offset of the first byte that is not UTF-8, `n` when all is valid. */
size_t utf8_valid_until(const char *bytes, size_t n);
bool utf8_is_valid(const char *bytes, size_t n);

/* Code points in `n` bytes of valid UTF-8. */
size_t utf8_length(const char *bytes, size_t n);

/*
 * Control characters that no text of a dataset may hold: C0 without tab and line feed, DEL, C1 and
 * the separators U+2028, U+2029, and the noncharacters U+FFFE and U+FFFF.
 */
bool utf8_is_control(uint32_t code_point);

/* The first control character of `n` bytes of valid UTF-8, UTF8_INVALID for none. */
uint32_t utf8_find_control(const char *bytes, size_t n);

/*
 * Invisible code points that reorder what a terminal shows (Unicode TR9: U+200E, U+200F, U+061C,
 * U+202A..U+202E, U+2066..U+2069).  Legitimate in data, neutralised in messages.
 */
bool utf8_is_bidi_control(uint32_t code_point);

/*
 * Those, and what else is not seen or looks like a plain space: no-break and other spaces (Unicode's Zs),
 * format characters without a shape, fillers.
 */
bool utf8_is_invisible(uint32_t code_point);

#endif
