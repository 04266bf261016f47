/* SPDX-License-Identifier: MIT */
#include "check/guess.h"

#include "base/ascii.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "data/folded.h"
#include "data/meaning.h"

#include <string.h>

/* No word or sign with a meaning is longer; nobody misspells "no" as a paragraph. */
enum { LONGEST = 64 };

void guess_init(struct guess *guess)
{
	*guess = (struct guess){.failed = false};
	strset_init(&guess->vocabulary);
	buf_init(&guess->folded, 4096);
	buf_init(&guess->latin, 4096);
}

void guess_release(struct guess *guess)
{
	strset_release(&guess->vocabulary);
	buf_release(&guess->folded);
	buf_release(&guess->latin);
}

static void fill(struct guess *guess)
{
	size_t n;
	const struct meaning_word *words = meaning_words(&n);

	if (guess->vocabulary.n > 0)
		return;
	for (size_t i = 0; i < n && !guess->failed; i++)
		guess->failed = strset_put_borrowed(&guess->vocabulary, words[i].word,
						    strlen(words[i].word)) != i;
}

/* ---- one spelling */

/* Whether the folded form of `name`, in `spare`, is the word. */
static bool is_called(struct buf *spare, const char *name, const char *word, size_t n)
{
	if (!*name)
		return false;
	folded_in(spare, name, strlen(name));
	return spare->n == n && memcmp(buf_text(spare), word, n) == 0;
}

/* The dataset's own ids, labels and symbols. */
static struct guess_hit find_own(const struct dataset *set, const char *word, size_t n)
{
	struct guess_hit hit = {GUESS_NONE, NULL, 0};
	struct buf spare;

	buf_init(&spare, 4096);
	for (uint32_t i = 0; i < set->n_statuses && !hit.status; i++) {
		const struct dataset_status *status = &set->statuses[i];

		if (is_called(&spare, status->id, word, n) ||
		    is_called(&spare, status->label, word, n) ||
		    is_called(&spare, status->symbol, word, n))
			hit = (struct guess_hit){GUESS_WORD, status->id, 0};
	}
	buf_release(&spare);
	return hit;
}

/* What YAML 1.1 takes for booleans (https://yaml.org/type/bool.html) beside what everybody says. */
static const char *boolean(const char *word, size_t n)
{
	if (n == 2 && memcmp(word, "on", n) == 0)
		return meaning_id(MEANING_YES);
	return n == 3 && memcmp(word, "off", n) == 0 ? meaning_id(MEANING_NO) : NULL;
}

static struct guess_hit find(struct guess *guess, const struct dataset *set, const char *word,
			     size_t n)
{
	struct guess_hit hit = find_own(set, word, n);
	const struct meaning_word *words;
	uint32_t number;
	size_t n_words;

	if (hit.status || n == 0)
		return hit;
	hit.status = boolean(word, n);
	if (hit.status) {
		hit.kind = GUESS_WORD;
		return hit;
	}
	fill(guess);
	number = strset_find(&guess->vocabulary, word, n);
	if (number == STRSET_NONE || guess->failed)
		return hit;
	words = meaning_words(&n_words);
	hit.status = meaning_id((enum meaning)words[number].meaning);
	hit.kind = words[number].use == MEANING_FIRM || words[number].use == MEANING_SIGN
			   ? GUESS_WORD
			   : GUESS_LOOSE;
	return hit;
}

/* ---- other spellings */

/* Small letters that look like Latin ones (Unicode UTS 39, confusables.txt), as far as statuses have them. */
static char latin_of(uint32_t code_point)
{
	static const struct {
		uint32_t from;
		char to;
	} look_alike[] = {{0x430, 'a'}, {0x435, 'e'}, {0x43a, 'k'}, {0x43e, 'o'}, {0x440, 'p'},
			  {0x441, 'c'}, {0x442, 't'}, {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'},
			  {0x456, 'i'}, {0x458, 'j'}, {0x501, 'd'}, {0x4cf, 'l'}, {0x3b1, 'a'},
			  {0x3b5, 'e'}, {0x3b9, 'i'}, {0x3ba, 'k'}, {0x3bd, 'v'}, {0x3bf, 'o'},
			  {0x3c1, 'p'}, {0x3c4, 't'}, {0x3c5, 'u'}, {0x3c7, 'x'}, {0x131, 'i'},
			  {0x261, 'g'}, {0x578, 'n'}, {0x585, 'o'}, {0x43d, 'h'}, {0x432, 'b'}};

	for (size_t i = 0; i < sizeof(look_alike) / sizeof(look_alike[0]); i++)
		if (look_alike[i].from == code_point)
			return look_alike[i].to;
	return 0;
}

/* The word with its look-alikes as Latin letters, in `latin`; the first of them, or 0 for none. */
static uint32_t make_latin(struct guess *guess, const char *word, size_t n)
{
	uint32_t odd = 0, code_point;
	size_t length;

	buf_clear(&guess->latin);
	for (size_t i = 0; i < n; i += length) {
		char latin;

		code_point = utf8_decode(word + i, n - i, &length);
		latin = latin_of(code_point);
		if (latin)
			buf_put_byte(&guess->latin, latin);
		else
			buf_put(&guess->latin, word + i, length);
		if (latin && !odd)
			odd = code_point;
	}
	return odd;
}

static struct guess_hit find_alike(struct guess *guess, const struct dataset *set, const char *word,
				   size_t n)
{
	uint32_t odd = make_latin(guess, word, n);
	struct guess_hit hit = {GUESS_NONE, NULL, 0};

	if (!odd)
		return hit;
	hit = find(guess, set, buf_text(&guess->latin), guess->latin.n);
	hit.odd = hit.status ? odd : 0;
	return hit;
}

/* "yes (with JetStream)", "ja, seit 2.0": what stands before a bracket, comma, colon or dash. */
static struct guess_hit find_begin(struct guess *guess, const struct dataset *set, const char *word)
{
	static const char *const ends[] = {" (", "(", ",", ";", ":", " -"};
	struct guess_hit hit = {GUESS_NONE, NULL, 0};
	size_t n = strlen(word);

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		const char *end = strstr(word, ends[i]);

		if (end && (size_t)(end - word) < n)
			n = (size_t)(end - word);
	}
	if (!word[n] || n == 0)
		return hit;
	hit = find(guess, set, word, n);
	if (hit.kind != GUESS_WORD)
		return (struct guess_hit){GUESS_NONE, NULL, 0};
	hit.kind = GUESS_BEGIN;
	return hit;
}

static struct guess_hit find_near(const struct dataset *set, const char *word)
{
	struct nearest nearest;
	size_t n = strlen(word);

	nearest_init(&nearest, word);
	/* Of two letters any is near "no": "Go", "IO". */
	for (uint32_t i = 0; i < set->n_statuses; i++) {
		const char *id = set->statuses[i].id;

		if (n > 2 || (n == 2 && ascii_lower(id[0]) == word[0]))
			nearest_offer(&nearest, id);
	}
	return (struct guess_hit){nearest.best ? GUESS_NEAR : GUESS_NONE, nearest.best, 0};
}

/* Marks around a word: emphasis, quotes, and the stars of footnotes. */
static size_t bare(const char **word, size_t n)
{
	static const char marks[] = "*_`~\"'.,;:!^";
	const char *at = *word;

	while (n > 1 && strchr(marks, at[n - 1]))
		n--;
	while (n > 1 && strchr(marks, *at)) {
		at++;
		n--;
	}
	*word = at;
	return n;
}

struct guess_hit guess_status(struct guess *guess, const struct dataset *set, const char *text)
{
	struct guess_hit hit = {GUESS_NONE, NULL, 0};
	char word[4 * LONGEST];
	const char *at;
	size_t n = strlen(text);

	if (n >= sizeof(word))
		return hit;
	at = folded_in(&guess->folded, text, n);
	hit = find(guess, set, at, guess->folded.n);
	if (hit.status)
		return hit;
	n = bare(&at, guess->folded.n);
	if (n >= sizeof(word))
		return hit;
	memcpy(word, at, n);
	word[n] = '\0';
	hit = find(guess, set, word, n);
	if (!hit.status)
		hit = find_alike(guess, set, word, n);
	if (!hit.status)
		hit = find_begin(guess, set, word);
	if (!hit.status)
		hit = find_near(set, word);
	guess->failed = guess->failed || guess->folded.failed || guess->latin.failed;
	return hit;
}
