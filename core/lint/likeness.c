/* SPDX-License-Identifier: MIT */
#include "lint/likeness.h"

#include "base/ascii.h"
#include "base/fold.h"
#include "base/utf8.h"

#include <string.h>

/* Punctuation and spaces of ASCII and their like in Unicode; what carries no meaning between two names. */
static bool is_loose(uint32_t c)
{
	if (c < 0x80)
		return c <= ' ' || strchr("-_'\"`,;:()[]/.!?", (int)c) != NULL;
	return utf8_is_invisible(c) || (c >= 0x2010 && c <= 0x2015) ||
	       (c >= 0x2018 && c <= 0x201f) || c == 0x2022 || c == 0x2026 || c == 0xb7;
}

/* "Metrics", not "TLS", "HTTPS" or "class": of small letters, behind three that are no s. */
static bool is_plural(const char *word, size_t n)
{
	return n >= 4 && word[n - 1] == 's' && !strchr("siu", word[n - 2]) &&
	       ascii_is_letter(word[n - 2]) && !(n == 5 && memcmp(word, "https", 5) == 0);
}

static size_t word_length(const char *at)
{
	size_t n = 0, length;

	for (; at[n]; n += length) {
		uint32_t c = (unsigned char)at[n];

		length = 1;
		if (c >= 0x80)
			c = utf8_decode(at + n, strnlen(at + n, 4), &length);
		if (is_loose(c))
			break;
	}
	return n;
}

static void put_folded(struct buf *out, const char *at, size_t n)
{
	char folded[5];
	size_t length;

	for (size_t i = 0; i < n; i += length) {
		uint32_t c;

		length = 1;
		if ((unsigned char)at[i] < 0x80) { /* nearly all */
			buf_put_byte(out, ascii_lower(at[i]));
			continue;
		}
		c = utf8_decode(at + i, n - i, &length);
		folded[utf8_encode(fold_code_point(c), folded)] = '\0';
		buf_put_text(out, folded);
	}
}

static void put_likeness(struct buf *out, const char *name)
{
	while (*name) {
		size_t n = word_length(name), length;

		if (n == 0) {
			bool is_decimal = *name == '.' && ascii_is_digit(name[1]) && out->n > 0 &&
					  ascii_is_digit(out->at[out->n - 1]);

			if (is_decimal)
				buf_put_byte(out, '.');
			utf8_decode(name, strnlen(name, 4), &length);
			name += length;
			continue;
		}
		if (n == 1 && *name == '&')
			buf_put_text(out, "and");
		else
			put_folded(out, name, n - is_plural(name, n));
		name += n;
	}
}

void likeness_put(struct buf *out, const char *name)
{
	size_t before = out->n;

	put_likeness(out, name);
	if (out->n == before) /* "?" and "!" are two names */
		buf_put_text(out, name);
}

void likeness_put_letters(struct buf *out, const char *word)
{
	for (; *word; word++)
		if (ascii_is_alnum(*word) || (unsigned char)*word >= 0x80)
			buf_put_byte(out, ascii_lower(*word));
}
