/* SPDX-License-Identifier: MIT */
#include "words/vocabulary.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "data/folded.h"

#include <string.h>

static const struct vocabulary_hit no_hit = {VOCABULARY_NONE, MEANING_WEAK, VOCABULARY_NONE};

/* No word or sign with a meaning is longer. */
enum { LONGEST = 64 };

int vocabulary_init(struct vocabulary *vocabulary)
{
	size_t n;
	const struct meaning_word *words = meaning_words(&n);

	*vocabulary = (struct vocabulary){0};
	strset_init(&vocabulary->everybody);
	strset_init(&vocabulary->given);
	for (size_t i = 0; i < n; i++) {
		if (strset_put(&vocabulary->everybody, words[i].word, strlen(words[i].word)) != i)
			vocabulary->failed = true;
	}
	for (unsigned i = 0; i < MEANING_N; i++)
		vocabulary_status(vocabulary, (enum meaning)i, meaning_id((enum meaning)i), "", "",
				  (struct place){0, 0});
	return vocabulary->failed ? -1 : 0;
}

void vocabulary_release(struct vocabulary *vocabulary)
{
	arena_release(&vocabulary->arena);
	strset_release(&vocabulary->everybody);
	strset_release(&vocabulary->given);
	vec_release(&vocabulary->words);
	vec_release(&vocabulary->statuses);
	buf_release(&vocabulary->folded);
	*vocabulary = (struct vocabulary){0};
}

static const char *keep(struct vocabulary *vocabulary, const char *text)
{
	const char *copy = arena_copy(&vocabulary->arena, text, strlen(text));

	vocabulary->failed = vocabulary->failed || !copy;
	return copy ? copy : "";
}

uint32_t vocabulary_status(struct vocabulary *vocabulary, enum meaning meaning, const char *id,
			   const char *label, const char *symbol, struct place place)
{
	struct vocabulary_status *status = vec_add(&vocabulary->statuses, sizeof(*status));

	if (!status) {
		vocabulary->failed = true;
		return MEANING_UNKNOWN;
	}
	*status = (struct vocabulary_status){.meaning = meaning, .place = place};
	status->id = keep(vocabulary, id);
	status->label = keep(vocabulary, label);
	status->symbol = keep(vocabulary, symbol);
	return (uint32_t)vocabulary->statuses.n - 1;
}

enum meaning vocabulary_like(const struct vocabulary *vocabulary, uint32_t status)
{
	return meaning_like(vocabulary_at(vocabulary, status)->meaning);
}

/* How a word that someone gave may be used: as a sign, as a word, or, all punctuation, only alone. */
static enum meaning_use use_of(const char *folded, size_t n)
{
	size_t length;
	bool has_word = false;
	uint32_t first = utf8_decode(folded, n, &length);

	if (n && folded_is_sign(first))
		return MEANING_SIGN;
	for (size_t i = 0; i < n; i++)
		has_word =
			has_word || ascii_is_alnum(folded[i]) || (unsigned char)folded[i] >= 0x80;
	return has_word ? MEANING_FIRM : MEANING_ALONE;
}

uint32_t vocabulary_give(struct vocabulary *vocabulary, const char *words, size_t n,
			 uint32_t status, enum vocabulary_rank rank)
{
	const char *folded = folded_in(&vocabulary->folded, words, n);
	size_t n_folded = vocabulary->folded.n;
	/* room first: a word that is known has its place there */
	uint32_t number = vec_reserve(&vocabulary->words, 1, sizeof(struct vocabulary_word)) != 0
				  ? STRSET_NONE
				  : strset_put(&vocabulary->given, folded, n_folded);
	bool is_new = number != STRSET_NONE && number >= vocabulary->words.n;
	struct vocabulary_word *word =
		number == STRSET_NONE ? NULL : vec_touch(&vocabulary->words, number, sizeof(*word));

	if (!word || vocabulary->folded.failed) {
		vocabulary->failed = true;
		return VOCABULARY_NONE;
	}
	if (!is_new && word->rank > rank)
		return number;
	word->status = status;
	word->rank = (uint8_t)rank;
	word->use = (uint8_t)use_of(folded, n_folded);
	return number;
}

void vocabulary_give_sign(struct vocabulary *vocabulary, const char *words, size_t n,
			  uint32_t status)
{
	uint32_t number = vocabulary_give(vocabulary, words, n, status, VOCABULARY_MAP);
	struct vocabulary_word *word;

	if (number == VOCABULARY_NONE)
		return;
	word = VEC_AT(struct vocabulary_word, vocabulary->words, number);
	word->use = MEANING_SIGN;
	word->is_strict = true;
	vocabulary->has_strict = true;
}

/* What folded words mean. */
static struct vocabulary_hit look_up(const struct vocabulary *vocabulary, const char *folded,
				     size_t n)
{
	uint32_t number = strset_find(&vocabulary->given, folded, n);
	const struct meaning_word *words;
	size_t n_words;

	if (number != STRSET_NONE) {
		const struct vocabulary_word *word =
			VEC_AT(struct vocabulary_word, vocabulary->words, number);

		return (struct vocabulary_hit){word->status, (enum meaning_use)word->use, number};
	}
	number = n ? strset_find(&vocabulary->everybody, folded, n) : STRSET_NONE;
	if (number == STRSET_NONE)
		return no_hit;
	words = meaning_words(&n_words);
	return (struct vocabulary_hit){words[number].meaning, (enum meaning_use)words[number].use,
				       VOCABULARY_NONE};
}

struct vocabulary_hit vocabulary_find(struct vocabulary *vocabulary, const char *words, size_t n)
{
	if (n > (size_t)4 * LONGEST)
		return no_hit;
	folded_in(&vocabulary->folded, words, n);
	vocabulary->failed = vocabulary->failed || vocabulary->folded.failed;
	return look_up(vocabulary, buf_text(&vocabulary->folded), vocabulary->folded.n);
}

/* Whether a word goes on with this code point: a letter or digit of any script. */
static bool is_letter(uint32_t code_point)
{
	if (code_point < 0x80)
		return ascii_is_alnum((char)code_point) || code_point == '\'';
	return folded_code_point(code_point) >= 0xaa && !folded_is_sign(code_point) &&
	       !(code_point >= 0x2000 && code_point <= 0x206f) &&
	       !(code_point >= 0x3008 && code_point <= 0x301f) && code_point != 0xb7 &&
	       code_point != 0xab && code_point != 0xbb && code_point != 0xb0;
}

struct vocabulary_hit vocabulary_begin(struct vocabulary *vocabulary, const char *words, size_t n,
				       size_t *out_length)
{
	struct vocabulary_hit best = no_hit, hit;
	size_t length, folded_length, end;
	uint32_t code_point, next;

	for (end = 0; end < n && end < LONGEST; end += length) {
		code_point = utf8_decode(words + end, n - end, &length);
		next = end + length < n
			       ? utf8_decode(words + end + length, n - end - length, &folded_length)
			       : ' ';
		/* a word ends where none goes on; a sign where its selectors end */
		if (is_letter(code_point) && is_letter(next))
			continue;
		if (folded_code_point(next) == 0)
			continue;
		/* what folding drops at the end is no part of the word */
		code_point = folded_code_point(code_point);
		if (code_point == ' ' || code_point == '.' || code_point == ':' ||
		    code_point == '!')
			continue;
		folded_in(&vocabulary->folded, words, end + length);
		hit = look_up(vocabulary, buf_text(&vocabulary->folded), vocabulary->folded.n);
		if (hit.status == VOCABULARY_NONE || vocabulary->folded.n == 0)
			continue;
		best = hit;
		*out_length = end + length;
	}
	vocabulary->failed = vocabulary->failed || vocabulary->folded.failed;
	return best;
}

struct vocabulary_hit vocabulary_end(struct vocabulary *vocabulary, const char *words, size_t n,
				     size_t *out_first)
{
	struct vocabulary_hit hit;
	size_t first = n, length;
	uint32_t code_point;

	/* back over selectors to the sign they belong to */
	do {
		if (first == 0)
			return no_hit;
		for (first--; first > 0 && ((unsigned char)words[first] & 0xc0) == 0x80; first--)
			;
		code_point = utf8_decode(words + first, n - first, &length);
	} while (folded_code_point(code_point) == 0);
	if (!folded_is_sign(code_point))
		return no_hit;
	hit = vocabulary_find(vocabulary, words + first, n - first);
	if (hit.status == VOCABULARY_NONE || hit.use != MEANING_SIGN)
		return no_hit;
	*out_first = first;
	return hit;
}

void vocabulary_use(struct vocabulary *vocabulary, const struct vocabulary_hit *hit)
{
	if (hit->word != VOCABULARY_NONE)
		VEC_AT(struct vocabulary_word, vocabulary->words, hit->word)->n_uses++;
	if (hit->status < vocabulary->statuses.n)
		vocabulary_at(vocabulary, hit->status)->n_uses++;
}
