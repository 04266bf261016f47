/* SPDX-License-Identifier: MIT */
/*
 * "✓ by adding a deployment", "Timeout ✓ yes, Retry ✗ not yet": answers under a legend that has a sign for each
 * status.  The sign decides, and the words are the reader's own.
 */
#include "words/answer.h"

#include "base/utf8.h"
#include "data/folded.h"

#include <string.h>

/* Bytes of the sign and the space behind it at `at`; 0 for none. */
static size_t sign_at(const struct answering *with, const char *words, size_t at, size_t n,
		      struct vocabulary_hit *out)
{
	size_t start = at, length;
	const struct vocabulary_word *word;

	utf8_decode(words + at, n - at, &length);
	for (at += length; at < n; at += length) {
		if (folded_code_point(utf8_decode(words + at, n - at, &length)) != 0)
			break;
	}
	if (at < n && words[at] != ' ')
		return 0;
	*out = vocabulary_find(with->vocabulary, words + start, at - start);
	if (out->word == VOCABULARY_NONE)
		return 0;
	word = VEC_AT(struct vocabulary_word, with->vocabulary->words, out->word);
	return word->is_strict ? at - start + (at < n) : 0;
}

static bool is_sign(const char *words, size_t at, size_t n)
{
	size_t length;

	return folded_is_sign(utf8_decode(words + at, n - at, &length));
}

/* Of several statuses with one sign that whose label stands behind it. */
static uint32_t by_label(const struct answering *with, const struct inline_text *rest,
			 uint32_t status)
{
	struct vocabulary_hit hit = vocabulary_find(with->vocabulary, rest->words, rest->n);

	if (hit.word == VOCABULARY_NONE || hit.status >= with->vocabulary->statuses.n ||
	    strcmp(vocabulary_at(with->vocabulary, hit.status)->symbol,
		   vocabulary_at(with->vocabulary, status)->symbol) != 0)
		return status;
	return hit.status;
}

/* The words behind the sign, null where they are the status's label. */
static const struct inline_text *own_words(const struct answering *with,
					   const struct inline_text *rest, uint32_t status)
{
	const struct vocabulary_status *is = vocabulary_at(with->vocabulary, status);
	const char *label = is->label[0] ? is->label : is->id;
	bool is_plain = rest->n_pieces == 1 && !rest->pieces[0].url[0] && !rest->pieces[0].flags;

	return rest->n == 0 || (is_plain && strcmp(rest->words, label) == 0) ? NULL : rest;
}

bool answer_signed_read(struct answer *out, const struct answering *with,
			const struct inline_text *text)
{
	struct vocabulary_hit hit, other;
	const struct inline_text *rest;
	size_t taken = text->n ? sign_at(with, text->words, 0, text->n, &hit) : 0;

	if (taken == 0)
		return false;
	/* "✅ ❌" is two answers */
	for (size_t at = taken; at < text->n; at++) {
		if (text->words[at - 1] == ' ' && is_sign(text->words, at, text->n) &&
		    sign_at(with, text->words, at, text->n, &other) && other.status != hit.status)
			return false;
	}
	rest = inline_cut(with->pool, text, taken, text->n - taken);
	if (!rest)
		return false;
	hit.status = by_label(with, rest, hit.status);
	vocabulary_use(with->vocabulary, &hit);
	*out = (struct answer){.kind = ANSWER_STATUS,
			       .status = hit.status,
			       .words = own_words(with, rest, hit.status)};
	return true;
}

/* Where the sign of the part that begins at `at` stands, before a comma; `n` for none. */
static size_t find_sign(const struct answering *with, const struct inline_text *text, size_t at,
			struct vocabulary_hit *hit, size_t *out_taken)
{
	for (; at < text->n && text->words[at] != ','; at++) {
		if (text->words[at] != ' ')
			continue;
		*out_taken = sign_at(with, text->words, at + 1, text->n, hit);
		if (*out_taken)
			return at + 1;
	}
	return text->n;
}

/* Where the part ends: before the comma of the next one that has a sign. */
static size_t part_end(const struct answering *with, const struct inline_text *text, size_t at)
{
	struct vocabulary_hit hit;
	size_t taken;

	for (; at < text->n; at++) {
		if (text->words[at] == ',' && at + 2 < text->n && text->words[at + 1] == ' ' &&
		    find_sign(with, text, at + 2, &hit, &taken) < text->n)
			return at;
	}
	return text->n;
}

static bool read_part(const struct answering *with, struct answer_part *part,
		      const struct inline_text *segment, bool *has_sign)
{
	const struct inline_text *bare = with->bare ? with->bare(with, segment) : segment, *rest;
	struct vocabulary_hit hit;
	size_t taken = 0, at;

	if (!bare)
		return false;
	at = find_sign(with, bare, 0, &hit, &taken);
	if (at == bare->n)
		return false;
	rest = inline_cut(with->pool, bare, at + taken, bare->n - at - taken);
	part->name = inline_cut(with->pool, bare, 0, at);
	if (!rest || !part->name || part->name->n == 0)
		return false;
	*has_sign = *has_sign || is_sign(bare->words, at, bare->n);
	part->status = by_label(with, rest, hit.status);
	part->text = segment;
	part->words = own_words(with, rest, part->status);
	return true;
}

bool answer_signed_parts(struct answer *out, const struct answering *with,
			 const struct inline_text *text)
{
	struct answer made = {.kind = ANSWER_PARTS};
	bool has_sign = false;
	size_t end;

	for (size_t at = 0; at < text->n; at = end + 2) {
		const struct inline_text *segment;

		end = part_end(with, text, at);
		segment = inline_cut(with->pool, text, at, end - at);
		if (!segment || made.n_parts == ANSWER_PARTS_MAX ||
		    !read_part(with, &made.parts[made.n_parts++], segment, &has_sign))
			return false;
	}
	/* a dash between words is one of the signs only in the company of those that are nothing else */
	if (made.n_parts < 2 || !has_sign)
		return false;
	for (uint32_t i = 0; i < made.n_parts; i++) {
		struct vocabulary_hit hit = {made.parts[i].status, MEANING_SIGN, VOCABULARY_NONE};

		vocabulary_use(with->vocabulary, &hit);
	}
	*out = made;
	return true;
}
