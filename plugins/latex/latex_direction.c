/* SPDX-License-Identifier: MIT */
#include "latex_direction.h"

#include <string.h>

bool latex_script_is_from_right(enum latex_script script)
{
	return script == LATEX_SCRIPT_ARABIC || script == LATEX_SCRIPT_HEBREW;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

size_t latex_number_length(const char *text, size_t n)
{
	size_t end = n > 0 && is_digit(text[0]);

	if (end == 0)
		return 0;
	while (end < n &&
	       (is_digit(text[end]) || (end + 1 < n && text[end] && strchr(".,:-/", text[end]) &&
					is_digit(text[end + 1]))))
		end++;
	return end;
}

/* Letters and digits; signs (from U+2000 to U+2BFF) follow what is beside them. */
static bool is_from_left(uint32_t c)
{
	if (c < 0x80)
		return is_digit((char)c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
	return c >= 0xC0 && (c < 0x2000 || c >= 0x2C00) &&
	       !latex_script_is_from_right(latex_char_script(c));
}

/*
 * From the first letter to the last that runs from left to right, nothing else between, and to the
 * bracket that closes one opened between (UAX 9, N0, in short).
 */
static size_t latin_length(const char *text, size_t n)
{
	size_t at = 0, end = 0, length;
	unsigned n_open = 0;

	while (at < n) {
		uint32_t c = latex_char_next(text + at, n - at, &length);
		bool closes = n_open > 0 && (c == ')' || c == ']');

		if (latex_script_is_from_right(latex_char_script(c)))
			break;
		at += length;
		n_open += c == '(' || c == '[';
		n_open -= closes;
		if (closes || is_from_left(c))
			end = at;
	}
	return end;
}

size_t latex_left_length(const char *text, size_t n)
{
	size_t length, n_number = latex_number_length(text, n);

	/* A byte inside a character begins nothing. */
	if (n == 0 || n_number > 0 || ((unsigned char)text[0] & 0xC0) == 0x80)
		return n_number;
	return is_from_left(latex_char_next(text, n, &length)) ? latin_length(text, n) : 0;
}
