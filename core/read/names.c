/* SPDX-License-Identifier: MIT */
#include "read/names.h"

#include "data/folded.h"

#include <string.h>

/* What any product is recorded with; folded.  Not "name": a product may be recorded under it as well. */
static const char *const record_words[] = {
	"version",  "latest version", "license",       "licence",    "lizenz",
	"licencia", "licença",        "url",           "website",    "web site",
	"webseite", "homepage",       "language",      "written in", "repository",
	"github",   "stars",          "vendor",        "maintainer", "author",
	"released", "release date",   "first release", "price",      "pricing",
	"cost",     "open source",    "platforms",     "status",     "founded"};

/* Ends of abstract nouns.  Proper names have them seldom, and then in short words ("Spring"). */
static const char *const noun_ends[] = {"ing",  "tion", "sion",  "ity",  "ance", "ence",
					"ment", "ness", "ung",   "keit", "heit", "ción",
					"ções", "ção",  "tions", "ings"};
enum { SHORTEST_NOUN = 7 };

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* circuit_breaking, hasDashboard; not iOS, macOS, gRPC or PostgreSQL. */
static bool is_key(const char *words, size_t n)
{
	if (memchr(words, ' ', n) || n < 4)
		return false;
	if (memchr(words + 1, '_', n - 2))
		return true;
	for (size_t i = 1; i + 1 < n && is_lower(words[0]); i++) {
		if (is_lower(words[i - 1]) && is_upper(words[i]) && is_lower(words[i + 1]))
			return true;
	}
	return false;
}

/* Words behind the first that begin small: products write theirs large. */
static bool is_phrase(const char *words, size_t n)
{
	for (size_t i = 1; i + 2 < n; i++) {
		if (words[i - 1] == ' ' && is_lower(words[i]) && is_lower(words[i + 1]) &&
		    is_lower(words[i + 2]))
			return true;
	}
	return n > 1 && words[n - 1] == '?';
}

static size_t last_word(const char *words, size_t n)
{
	size_t first = n;

	while (first > 0 && words[first - 1] != ' ')
		first--;
	return first;
}

/* The last word counts: "Load Balancing".  OpenTracing is somebody's name. */
static bool is_abstract(struct reading *reading, const char *words, size_t n)
{
	size_t first = last_word(words, n);
	const char *folded;

	if (n - first < SHORTEST_NOUN)
		return false;
	for (size_t i = first + 1; i < n; i++) {
		if (is_upper(words[i]))
			return false;
	}
	folded = folded_in(&reading->scratch, words + first, n - first);
	n = strlen(folded);
	for (size_t i = 0; i < sizeof(noun_ends) / sizeof(noun_ends[0]); i++) {
		size_t length = strlen(noun_ends[i]);

		if (n >= length && memcmp(folded + n - length, noun_ends[i], length) == 0)
			return true;
	}
	return false;
}

bool names_is_feature_like(struct reading *reading, const struct inline_text *name)
{
	const char *folded;

	if (name->n == 0)
		return false;
	if (is_key(name->words, name->n) || is_phrase(name->words, name->n))
		return true;
	folded = folded_in(&reading->scratch, name->words, name->n);
	for (size_t i = 0; i < sizeof(record_words) / sizeof(record_words[0]); i++) {
		if (strcmp(record_words[i], folded) == 0)
			return true;
	}
	return is_abstract(reading, name->words, name->n);
}

struct share {
	uint32_t like, all;
	const struct inline_text *before; /* the name before, null at first */
	bool was_like; /* it is counted */
};

/* "Free plan", "Paid plan": things of one sort, whatever they look like. */
static bool are_of_one_sort(const struct inline_text *a, const struct inline_text *b)
{
	size_t in_a = last_word(a->words, a->n), in_b = last_word(b->words, b->n);

	return in_a > 0 && in_b > 0 && a->n - in_a == b->n - in_b &&
	       memcmp(a->words + in_a, b->words + in_b, a->n - in_a) == 0;
}

static void count(struct reading *reading, const struct grid_cell *cell, struct share *share)
{
	const struct inline_text *name = reading_cell(reading, cell);
	bool is_like = names_is_feature_like(reading, name);

	if (name->n == 0)
		return;
	if (share->before && are_of_one_sort(share->before, name)) {
		share->like -= share->was_like;
		is_like = false;
	}
	share->all++;
	share->like += is_like;
	share->before = name;
	share->was_like = is_like;
}

/* 2 for half of an axis, 1 for a third, if that is three times the share of the other one. */
static int weigh(const struct share *one, const struct share *other)
{
	if (one->like == 0 ||
	    (uint64_t)one->like * other->all < (uint64_t)other->like * one->all * 3)
		return 0;
	if ((uint64_t)one->like * 2 >= one->all)
		return 2;
	return (uint64_t)one->like * 3 >= one->all;
}

int names_lean(struct reading *reading, const struct table *table)
{
	const struct grid *grid = table->grid;
	struct share head = {.like = 0}, first = {.like = 0};

	for (uint32_t column = table->n_stub_columns; column < grid->n_columns; column++)
		count(reading, grid_field(reading->file, grid, table->n_head_rows - 1, column),
		      &head);
	for (uint32_t row = table->n_head_rows; row < grid->n_rows; row++) {
		if (table_is_body(table, row))
			count(reading, grid_field(reading->file, grid, row, 0), &first);
	}
	if (head.all == 0 || first.all == 0)
		return 0;
	return weigh(&head, &first) - weigh(&first, &head);
}
