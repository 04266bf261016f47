/* SPDX-License-Identifier: MIT */
/* Taking the marks of notes out of a text. */
#include "read/marks.h"

#include "base/ascii.h"
#include "base/diag.h"
#include "words/mark.h"

#include <string.h>

/* A range of the words that is a mark. */
struct mark {
	size_t first, end;
};

struct taking {
	struct marks *marks;
	struct reading *reading;
	const struct inline_text *text;
	uint32_t grid;
	struct marks_found *out;
	struct mark defined[MARKS_MAX], undefined[MARKS_MAX];
	uint32_t n_defined, n_undefined;
};

static void take_key(struct taking *taking, const char *key, size_t first, size_t end)
{
	struct marks_note *note = marks_definition(taking->marks, key, taking->grid);

	if (note && taking->n_defined < MARKS_MAX) {
		taking->out->notes[taking->out->n++] =
			(uint32_t)(note - VEC_AT(struct marks_note, taking->marks->notes, 0));
		taking->defined[taking->n_defined++] = (struct mark){first, end};
	} else if (taking->n_undefined < MARKS_MAX) {
		taking->undefined[taking->n_undefined++] = (struct mark){first, end};
		taking->out->has_undefined = true;
		/* "1, 2": without what parts them */
		while (strchr(",;", taking->text->words[end - 1]))
			end--;
		diag_write(taking->out->undefined, sizeof(taking->out->undefined), "%.*s",
			   (int)(end - first), taking->text->words + first);
	}
}

/* A raised piece may refer to several: "1, 2". */
static void take_raised(struct taking *taking, const struct inline_piece *piece)
{
	const char *words = taking->text->words + piece->first;
	size_t n = piece->n, at = 0, end;
	char key[MARK_KEY];

	/* ten to the sixth is no reference to a note */
	if (piece->first > 0 && ascii_is_digit(words[-1]) && !memchr(words, '[', n) &&
	    mark_raised(words, n, key) && !marks_definition(taking->marks, key, taking->grid))
		return;
	while (at < n) {
		for (end = at; end < n && words[end] != ',' && words[end] != ';'; end++)
			;
		if (!mark_raised(words + at, end - at, key))
			return;
		take_key(taking, key, piece->first + at, piece->first + (end < n ? end + 1 : end));
		at = end + 1;
	}
}

/* Whether a mark may stand before this. */
static bool ends_word(const char *words, size_t at, size_t n)
{
	char next[MARK_KEY];

	return at >= n || strchr(" \n,;.:)/", words[at]) ||
	       mark_at(words + at, n - at, next) != 0 ||
	       (words[at - 1] == ']' && mark_bracketed(words + at, n - at, next) != 0);
}

/* Marks among the words themselves. */
static void take_words(struct taking *taking, const struct inline_piece *piece)
{
	const char *words = taking->text->words;
	size_t end = (size_t)piece->first + piece->n, n = taking->text->n, taken;
	char key[MARK_KEY];

	for (size_t at = piece->first; at < end; at += taken) {
		bool is_bracket = false;

		taken = mark_at(words + at, end - at, key);
		if (!taken) {
			taken = mark_bracketed(words + at, end - at, key);
			is_bracket = taken != 0;
		}
		if (!taken || at == 0 || !ends_word(words, at + taken, n)) {
			taken = taken ? taken : 1;
			continue;
		}
		/* after a space only where it is the last, or raised */
		if (words[at - 1] == ' ' && at + taken < n && (unsigned char)words[at] < 0x80)
			continue;
		/* brackets, "#", and powers are words unless they are defined */
		if ((is_bracket || words[at] == '#' || words[at - 1] == ' ' ||
		     ascii_is_digit(words[at - 1])) &&
		    !marks_definition(taking->marks, key, taking->grid))
			continue;
		take_key(taking, key, at, at + taken);
	}
}

/* "no* (tap)", "no ¹and": what stood apart from the words before the mark stays apart; "no ¹, more" does not. */
static bool stands_apart(const struct inline_text *text, const struct mark *mark)
{
	char next = text->words[mark->end];

	return strchr(" \n", next) ||
	       (mark->first && text->words[mark->first - 1] == ' ' && !strchr(",;.:)", next));
}

/* The text without the ranges, which are in order. */
static const struct inline_text *without(struct reading *reading, const struct inline_text *text,
					 const struct mark *marks, uint32_t n)
{
	const struct inline_text *kept, *piece;
	size_t at = 0;

	if (n == 0)
		return text;
	kept = inline_cut(&reading->pool, text, 0, marks[0].first);
	for (uint32_t i = 0; i < n && kept; i++) {
		size_t end = i + 1 < n ? marks[i + 1].first : text->n;

		at = marks[i].end;
		if (at >= end)
			continue;
		piece = inline_cut(&reading->pool, text, at, end - at);
		if (!piece)
			return text;
		kept = inline_join(&reading->pool, kept, stands_apart(text, &marks[i]) ? " " : "",
				   piece);
	}
	return kept ? kept : text;
}

static void sort(struct mark *marks, uint32_t n)
{
	for (uint32_t i = 1; i < n; i++) {
		struct mark moved = marks[i];
		uint32_t j;

		for (j = i; j > 0 && marks[j - 1].first > moved.first; j--)
			marks[j] = marks[j - 1];
		marks[j] = moved;
	}
}

void marks_take(struct marks *marks, struct reading *reading, const struct inline_text *text,
		uint32_t grid, struct marks_found *out)
{
	struct taking taking = {
		.marks = marks, .reading = reading, .text = text, .grid = grid, .out = out};
	char key[MARK_KEY];

	*out = (struct marks_found){.text = text, .bare = text};
	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];

		if (piece->flags & INLINE_REFERENCE) {
			diag_write(key, sizeof(key), "^%.*s", (int)piece->n,
				   text->words + piece->first);
			take_key(&taking, key, piece->first, (size_t)piece->first + piece->n);
		} else if (piece->flags & INLINE_RAISED) {
			take_raised(&taking, piece);
		} else if (!(piece->flags & INLINE_CODE)) {
			take_words(&taking, piece);
		}
	}
	out->text = without(reading, text, taking.defined, taking.n_defined);
	if (taking.n_undefined == 0) {
		out->bare = out->text;
		return;
	}
	for (uint32_t i = 0; i < taking.n_undefined && taking.n_defined < MARKS_MAX; i++)
		taking.defined[taking.n_defined++] = taking.undefined[i];
	sort(taking.defined, taking.n_defined);
	out->bare = without(reading, text, taking.defined, taking.n_defined);
}
