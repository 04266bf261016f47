/* SPDX-License-Identifier: MIT */
/* Cells of a draft: marks, hints and comments taken into account, doubts said. */
#include "read/draft.h"

#include "base/diag.h"
#include "data/folded.h"
#include "words/hints.h"

#include <stdio.h>
#include <string.h>

void *draft_cells_add(struct reading *reading, struct vec *vec, size_t size)
{
	void *added = vec_add(vec, size);

	reading->failed = reading->failed || !added;
	return added;
}

/* What a cell's marks are taken with while its parts are read. */
struct stripping {
	struct draft *draft;
	struct reading *reading;
	uint32_t grid;
};

static const struct inline_text *strip(const struct answering *with, const struct inline_text *part)
{
	const struct stripping *stripping = with->data;
	struct marks_found found;

	marks_take(&stripping->draft->marks, stripping->reading, part, stripping->grid, &found);
	return found.bare;
}

static struct draft_notes put_uses(struct draft *draft, struct reading *reading,
				   const struct marks_found *found, struct place place)
{
	struct draft_notes notes = {(uint32_t)draft->uses.n, 0};

	for (uint32_t i = 0; i < found->n; i++) {
		struct marks_note *note =
			VEC_AT(struct marks_note, draft->marks.notes, found->notes[i]);
		struct draft_use *use;
		bool again = false;

		for (uint32_t j = 0; j < i; j++)
			again = again || found->notes[j] == found->notes[i];
		if (again)
			continue;
		use = draft_cells_add(reading, &draft->uses, sizeof(*use));
		if (!use)
			break;
		*use = (struct draft_use){found->notes[i], note->text, place};
		note->n_uses++;
		notes.n++;
	}
	return notes;
}

static void say_undefined(struct reading *reading, const struct marks_found *found,
			  struct place place)
{
	if (found->has_undefined)
		doubts_add(reading->doubts, DOUBT_NOTE, place, NULL,
			   "the mark '%s' has no note; it stays in the words", found->undefined);
}

struct draft_notes draft_cells_take_notes(struct draft *draft, struct reading *reading,
					  const struct inline_text *text, uint32_t grid,
					  struct place place, const struct inline_text **out)
{
	struct marks_found found;

	marks_take(&draft->marks, reading, text, grid, &found);
	say_undefined(reading, &found, place);
	*out = found.text;
	return put_uses(draft, reading, &found, place);
}

/* A note that nobody shares. */
static void add_own_note(struct draft *draft, struct reading *reading, struct draft_cell *made,
			 const struct inline_text *text)
{
	struct draft_use *use = draft_cells_add(reading, &draft->uses, sizeof(*use));

	if (!use)
		return;
	*use = (struct draft_use){UINT32_MAX, text, made->place};
	if (made->notes.n == 0)
		made->notes.first = (uint32_t)draft->uses.n - 1;
	made->notes.n++;
}

/* A comment on the cell, and a sentence that the page shows only when one points at it: a text goes on with it. */
static void add_own_notes(struct draft *draft, struct reading *reading, struct draft_cell *made,
			  const struct grid_cell *cell)
{
	const char *at = cell->hint, *sentence, *copy;
	const struct inline_text *text;
	size_t n;

	if (cell->note[0])
		add_own_note(draft, reading, made,
			     reading_text(reading, cell->note, false, cell->place));
	while ((sentence = hints_sentence(&at, &n)) != NULL) {
		if (asides_is_hint(reading, sentence, n))
			continue;
		copy = arena_copy(&reading->arena, sentence, n);
		reading->failed = reading->failed || !copy;
		if (!copy || strstr(cell->text, copy))
			continue;
		text = reading_text(reading, copy, true, cell->place);
		if (made->status == VOCABULARY_NONE && made->words)
			made->words = inline_join(&reading->pool, made->words, "; ", text);
		else
			add_own_note(draft, reading, made, text);
	}
}

/* ---- doubts */

/* "--map 'WORD=STATUS'", but for words that nobody would type. */
static const char *map_option(char option[DIAG_WORD + 64], const struct inline_text *text,
			      const char *status)
{
	if (text->n > 40 || strchr(text->words, '\n') || strchr(text->words, '\''))
		return NULL;
	diag_write(option, DIAG_WORD + 64, "--map '%s=%s'", text->words, status);
	return option;
}

static void say_doubt(struct reading *reading, const struct answer *answer,
		      const struct inline_text *text, struct place place)
{
	const struct vocabulary *vocabulary = &reading->vocabulary;
	char word[DIAG_WORD], option[DIAG_WORD + 64];

	diag_word(word, text->words);
	switch (answer->doubt) {
	case ANSWER_SURE: break;
	case ANSWER_BEGINS:
		doubts_add(reading->doubts, DOUBT_WORD, place,
			   map_option(option, text,
				      vocabulary_at(vocabulary, answer->begins_with)->id),
			   "'%s' begins with a word for '%s' and is left a text", word,
			   vocabulary_at(vocabulary, answer->begins_with)->id);
		break;
	case ANSWER_TWO:
		if (answer->kind == ANSWER_PARTS)
			doubts_add(reading->doubts, DOUBT_PARTS, place,
				   map_option(option, text, "partial"),
				   "'%s' is two answers in one cell; they are read as its parts",
				   word);
		else
			doubts_add(reading->doubts, DOUBT_PARTS, place,
				   map_option(option, text, "partial"),
				   "'%s' holds two answers that differ; it is left a text", word);
		break;
	case ANSWER_SIGN:
		doubts_add(reading->doubts, DOUBT_WORD, place, map_option(option, text, "yes"),
			   "'%s' means something else from table to table and is left a text",
			   word);
		break;
	case ANSWER_BRACKETS:
		doubts_add(reading->doubts, DOUBT_WORD, place, map_option(option, text, "yes"),
			   "'%s', a status in brackets, is read as '%s'", word,
			   vocabulary_at(vocabulary, answer->status)->id);
		break;
	case ANSWER_TRUE:
		doubts_note(reading->doubts, DOUBT_WORD, place, map_option(option, text, "text"),
			    "'%s' is read as '%s'", word,
			    vocabulary_at(vocabulary, answer->status)->id);
		break;
	}
}

/* A link whose words open a bracket that stands closed outside, or the other way round. */
static void say_brackets(struct reading *reading, const struct inline_text *text,
			 struct place place)
{
	char word[DIAG_WORD];

	for (uint32_t i = 0; i < text->n_pieces; i++) {
		const struct inline_piece *piece = &text->pieces[i];
		int depth = 0;

		if (piece->url[0] == '\0')
			continue;
		for (uint32_t j = 0; j < piece->n; j++) {
			char c = text->words[piece->first + j];

			depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
		}
		if (depth != 0) {
			doubts_add(
				reading->doubts, DOUBT_LINK, place, NULL,
				"in '%s' a link swallows one bracket of a pair: the link may end too early",
				diag_word(word, text->words));
			return;
		}
	}
}

/* ---- the cell */

static void read_parts(struct draft *draft, struct reading *reading, const struct answer *answer,
		       struct draft_cell *made, uint32_t grid)
{
	made->first_part = (uint32_t)draft->parts.n;
	for (uint32_t i = 0; i < answer->n_parts; i++) {
		struct draft_part *part = draft_cells_add(reading, &draft->parts, sizeof(*part));
		const struct inline_text *rest;
		struct draft_notes notes;

		if (!part)
			return;
		notes = draft_cells_take_notes(draft, reading, answer->parts[i].text, grid,
					       made->place, &rest);
		part = VEC_AT(struct draft_part, draft->parts, draft->parts.n - 1);
		*part = (struct draft_part){answer->parts[i].name, answer->parts[i].status,
					    answer->parts[i].words, notes};
		made->n_parts++;
	}
	/* the notes stand with the parts */
	made->notes = (struct draft_notes){0, 0};
}

static bool is_dash(const struct inline_text *text)
{
	return strcmp(text->words, "➖") == 0 || strcmp(text->words, "-") == 0 ||
	       strcmp(text->words, "–") == 0 || strcmp(text->words, "—") == 0;
}

/* A picture without words tells nothing; a link around it is kept. */
static bool is_picture(struct reading *reading, const struct inline_text *text, struct place place)
{
	if (!text->has_image ||
	    !(text->n == 0 || (inline_url(text)[0] && strcmp(text->words, inline_url(text)) == 0)))
		return false;
	doubts_add(reading->doubts, DOUBT_IMAGE, place, NULL,
		   "a cell is only an image (a badge) without alternative text: %s",
		   text->n ? "its link is kept" : "nothing is kept");
	return true;
}

static const struct asides *keep_asides(struct reading *reading, const struct asides *asides)
{
	struct asides *kept = arena_object(&reading->arena, sizeof(*kept));

	reading->failed = reading->failed || !kept;
	if (kept)
		*kept = *asides;
	return kept;
}

/*
 * A status with a mark that has no note: it stays in the words.  Where the page or the user explains the word with it
 * ("yes*" is "only partly"), it is no mark.
 */
static void keep_mark(struct answer *answer, const struct answering *with,
		      struct marks_found *found)
{
	struct answer marked;

	answer_read(&marked, with, found->text);
	if (marked.kind == ANSWER_STATUS && !marked.words) {
		*answer = marked;
		found->has_undefined = false;
	} else if (marked.kind == ANSWER_STATUS && marked.words->n > strlen(found->undefined)) {
		*answer = marked;
	} else {
		answer->words = found->text;
	}
}

/* What a cell says, its marks apart. */
static struct answer answer_of(struct stripping *stripping, const struct grid_cell *cell,
			       const struct inline_text *text, struct marks_found *found)
{
	struct reading *reading = stripping->reading;
	struct answering with = {&reading->pool, &reading->vocabulary, strip, stripping};
	struct answer answer, parts;
	uint32_t hint;
	/* behind a sign that decides, a mark without a note is one of the words */
	bool is_signed =
		reading->vocabulary.has_strict && answer_signed_read(&answer, &with, found->text);

	if (!is_signed)
		answer_read(&answer, &with, found->bare);
	if (answer.kind == ANSWER_PARTS || answer.kind == ANSWER_TEXT) {
		/* each part has marks of its own */
		if ((reading->vocabulary.has_strict && answer_signed_parts(&parts, &with, text)) ||
		    answer_parts_read(&parts, &with, text))
			answer = parts;
	}
	if (stripping->draft->is_prose && text->n && answer.kind == ANSWER_STATUS &&
	    (answer.words || (answer.status != MEANING_YES && answer.status != MEANING_NO)))
		answer = (struct answer){.kind = ANSWER_TEXT};
	if (answer.kind == ANSWER_TEXT)
		answer.words = found->text;
	else if (answer.kind == ANSWER_STATUS && found->has_undefined && !is_signed)
		keep_mark(&answer, &with, found);
	if (answer.doubt == ANSWER_TRUE && (cell->flags & MR_GRID_BOOLEAN))
		answer.doubt = ANSWER_SURE;
	hint = hints_status(&reading->vocabulary, cell->hint, text->n == 0);
	if (hint != VOCABULARY_NONE && (answer.kind == ANSWER_TEXT || text->n == 0))
		answer = (struct answer){.kind = ANSWER_STATUS,
					 .status = hint,
					 .words = text->n ? answer.words : NULL};
	return answer;
}

/* Status and words of the cell that is made of an answer. */
static void set_words(struct reading *reading, struct draft_cell *made, const struct answer *answer,
		      const struct inline_text *text)
{
	made->status = answer->kind == ANSWER_STATUS ? answer->status : VOCABULARY_NONE;
	made->words = answer->words;
	made->label = answer->kind == ANSWER_STATUS ? answer->label : NULL;
	/* "[yes](docs)" keeps its link with the word, a sign as its source */
	if (answer->kind == ANSWER_STATUS && !made->words && inline_url(text)[0]) {
		if (made->label)
			made->words = made->label;
		else
			made->source = inline_url(text);
	}
	/* blank cells are unknown, too: the word for it is no label of theirs */
	if (made->status == MEANING_UNKNOWN && made->label && !made->words &&
	    !vocabulary_at(&reading->vocabulary, MEANING_UNKNOWN)->label[0] &&
	    strcmp(folded_in(&reading->scratch, made->label->words, made->label->n), "unknown") !=
		    0)
		made->words = made->label;
}

void draft_cells_read(struct draft *draft, struct reading *reading, const struct grid_cell *cell,
		      uint32_t grid, uint32_t feature, uint32_t product)
{
	struct stripping stripping = {draft, reading, grid};
	struct asides asides;
	const struct inline_text *text = asides_take(reading, reading_cell(reading, cell), &asides);
	struct draft_cell made = {
		.feature = feature, .product = product, .source = "", .place = cell->place};
	struct draft_cell *added;
	struct marks_found found;
	struct answer answer;
	char option[DIAG_WORD + 64];

	asides_take_hint(reading, cell->hint, &asides);
	if (asides.since[0] || asides.verified[0] || asides.n_sources)
		made.asides = keep_asides(reading, &asides);
	marks_take(&draft->marks, reading, text, grid, &found);
	answer = answer_of(&stripping, cell, text, &found);
	set_words(reading, &made, &answer, text);
	made.notes = put_uses(draft, reading, &found, cell->place);
	if (answer.kind == ANSWER_PARTS)
		read_parts(draft, reading, &answer, &made, grid);
	add_own_notes(draft, reading, &made, cell);
	say_undefined(reading, &found, cell->place);
	if (answer.kind == ANSWER_STATUS && answer.status == MEANING_NA && is_dash(text))
		doubts_add(reading->doubts, DOUBT_WORD, cell->place, map_option(option, text, "no"),
			   "'%s' among statuses is read as 'na'", text->words);
	if (!is_picture(reading, text, cell->place))
		say_doubt(reading, &answer, found.text, cell->place);
	say_brackets(reading, text, cell->place);
	/* a blank cell is no record, unless it says something or is mapped */
	if (answer.kind == ANSWER_STATUS && made.status == MEANING_UNKNOWN && !made.words &&
	    !made.notes.n && !made.asides)
		return;
	added = draft_cells_add(reading, &draft->cells, sizeof(*added));
	if (added)
		*added = made;
}

/* ---- the cells of a feature */

/* Whether the words say on what it depends, and no more. */
static bool is_condition(struct reading *reading, const struct inline_text *text)
{
	static const char *const phrases[] = {
		"depending on ", "depends on ",  "dependent on ", "je nach ",    "abhängig von ",
		"selon ",        "dépend d",     "en fonction d", "según ",      "depende d",
		"dipende da",    "afhankelijk ", "zależy od ",    "зависит от ", "取决于",
	};
	const char *folded = folded_in(&reading->scratch, text->words, text->n);

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		if (strncmp(folded, phrases[i], strlen(phrases[i])) == 0)
			return true;
	}
	return false;
}

void draft_cells_settle(struct draft *draft, struct reading *reading, size_t first)
{
	size_t n_statuses = 0, n_conditions = 0, n = draft->cells.n - first;
	char word[DIAG_WORD], option[DIAG_WORD + 64];

	for (size_t i = first; i < draft->cells.n; i++) {
		const struct draft_cell *cell = VEC_AT(struct draft_cell, draft->cells, i);

		if (cell->status != VOCABULARY_NONE)
			n_statuses++;
		else if (cell->n_parts == 0 && cell->words && is_condition(reading, cell->words))
			n_conditions++;
	}
	/* in a row of words it is one of them */
	if (n_conditions == 0 || n_statuses < 2 || n_statuses + n_conditions < n)
		return;
	for (size_t i = first; i < draft->cells.n; i++) {
		struct draft_cell *cell = VEC_AT(struct draft_cell, draft->cells, i);
		struct vocabulary_hit hit;

		if (cell->status != VOCABULARY_NONE)
			continue;
		hit = vocabulary_find(&reading->vocabulary, cell->words->words, cell->words->n);
		if (hit.status == VOCABULARY_TEXT)
			continue;
		cell->status = MEANING_PARTIAL;
		doubts_add(reading->doubts, DOUBT_WORD, cell->place,
			   map_option(option, cell->words, "text"),
			   "'%s', a condition among statuses, is read as 'partial'",
			   diag_word(word, cell->words->words));
	}
}
