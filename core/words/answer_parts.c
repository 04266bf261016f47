/* SPDX-License-Identifier: MIT */
/* "Timeout yes, Retry no": one cell, two answers with names. */
#include "words/answer.h"

#include "base/utf8.h"
#include "data/folded.h"

#include <string.h>

enum { NAME_MAX_BYTES = 80 };

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

static bool set_part(const struct answering *with, struct answer_part *part,
		     const struct inline_text *segment, size_t first, size_t n, uint32_t status)
{
	while (n && strchr(" :=-", segment->words[first + n - 1]))
		n--;
	part->name = inline_cut(with->pool, segment, first, n);
	part->status = status;
	return part->name && part->name->n && part->name->n <= NAME_MAX_BYTES;
}

/* "Retry no", "Retry: no", "Retry not supported", "❌ Retry". */
static bool read_part(const struct answering *with, struct answer_part *part,
		      const struct inline_text *segment)
{
	size_t first = segment->n, length = 0;
	struct vocabulary_hit hit =
		vocabulary_begin(with->vocabulary, segment->words, segment->n, &length);

	if (hit.status < VOCABULARY_TEXT && hit.use == MEANING_SIGN) {
		while (length < segment->n && segment->words[length] == ' ')
			length++;
		return set_part(with, part, segment, length, segment->n - length, hit.status);
	}
	hit = vocabulary_end(with->vocabulary, segment->words, segment->n, &first);
	if (hit.status < VOCABULARY_TEXT && first > 0)
		return set_part(with, part, segment, 0, first, hit.status);
	/* the last word, or the last two */
	for (unsigned i = 0; i < 2; i++) {
		first = last_word(segment, first - (first > 0 && first < segment->n));
		if (first == 0)
			return false;
		hit = vocabulary_find(with->vocabulary, segment->words + first, segment->n - first);
		if (hit.status < VOCABULARY_TEXT && hit.use == MEANING_FIRM)
			return set_part(with, part, segment, 0, first, hit.status);
	}
	return false;
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
