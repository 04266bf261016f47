/* SPDX-License-Identifier: MIT */
#include "pdf/content/pdf_hyphen.h"

#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/write/utf8.h"

#define PATTERNS "/usr/share/hyphen/hyph_%s.dic"
#define LEAST_LETTERS 5u /* of a word that is divided at all */
#define MOST_LETTERS 100u /* libhyphen's own limit is MAX_CHARS */
#define SIDE_LEAST 2 /* letters before and behind a hyphen */

struct pdf_hyphen {
	const char *language;
	HyphenDict *patterns; /* null before use, and where there are none */
	bool is_sought;
};

struct pdf_hyphen *pdf_hyphen_new(const char *language)
{
	struct pdf_hyphen *hyphen = calloc(1, sizeof(*hyphen));

	if (hyphen)
		hyphen->language = language;
	return hyphen;
}

void pdf_hyphen_free(struct pdf_hyphen *hyphen)
{
	if (hyphen && hyphen->patterns)
		hnj_hyphen_free(hyphen->patterns);
	free(hyphen);
}

/* ---- patterns */

static bool is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The first `n` bytes of a language tag as the files are named: de_CH. */
static HyphenDict *load(const char *language, size_t n)
{
	char name[24], path[64];

	if (n == 0 || n >= sizeof(name))
		return NULL;
	for (size_t i = 0; i < n; i++) {
		if (language[i] != '-' && !is_plain(language[i]))
			return NULL;
		name[i] = language[i] == '-' ? '_' : language[i];
	}
	name[n] = '\0';
	snprintf(path, sizeof(path), PATTERNS, name);
	return hnj_hyphen_load(path);
}

/* The patterns of "de-CH", else of "de". */
static HyphenDict *find(const char *language)
{
	HyphenDict *patterns = load(language, strlen(language));
	const char *end = strchr(language, '-');

	if (!patterns && end)
		patterns = load(language, (size_t)(end - language));
	/* libhyphen's own character sets are those of ISO 8859: the first is enough for what it has */
	if (patterns && !patterns->utf8 && strcmp(patterns->cset, "ISO8859-1") != 0) {
		hnj_hyphen_free(patterns);
		return NULL;
	}
	return patterns;
}

/* ---- words */

static bool is_letter(uint32_t code)
{
	return (code | 0x20) >= 'a' && (code | 0x20) <= 'z'
		       ? code < 0x80
		       : code >= 0xc0 && code != 0xd7 && code != 0xf7 &&
				 (code < 0x2000 || code > 0x2fff);
}

/* A run of letters: what the patterns see, and where each letter is in the word. */
struct letters {
	char text[4 * MOST_LETTERS + 1];
	uint32_t at[MOST_LETTERS + 1];
	uint32_t n, n_bytes;
	bool is_strange; /* a letter that the patterns' character set lacks */
};

/* Patterns know small letters: those of ASCII and of ISO 8859-1 are made so, none gets longer. */
static void add_letter(struct letters *l, const HyphenDict *patterns, const char *text, uint32_t n)
{
	unsigned char lead = (unsigned char)text[0], last = (unsigned char)text[n - 1];
	char *to = l->text + l->n_bytes;

	if (n == 1 && lead >= 'A' && lead <= 'Z')
		last = (unsigned char)(last + 0x20);
	if (n == 2 && lead == 0xc3 && last < 0x9f)
		last = (unsigned char)(last + 0x20);
	if (patterns->utf8) {
		memcpy(to, text, n);
		to[n - 1] = (char)last;
		l->n_bytes += n;
	} else {
		l->is_strange = l->is_strange || n > 2 || (n == 2 && lead > 0xc3);
		*to = (char)(n == 1 ? last : (unsigned char)((lead & 3) << 6 | (last & 0x3f)));
		l->n_bytes++;
	}
}

static bool divide_letters(const HyphenDict *patterns, struct letters *l, char *points)
{
	char hyphens[4 * MOST_LETTERS + 8], **changes = NULL;
	int *places = NULL, *cuts = NULL;
	bool has_one = false;

	l->text[l->n_bytes] = '\0';
	if (l->n < LEAST_LETTERS || l->is_strange)
		return false;
	memset(hyphens, '0', sizeof(hyphens));
	/* libhyphen reads what it is given and writes nothing of it, whatever its prototype says */
	if (hnj_hyphen_hyphenate3((HyphenDict *)(uintptr_t)patterns, l->text, (int)l->n_bytes,
				  hyphens, NULL, &changes, &places, &cuts, SIDE_LEAST, SIDE_LEAST,
				  SIDE_LEAST, SIDE_LEAST) != 0)
		return false;
	for (uint32_t i = SIDE_LEAST - 1; i + SIDE_LEAST < l->n; i++)
		/* a division that changes the letters is none that a reader of the text would find again */
		if ((hyphens[i] & 1) && !(changes && changes[i])) {
			points[l->at[i + 1]] = 1;
			has_one = true;
		}
	for (uint32_t i = 0; changes && i < l->n_bytes; i++)
		free(changes[i]);
	free(changes);
	free(places);
	free(cuts);
	return has_one;
}

bool pdf_hyphen_divide(void *data, const char *word, uint32_t n, char *points)
{
	struct pdf_hyphen *hyphen = data;
	struct letters letters = {.n = 0};
	const char *at = word;
	bool has_one = false;

	if (!hyphen)
		return false;
	if (!hyphen->is_sought)
		hyphen->patterns = find(hyphen->language);
	hyphen->is_sought = true;
	memset(points, 0, n);
	while (hyphen->patterns && at < word + n) {
		uint32_t here = (uint32_t)(at - word), code = utf8_next(&at);

		if (is_letter(code) && letters.n < MOST_LETTERS) {
			add_letter(&letters, hyphen->patterns, word + here,
				   (uint32_t)(at - word) - here);
			letters.at[letters.n++] = here;
			continue;
		}
		has_one = divide_letters(hyphen->patterns, &letters, points) || has_one;
		letters = (struct letters){.n = 0};
	}
	if (hyphen->patterns)
		has_one = divide_letters(hyphen->patterns, &letters, points) || has_one;
	return has_one;
}
