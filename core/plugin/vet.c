/* SPDX-License-Identifier: MIT */
#include "plugin/vet.h"

#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

static bool is_printable(const char *text, size_t max, bool has_feeds)
{
	size_t n = text ? strnlen(text, max + 1) : max + 1;

	if (n > max)
		return false;
	for (size_t at = 0, step; at < n; at += step) {
		uint32_t c = utf8_decode(text + at, n - at, &step);

		if (c == '\n' && has_feeds)
			continue;
		if (c == UTF8_INVALID || c == '\t' || c == '\n' || utf8_is_control(c) ||
		    utf8_is_bidi_control(c))
			return false;
	}
	return true;
}

bool vet_line(const char *text, size_t max)
{
	return is_printable(text, max, false);
}

bool vet_lines(const char *text, size_t max)
{
	return is_printable(text, max, true);
}

bool vet_name(const char *text, size_t n)
{
	if (n == 0 || n > VET_NAME_MAX || text[0] == '-')
		return false;
	for (size_t i = 0; i < n; i++)
		if (text[i] == '\0' || !strchr(LOWER DIGITS "-", text[i]))
			return false;
	return true;
}

bool vet_extension(const char *text)
{
	size_t n = text ? strnlen(text, VET_NAME_MAX + 1) : 0;

	if (n == 0 || n > VET_NAME_MAX || text[strspn(text, LOWER UPPER DIGITS ".+-")])
		return false;
	return !strchr(".+-", text[0]) && !strchr(".+-", text[n - 1]);
}

bool vet_suffixes(const char *text)
{
	char word[VET_NAME_MAX + 1];

	if (strnlen(text, VET_SUFFIXES_MAX + 1) > VET_SUFFIXES_MAX)
		return false;
	while (*text) {
		size_t n = strcspn(text, "|");

		if (n > VET_NAME_MAX)
			return false;
		memcpy(word, text, n);
		word[n] = '\0';
		if (!vet_extension(word) || word[strspn(word, LOWER DIGITS ".+-")])
			return false;
		if (text[n] == '|' && !text[n + 1])
			return false;
		text += n + (text[n] == '|');
	}
	return true;
}

bool vet_has_word(const char *words, const char *word, size_t n)
{
	for (size_t length; *words; words += length + (words[length] == '|')) {
		length = strcspn(words, "|");
		if (length == n && memcmp(words, word, n) == 0)
			return true;
	}
	return false;
}

bool vet_part(const char *text)
{
	size_t n = text ? strnlen(text, VET_PART_MAX + 1) : 0;

	return n > 0 && n <= VET_PART_MAX && text[0] != '.' && text[0] != '-' &&
	       text[strspn(text, LOWER UPPER DIGITS "._-")] == '\0';
}
