/* SPDX-License-Identifier: MIT */
#include "words/slug.h"

#include "base/diag.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/folded.h"

#include <stdio.h>
#include <string.h>

/* Latin letters beyond ASCII as they are written without their accents, folded. */
static const struct {
	uint32_t first, last;
	const char *as;
} letters[] = {{0xe0, 0xe3, "a"},   {0xe4, 0xe4, "ae"},  {0xe5, 0xe5, "a"},   {0xe6, 0xe6, "ae"},
	       {0xe7, 0xe7, "c"},   {0xe8, 0xeb, "e"},   {0xec, 0xef, "i"},   {0xf0, 0xf0, "d"},
	       {0xf1, 0xf1, "n"},   {0xf2, 0xf5, "o"},   {0xf6, 0xf6, "oe"},  {0xf8, 0xf8, "o"},
	       {0xf9, 0xfb, "u"},   {0xfc, 0xfc, "ue"},  {0xfd, 0xfd, "y"},   {0xdf, 0xdf, "ss"},
	       {0x101, 0x105, "a"}, {0x107, 0x10d, "c"}, {0x10f, 0x111, "d"}, {0x113, 0x11b, "e"},
	       {0x11d, 0x123, "g"}, {0x125, 0x127, "h"}, {0x129, 0x131, "i"}, {0x137, 0x137, "k"},
	       {0x13a, 0x142, "l"}, {0x144, 0x148, "n"}, {0x14d, 0x151, "o"}, {0x153, 0x153, "oe"},
	       {0x155, 0x159, "r"}, {0x15b, 0x161, "s"}, {0x163, 0x167, "t"}, {0x169, 0x173, "u"},
	       {0x177, 0x177, "y"}, {0x17a, 0x17e, "z"}, {'+', '+', "-plus"}, {'#', '#', "-sharp"}};

static const char *letter(uint32_t c)
{
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		if (c >= letters[i].first && c <= letters[i].last)
			return letters[i].as;
	}
	return NULL;
}

/* The bytes without the full stops that a word may hold and not end in. */
static size_t without_end(const char *out, size_t n)
{
	while (n && out[n - 1] == '.')
		n--;
	return n;
}

/* Goes on with the slug of a name; cut at a word where it gets long. */
static size_t put(char out[SLUG_MAX], size_t n, const char *name)
{
	size_t length, n_name = strlen(name), start = n, word = n;
	bool parted = n > 0;
	char one[2] = "";

	for (size_t at = 0; at < n_name; at += length) {
		uint32_t c = folded_code_point(utf8_decode(name + at, n_name - at, &length));
		const char *as = NULL;

		if (c < 0x80 && (ascii_is_alnum((char)c) || (c == '.' && n && !parted))) {
			one[0] = (char)c;
			as = one;
		} else {
			as = letter(c);
		}
		if (!as) {
			parted = n > 0;
			continue;
		}
		if (n + 4 >= SLUG_MAX - 20) {
			n = !parted && word > start ? word : n;
			break;
		}
		if (parted)
			word = n = without_end(out, n);
		if (parted && as[0] != '-')
			out[n++] = '-';
		parted = false;
		for (; *as; as++) {
			if (n || *as != '-')
				out[n++] = *as;
		}
	}
	n = without_end(out, n);
	out[n] = '\0';
	return n;
}

uint32_t slug_make(struct strset *taken, const char *prefix, const char *name, const char *fallback)
{
	char id[SLUG_MAX] = "", rest[SLUG_MAX], numbered[SLUG_MAX + 16];
	size_t n = put(id, 0, prefix);
	size_t n_name = put(id, n, name) - n;
	uint32_t before = taken->n, number;

	if (n_name == 0) {
		diag_write(id, sizeof(id), "%s", fallback);
	} else if (!ascii_is_letter(id[0])) {
		/* an id begins with a letter */
		memcpy(rest, id, sizeof(rest));
		diag_write(id, sizeof(id), "%s-%s", fallback, rest);
	}
	number = strset_put(taken, id, strlen(id));
	for (unsigned long i = 2; number != STRSET_NONE && number != before; i++) {
		diag_write(numbered, sizeof(numbered), "%s-%lu", id, i);
		before = taken->n;
		number = strset_put(taken, numbered, strlen(numbered));
	}
	return number;
}
