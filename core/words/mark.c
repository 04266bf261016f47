/* SPDX-License-Identifier: MIT */
#include "words/mark.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

char mark_raised_digit(uint32_t c)
{
	if (c == 0xb9)
		return '1';
	if (c == 0xb2 || c == 0xb3)
		return (char)('0' + (c - 0xb0));
	if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
		return (char)('0' + (c - 0x2070));
	return '\0';
}

static bool is_symbol(uint32_t c)
{
	static const uint32_t symbols[] = {'*',    0x2020, 0x2021, 0xa7,   0xb6,   0x2666, 0x25ca,
					   0x203b, 0x2660, 0x2663, 0x2665, 0x2042, 0x2051, '#'};

	for (size_t i = 0; i < sizeof(symbols) / sizeof(symbols[0]); i++) {
		if (symbols[i] == c)
			return true;
	}
	return false;
}

size_t mark_at(const char *words, size_t n, char key[MARK_KEY])
{
	size_t length, at = 0, n_key = 0;
	uint32_t first = utf8_decode(words, n, &length), c = first;

	if (mark_raised_digit(first)) {
		while (at < n && n_key + 1 < MARK_KEY && mark_raised_digit(c)) {
			key[n_key++] = mark_raised_digit(c);
			at += length;
			c = utf8_decode(words + at, n - at, &length);
		}
	} else if (is_symbol(first)) {
		while (at < n && n_key + length + 1 < MARK_KEY && c == first) {
			memcpy(key + n_key, words + at, length);
			n_key += length;
			at += length;
			c = utf8_decode(words + at, n - at, &length);
		}
	}
	key[n_key] = '\0';
	return at;
}

bool mark_label(const char *words, size_t n, char key[MARK_KEY])
{
	bool digits = n > 0 && n <= 3;

	for (size_t i = 0; i < n; i++)
		digits = digits && ascii_is_digit(words[i]);
	if (!digits && !(n == 1 && ascii_is_letter(words[0])))
		return false;
	memcpy(key, words, n);
	key[n] = '\0';
	return true;
}

size_t mark_bracketed(const char *words, size_t n, char key[MARK_KEY])
{
	char close = words[0] == '[' ? ']' : ')';
	const char *end;

	if (n < 3 || (words[0] != '[' && words[0] != '('))
		return 0;
	end = memchr(words, close, n < 6 ? n : 6);
	if (!end || !mark_label(words + 1, (size_t)(end - words) - 1, key))
		return 0;
	return (size_t)(end - words) + 1;
}

bool mark_raised(const char *words, size_t n, char key[MARK_KEY])
{
	while (n && strchr("([ ", words[0]))
		words++, n--;
	if (n > 5 && ascii_begins(words, "note "))
		words += 5, n -= 5;
	while (n && strchr(")] .", words[n - 1]))
		n--;
	if (n == 0)
		return false;
	return mark_label(words, n, key) || mark_at(words, n, key) == n;
}
