/* SPDX-License-Identifier: MIT */
/*
 * ascii - letters and digits of ASCII, whatever the locale; every other byte is neither.
 */
#ifndef MESHREPORT_CORE_ASCII_H
#define MESHREPORT_CORE_ASCII_H

#include <stdbool.h>

static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_alnum(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c);
}

/* Capital letters become small, everything else stays. */
static inline char ascii_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 32 : c);
}

/* Whether `text` begins with `lower`, which is in lower case, in any case. */
static inline bool ascii_begins(const char *text, const char *lower)
{
	for (; *lower; text++, lower++) {
		if (ascii_lower(*text) != *lower)
			return false;
	}
	return true;
}

/* The digits of `n` bytes as a number; -1 when one is no digit.  `n` is at most 9. */
static inline long ascii_number(const char *digits, unsigned n)
{
	long number = 0;

	for (unsigned i = 0; i < n; i++) {
		if (!ascii_is_digit(digits[i]))
			return -1;
		number = number * 10 + (digits[i] - '0');
	}
	return number;
}

#endif
