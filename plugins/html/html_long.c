/* SPDX-License-Identifier: MIT */
#include "html/html_long.h"

/* Letters in a row from which on a word is long: half of a window of 320 px holds some fifteen, bold ones. */
#define LONG 13

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* The bytes of a letter of Latin, Greek or Cyrillic script, U+0041 to U+052F, that begins here; 0 for any other sign. */
static size_t letter_length(const char *text, size_t n)
{
	unsigned char c = (unsigned char)*text;

	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return 1;
	return n > 1 && c >= 0xc3 && c <= 0xd4 ? 2 : 0;
}

static bool is_long(const char *word, size_t n)
{
	size_t n_letters = 0;

	for (size_t at = 0; at < n && n_letters < LONG;) {
		size_t length = letter_length(word + at, n - at);

		n_letters = length ? n_letters + 1 : 0;
		at += length ? length : 1;
	}
	return n_letters >= LONG;
}

/* Signs that stand at a word stay with it, since a line may end on either side of a box. */
void html_long_put(struct out *out, const char *text, size_t n,
		   void (*put)(struct out *out, const char *text, size_t n))
{
	size_t begin = 0, at = 0;

	while (at < n) {
		size_t from = at;

		while (at < n && !is_blank(text[at]))
			at++;
		if (is_long(text + from, at - from)) {
			put(out, text + begin, from - begin);
			out_string(out, "<span class=\"mr-word\">");
			put(out, text + from, at - from);
			out_string(out, "</span>");
			begin = at;
		}
		while (at < n && is_blank(text[at]))
			at++;
	}
	put(out, text + begin, n - begin);
}
