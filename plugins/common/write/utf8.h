/* SPDX-License-Identifier: MIT */
/*
 * utf8 - text as code points, for plugins.
 *
 * plugin.h promises that all text is valid UTF-8 with a NUL behind it, so that utf8_next() checks
 * nothing: bytes that are not UTF-8 give some code point, and no read passes the NUL.  utf8_checked()
 * is for counted bytes that nobody has looked at.
 */
#ifndef MESHREPORT_COMMON_UTF8_H
#define MESHREPORT_COMMON_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu /* U+FFFD */

/* The code point at *at, which moves behind it. */
static inline uint32_t utf8_next(const char **at)
{
	const unsigned char *s = (const unsigned char *)*at;
	uint32_t code = *s++;
	unsigned more = code < 0xc0 ? 0 : code < 0xe0 ? 1 : code < 0xf0 ? 2 : 3;

	if (more > 0)
		code &= 0x3fu >> more;
	for (; more > 0 && (*s & 0xc0u) == 0x80u; more--)
		code = code << 6 | (*s++ & 0x3fu);
	*at = (const char *)s;
	return code;
}

/*
 * The code point at the head of `n` bytes and its length; U+FFFD and 1 for what is not UTF-8 (Unicode
 * 15, D92), and for nothing.
 */
uint32_t utf8_checked(const char *text, size_t n, size_t *length);

/*
 * How many of the first `max` bytes of `text` (or of all of it) hold whole characters: where to cut it.
 */
size_t utf8_fitting(const char *text, size_t max);

enum { UTF8_WORD = 72 };

/* A word to be quoted: cut between characters, with an ellipsis, to fit `out`, which is returned. */
const char *utf8_word(char out[UTF8_WORD], const char *text);

/* The one or two UTF-16 units of a code point; returns their number. */
static inline unsigned utf8_to_utf16(uint32_t code, uint16_t units[2])
{
	if (code < 0x10000) {
		units[0] = (uint16_t)code;
		return 1;
	}
	units[0] = (uint16_t)(0xd800 + ((code - 0x10000) >> 10));
	units[1] = (uint16_t)(0xdc00 + ((code - 0x10000) & 0x3ff));
	return 2;
}

#endif
