/* SPDX-License-Identifier: MIT */
#include "latex/letters/latex_direction.h"
#include "common/write/utf8.h"

#include <string.h>

bool latex_direction_is_script_from_right(enum latex_script script)
{
	return script == LATEX_SCRIPT_ARABIC || script == LATEX_SCRIPT_HEBREW;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_any_digit(uint32_t c)
{
	return (c < 0x80 && is_digit((char)c)) || (c >= 0x660 && c <= 0x669) ||
	       (c >= 0x6F0 && c <= 0x6F9);
}

static bool is_separator(uint32_t c)
{
	return c == 0x66B || c == 0x66C || (c > 0 && c < 0x80 && strchr(".,:-/", (int)c));
}

/* Per cent, currencies and their like (ET). */
static bool is_terminator(uint32_t c)
{
	return (c >= '#' && c <= '%') || (c >= 0xA2 && c <= 0xA5) || c == 0xB0 || c == 0xB1 ||
	       (c >= 0x2030 && c <= 0x2034) || (c >= 0x20A0 && c <= 0x20CF);
}

static size_t terminators_length(const char *text, size_t n)
{
	size_t at = 0, length;

	while (at < n && is_terminator(utf8_checked(text + at, n - at, &length)))
		at += length;
	return at;
}

static size_t digits_length(const char *text, size_t n)
{
	size_t end = 0, length;

	for (size_t at = 0; at < n; at += length) {
		uint32_t c = utf8_checked(text + at, n - at, &length);

		if (is_any_digit(c))
			end = at + length;
		else if (end == 0 || end != at || !is_separator(c))
			break;
	}
	return end;
}

size_t latex_direction_number_length(const char *text, size_t n, bool is_after_arabic)
{
	size_t from = is_after_arabic ? 0 : terminators_length(text, n);
	size_t end = from + digits_length(text + from, n - from);

	if (end == from)
		return 0;
	if (!is_after_arabic && is_digit(text[end - 1]))
		end += terminators_length(text + end, n - end);
	return from == 0 || is_digit(text[from]) ? end : 0;
}

static bool is_opening(uint32_t c)
{
	return c == '(' || c == '[';
}

static bool is_closing(uint32_t c)
{
	return c == ')' || c == ']';
}

/* Letters and digits; signs (from U+2000 to U+2BFF) follow what is beside them. */
static bool is_from_left(uint32_t c)
{
	if (c < 0x80)
		return is_digit((char)c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
	return c >= 0xC0 && (c < 0x2000 || c >= 0x2C00) &&
	       !latex_direction_is_script_from_right(latex_unicode_script(c));
}

/*
 * From the first letter to the last that runs from left to right, nothing else between, and to the
 * bracket that closes one opened between, or that closes one opened before (UAX 9, N0, in short).
 */
static size_t latin_length(const char *text, size_t n, bool is_in_brackets)
{
	size_t at = 0, end = 0, length;
	unsigned n_open = 0;

	while (at < n) {
		uint32_t c = utf8_checked(text + at, n - at, &length);
		bool closes = is_closing(c) && n_open > 0;

		if ((is_closing(c) && n_open == 0 && is_in_brackets) ||
		    latex_unicode_is_arabic_number(c) ||
		    latex_direction_is_script_from_right(latex_unicode_script(c)))
			break;
		at += length;
		n_open += is_opening(c);
		n_open -= closes;
		if (c < 0x80 && is_digit((char)c))
			at += terminators_length(text + at, n - at);
		if (closes || is_from_left(c))
			end = at;
	}
	return end;
}

size_t latex_direction_left_length(const char *text, size_t n, const struct latex_before *before)
{
	size_t length, n_number = latex_direction_number_length(text, n, before->is_arabic);

	if (n == 0 || n_number > 0 || !is_from_left(utf8_checked(text, n, &length)))
		return n_number;
	return latin_length(text, n, before->n_open > 0);
}

void latex_direction_add(struct latex_before *before, uint32_t c)
{
	enum latex_script script = latex_unicode_script(c);
	bool is_letter = is_from_left(c) && !is_any_digit(c) && !latex_unicode_is_arabic_number(c);

	if (is_letter || latex_direction_is_script_from_right(script))
		before->is_arabic = script == LATEX_SCRIPT_ARABIC;
	if (is_opening(c))
		before->n_open++;
	else if (is_closing(c) && before->n_open > 0)
		before->n_open--;
}
