/* SPDX-License-Identifier: MIT */
/* "Timeout yes, Retry no": one cell, two answers with names. */
#include "words/answer.h"

#include "base/utf8.h"
#include "data/folded.h"

#include <string.h>
#include <strings.h>

enum { NAME_MAX_BYTES = 80, ANSWER_WORDS = 4 /* "non pris en charge" */ };

/* Where the segment that begins at `at` ends: at a comma, semicolon, slash, bar or break outside brackets. */
static size_t segment_end(const char *words, size_t at, size_t n)
{
	int depth = 0;
	size_t length;

	for (; at < n; at += length) {
		uint32_t c = folded_code_point(utf8_decode(words + at, n - at, &length));

		if (c == '(' || c == '[')
			depth++;
		else if (c == ')' || c == ']')
			depth--;
		else if (depth <= 0 && (c == ',' || c == ';' || c == '|' || words[at] == '\n'))
			break;
	}
	return at;
}

/* Where the last word of the segment begins. */
static size_t last_word(const struct inline_text *segment, size_t before)
{
	while (before > 0 && segment->words[before - 1] != ' ' && segment->words[before - 1] != ':')
		before--;
	return before;
}

/* "Retry not yet fully", before "supported": what follows such a word says the opposite. */
static bool is_denied(const char *name)
{
	static const char *const words[] = {"not", "no",  "never", "nicht", "kein", "keine",
					    "pas", "non", "niet",  "não",   "nie",  "не"};
	const char *last = strrchr(name, ' ');

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcasecmp(last ? last + 1 : name, words[i]) == 0)
			return true;
	}
	return false;
}

static bool set_part(const struct answering *with, struct answer_part *part,
		     const struct inline_text *segment, size_t first, size_t n, uint32_t status)
{
	while (n && strchr(" :=-", segment->words[first + n - 1]))
		n--;
	part->name = inline_cut(with->pool, segment, first, n);
	part->status = status;
	return part->name && part->name->n && part->name->n <= NAME_MAX_BYTES &&
	       !is_denied(part->name->words);
}

/* "Timeout ✅ yes": a sign before the word says the same and is none of the name; false where it says something else. */
static bool agrees(const struct answering *with, const struct inline_text *segment, size_t *end,
		   uint32_t status)
{
	size_t n = *end, first;
	struct vocabulary_hit hit;

	while (segment->words[n - 1] == ' ') /* no text begins with one */
		n--;
	hit = vocabulary_end(with->vocabulary, segment->words, n, &first);
	if (hit.status >= VOCABULARY_TEXT)
		return true;
	*end = first;
	return vocabulary_like(with->vocabulary, hit.status) ==
	       vocabulary_like(with->vocabulary, status);
}

/* "Retry no", "Retry: no", "Retry not supported", "❌ Retry". */
static bool read_part(const struct answering *with, struct answer_part *part,
		      const struct inline_text *segment)
{
	size_t first = segment->n, end = 0, length = 0;
	uint32_t status = VOCABULARY_NONE;
	struct vocabulary_hit hit =
		vocabulary_begin(with->vocabulary, segment->words, segment->n, &length);

	if (hit.status < VOCABULARY_TEXT && hit.use == MEANING_SIGN)
		return set_part(with, part, segment, length, segment->n - length, hit.status);
	hit = vocabulary_end(with->vocabulary, segment->words, segment->n, &end);
	if (hit.status < VOCABULARY_TEXT)
		return set_part(with, part, segment, 0, end, hit.status);
	/* the longest answer of the last words: "supported" alone is not what "not supported" says */
	for (unsigned i = 0; i < ANSWER_WORDS; i++) {
		first = last_word(segment, i ? first - 1 : first);
		if (first == 0)
			break;
		hit = vocabulary_find(with->vocabulary, segment->words + first, segment->n - first);
		if (hit.status >= VOCABULARY_TEXT || hit.use != MEANING_FIRM)
			continue;
		status = hit.status;
		end = first;
	}
	return status != VOCABULARY_NONE && agrees(with, segment, &end, status) &&
	       set_part(with, part, segment, 0, end, status);
}

bool answer_parts_read(struct answer *out, const struct answering *with,
		       const struct inline_text *text)
{
	struct answer made = {.kind = ANSWER_PARTS, .doubt = ANSWER_TWO};
	const struct inline_text *segment, *bare;
	size_t end, length;

	for (size_t at = 0; at < text->n; at = end + length) {
		end = segment_end(text->words, at, text->n);
		length = 0;
		if (end < text->n)
			utf8_decode(text->words + end, text->n - end, &length);
		segment = inline_cut(with->pool, text, at, end - at);
		bare = segment && with->bare ? with->bare(with, segment) : segment;
		if (!bare || made.n_parts == ANSWER_PARTS_MAX ||
		    !read_part(with, &made.parts[made.n_parts], bare))
			return false;
		made.parts[made.n_parts++].text = segment;
	}
	if (made.n_parts < 2)
		return false;
	for (uint32_t i = 0; i < made.n_parts; i++) {
		struct vocabulary_hit hit = {made.parts[i].status, MEANING_FIRM, VOCABULARY_NONE};

		vocabulary_use(with->vocabulary, &hit);
	}
	*out = made;
	return true;
}
