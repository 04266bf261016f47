/* SPDX-License-Identifier: MIT */
/*
 * The words of the page: those of the contract, which several formats speak, and those of words_XX.txt
 * among the templates, which no other does.  Both are lists sorted by key (strcmp) and become one.
 */
#include "common/write/ascii.h"
#include "html/html_page.h"

#include <stdio.h>

#define LONGEST_SUBTAG 8 /* RFC 5646, 2.2.1 */
#define KEY_LETTERS "abcdefghijklmnopqrstuvwxyz_"

struct list {
	const char *file;
	struct mr_word *at;
	uint32_t n;
};

static int complain(const struct html_page *page, const char *file, uint32_t line, const char *what,
		    const char *key)
{
	const struct mr_where where = {MR_AT_RESOURCE, line, line > 0, file};

	page->job->diag(page->job, MR_ERROR, &where, "%s: '%s'", what, key);
	return -1;
}

/* Cuts "key   text" in two; false where one of them is missing. */
static bool cut_line(char *line, struct mr_word *word)
{
	size_t n_key = strspn(line, KEY_LETTERS), n_blank = strspn(line + n_key, " \t");

	*word = (struct mr_word){line, line + n_key + n_blank};
	if (n_key == 0 || n_blank == 0 || !*word->text)
		return false;
	line[n_key] = '\0';
	return true;
}

static uint32_t count_lines(const char *text)
{
	uint32_t n = 1;

	for (; *text; text++)
		n += *text == '\n';
	return n;
}

/* Cuts a copy of the file into lines; the order is proved, so that a search may rely on it. */
static int read_lines(const struct html_page *page, char *text, struct list *list)
{
	uint32_t line = 0;

	for (char *next; *text; text = next) {
		size_t n = strcspn(text, "\n");
		struct mr_word word;

		line++;
		next = text + n + (text[n] == '\n');
		text[n] = '\0';
		if (n == 0 || *text == '#')
			continue;
		if (!cut_line(text, &word))
			return complain(page, list->file, line, "no key and text in this line",
					text);
		if (list->n > 0 && strcmp(list->at[list->n - 1].key, word.key) >= 0)
			return complain(page, list->file, line, "a key out of order", word.key);
		list->at[list->n++] = word;
	}
	return 0;
}

/* 0, 1 when there is no such file, -1 after an error was reported. */
static int load(const struct html_page *page, struct list *list)
{
	struct mr_bytes bytes = {0};
	char *text;

	if (page->job->resource(page->job, list->file, &bytes))
		return 1;
	text = page->job->alloc(page->job, bytes.n + 1);
	memcpy(text, bytes.at, bytes.n);
	list->at = page->job->alloc(page->job, count_lines(text) * sizeof(*list->at));
	return read_lines(page, text, list);
}

static struct mr_word *find(struct mr_word *words, uint32_t n, const char *key)
{
	for (uint32_t low = 0, high = n; low < high;) {
		uint32_t mid = low + (high - low) / 2;
		int order = strcmp(key, words[mid].key);

		if (order == 0)
			return &words[mid];
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return NULL;
}

/* words_de.txt for "de-AT"; words_he.txt for "iw", the tag of Hebrew before 1989. */
static void name_file(char name[32], const char *language)
{
	char subtag[LONGEST_SUBTAG + 1] = "";

	for (size_t i = 0; i < LONGEST_SUBTAG && language[i] && !strchr("-_", language[i]); i++)
		subtag[i] = ascii_lower(language[i]);
	snprintf(name, 32, "words_%s.txt", strcmp(subtag, "iw") == 0 ? "he" : subtag);
}

/* Puts the language's own texts in the place of the English ones. */
static int translate(const struct html_page *page, struct list *english)
{
	char name[32];
	struct list own = {.file = name};
	int status;

	name_file(name, page->m->language);
	if (strcmp(name, english->file) == 0)
		return 0;
	status = load(page, &own);
	for (uint32_t i = 0; status == 0 && i < own.n; i++) {
		struct mr_word *word = find(english->at, english->n, own.at[i].key);

		if (!word)
			return complain(page, name, 0, "words_en.txt has no such key",
					own.at[i].key);
		word->text = own.at[i].text;
	}
	return status < 0 ? -1 : 0;
}

/* One sorted list of two; where both have a key, the page's own stands. */
static void merge(struct html_page *page, const struct list *own)
{
	const struct mr_array *theirs = &page->m->words;

	page->words = page->job->alloc(page->job, (own->n + theirs->n) * sizeof(*page->words));
	for (uint32_t i = 0, j = 0; i < own->n || j < theirs->n;) {
		const struct mr_word *word = (const struct mr_word *)mr_at(theirs, j);
		int order = i == own->n      ? 1
			    : j == theirs->n ? -1
					     : strcmp(own->at[i].key, word->key);

		page->words[page->n_words++] = order > 0 ? *word : own->at[i];
		i += order <= 0;
		j += order >= 0;
	}
}

int html_phrases_load(struct html_page *page)
{
	struct list own = {.file = "words_en.txt"};
	int status = load(page, &own);

	if (status > 0)
		page->job->diag(page->job, MR_ERROR, NULL,
				"%s is missing from the templates of this format", own.file);
	if (status != 0 || translate(page, &own) != 0)
		return -1;
	merge(page, &own);
	return 0;
}

const char *html_phrases_find(const struct html_page *page, const char *key, const char *english)
{
	const struct mr_word *word = find(page->words, page->n_words, key);

	return word ? word->text : english;
}
