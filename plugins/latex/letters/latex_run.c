/* SPDX-License-Identifier: MIT */
#include "latex/letters/latex_run.h"

#include "common/write/utf8.h"
#include "latex/letters/latex_direction.h"

#include <limits.h>

bool latex_run_is_ligature(char before, char c)
{
	return c == before && (c == '-' || c == ',' || c == '<' || c == '>');
}

static bool is_foreign(uint32_t c)
{
	struct latex_char found;

	if (c < 0x80)
		return false;
	latex_unicode_find(c, &found);
	return found.kind == LATEX_FOREIGN;
}

size_t latex_run_length(const char *text, size_t n, enum latex_script script)
{
	bool from_right = latex_direction_is_script_from_right(script);
	size_t at = 0, end = 0, length;

	while (at < n) {
		uint32_t c = utf8_checked(text + at, n - at, &length);
		enum latex_script own = latex_unicode_script(c);
		bool is_letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;

		at += length;
		if (own == LATEX_SCRIPT_MARK ||
		    (own == script && (script != LATEX_SCRIPT_OTHER || is_foreign(c))))
			end = at;
		else if (!from_right || c >= 0x80 || is_letter)
			break;
	}
	return end;
}

bool latex_run_may_break(uint32_t before, uint32_t after)
{
	static const uint32_t closing[] = {0x3001, 0x3002, 0x3009, 0x300B, 0x300D,
					   0x300F, 0x3011, 0x30FC, 0xFF01, 0xFF09,
					   0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F};
	static const uint32_t opening[] = {0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0xFF08};

	for (size_t i = 0; i < sizeof(closing) / sizeof(*closing); i++)
		if (after == closing[i])
			return false;
	for (size_t i = 0; i < sizeof(opening) / sizeof(*opening); i++)
		if (before == opening[i])
			return false;
	return latex_unicode_script(after) == LATEX_SCRIPT_HAN;
}

bool latex_run_is_wide(const char *text, size_t n, unsigned max)
{
	size_t at = 0, length;
	unsigned width = 0;

	if (max == 0)
		return false;
	while (at < n && text[at] != ' ' && text[at] != '\n' && width <= max) {
		width += latex_unicode_width(utf8_checked(text + at, n - at, &length));
		at += length;
	}
	return width > max;
}

/* Printable ASCII but for the blank, the apostrophe and what has a command. */
static bool is_plain(char c)
{
	static const uint32_t plain[8] = {0, 0xAFFFFF02, 0x2FFFFFFF, 0x07FFFFFE};

	unsigned char byte = (unsigned char)c;

	return plain[byte >> 5] >> (byte & 31) & 1;
}

size_t latex_run_plain(const char *text, size_t n, unsigned max)
{
	unsigned width = 0;
	size_t end = 0;
	char before = ' ';

	max = max ? max : UINT_MAX;
	for (size_t at = 0; at < n; at++) {
		char c = text[at];

		if (c == ' ') {
			end = at;
			width = 0;
		} else if (!is_plain(c) || latex_run_is_ligature(before, c)) {
			return end;
		} else {
			width += latex_unicode_ascii_widths[(unsigned char)c];
			if (width > max)
				return end;
		}
		before = c;
	}
	return n;
}
