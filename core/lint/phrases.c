/* SPDX-License-Identifier: MIT */
#include "lint/phrases.h"

#include "base/ascii.h"
#include "base/mem.h"
#include "base/strset.h"
#include "view/words.h"

#include <string.h>

/* ---- answers within texts */

/*
 * What is asked of texts: the ids of statuses that say yes, no or partly (other words for them also say
 * other things), and what was found out of each text, since many cells may share one.
 */
struct answers {
	const struct lint *lint;
	struct strset words; /* in lower case */
	enum { NOT_ASKED, HOLDS_NONE, HOLDS_ANSWERS } * known; /* by the id of a text */
};

enum { WORD_MAX = 128 }; /* an id of a status is no longer */

static size_t lower(char out[WORD_MAX], const char *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out[i] = ascii_lower(at[i]);
	return n;
}

static bool is_answer(const struct answers *answers, const char *at, size_t n)
{
	char word[WORD_MAX];

	return n <= sizeof(word) &&
	       strset_find(&answers->words, word, lower(word, at, n)) != STRSET_NONE;
}

static void answers_release(struct answers *answers)
{
	strset_release(&answers->words);
	mem_free(answers->known);
}

static int answers_init(struct answers *answers, const struct lint *lint)
{
	const struct dataset *set = lint->set;
	bool has_failed;

	*answers = (struct answers){.lint = lint};
	strset_init(&answers->words);
	answers->known = mem_array(set->texts.n + 1u, sizeof(*answers->known));
	has_failed = !answers->known;
	for (uint32_t i = 0; i < set->n_statuses; i++) {
		enum mr_like like = set->statuses[i].like;
		size_t n = strlen(set->statuses[i].id);
		char word[WORD_MAX];

		if (like == MR_LIKE_NA || like == MR_LIKE_UNKNOWN || n > sizeof(word))
			continue;
		lower(word, set->statuses[i].id, n);
		has_failed |= strset_put(&answers->words, word, n) == STRSET_NONE;
	}
	if (!has_failed)
		return 0;
	finding_no_memory(lint);
	answers_release(answers);
	return -1;
}

/* Whether the segment is a name and an answer behind it; with a colon between them one is enough. */
static bool has_answer(const struct answers *answers, const char *at, size_t n, bool *out_has_colon)
{
	size_t word, end;

	while (n > 0 && (at[n - 1] == ' ' || at[n - 1] == '.'))
		n--;
	for (word = n;
	     word > 0 && at[word - 1] != ' ' && at[word - 1] != ':' && at[word - 1] != '=';)
		word--;
	if (word == 0 || word == n || !is_answer(answers, at + word, n - word))
		return false;
	for (end = word; word > 0 && strchr(" :=", at[word - 1]);)
		word--;
	if (word == 0)
		return false;
	*out_has_colon |= word + strspn(at + word, " ") < end;
	return true;
}

static bool holds_answers(const struct answers *answers, const char *text)
{
	size_t n_answers = 0;
	bool has_colon = false;

	for (size_t n; *text; text += n + (text[n] != '\0')) {
		while (*text == ' ')
			text++;
		n = strcspn(text, ",;\n");
		n_answers += has_answer(answers, text, n, &has_colon);
	}
	return n_answers > 1 || (n_answers > 0 && has_colon);
}

static void look_at_text(const struct answers *answers, const struct finding *at,
			 const struct mr_text *text)
{
	char word[DIAG_WORD];

	if (answers->known[text->id] == NOT_ASKED)
		answers->known[text->id] =
			holds_answers(answers, text->plain) ? HOLDS_ANSWERS : HOLDS_NONE;
	if (answers->known[text->id] == HOLDS_ANSWERS)
		finding_say(answers->lint, at,
			    "write 'parts: [{name: ..., status: ...}, ...]'; 'kind: text' at the "
			    "feature says that texts are meant",
			    "the text '%s' holds answers that are not counted",
			    diag_word(word, text->plain));
}

static void look_at_row(const struct answers *answers, uint32_t row)
{
	const struct dataset *set = answers->lint->set;
	const struct dataset_feature *feature = &set->features[row];

	for (uint32_t i = 0; i < feature->n_cells; i++) {
		struct dataset_cell cell = cells_at(&set->cells, feature->first_cell + i);
		struct finding at;

		if (cells_is_plain(&cell))
			continue;
		at = finding_at_cell(row, &cell);
		if (cell.kind == MR_CELL_TEXT)
			look_at_text(answers, &at, cell.text);
		for (uint32_t k = 0; cell.kind == MR_CELL_LIST && k < cell.detail->n_items; k++)
			look_at_text(answers, &at, cell.detail->items[k]);
	}
}

void phrases_answers(const struct lint *lint)
{
	struct answers answers;

	if (answers_init(&answers, lint) != 0)
		return;
	for (uint32_t row = 0; row < lint->set->n_features; row++)
		if (lint->set->features[row].kind != MR_FEATURE_TEXT)
			look_at_row(&answers, row);
	answers_release(&answers);
}

/* ---- words against their status */

/* "yes, but", "No (yet)": the word and a mark, since "no limits" is no answer. */
static bool begins_with(const char *text, const char *word)
{
	static const char *const marks[] = {
		"", ",", ".", ";", ":", "(", " (", " -", " \xe2\x80\x93", " \xe2\x80\x94"};
	size_t n = strlen(word);

	if (!ascii_begins(text, word))
		return false;
	for (size_t i = 1; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(text + n, marks[i], strlen(marks[i])) == 0)
			return true;
	return text[n] == '\0';
}

static void look_at_status(const struct lint *lint, const struct finding *at, uint32_t status,
			   const struct mr_text *text)
{
	const struct dataset_status *is = &lint->set->statuses[status];
	const char *opposite = is->like == MR_LIKE_YES ? "no" : "yes";
	struct finding text_at;
	char word[DIAG_WORD];

	/* "planned" counts as no, and its words tell what will be */
	if (!text || (is->like != MR_LIKE_YES && is->like != MR_LIKE_NO) ||
	    status == DATASET_PLANNED || !begins_with(text->plain, opposite))
		return;
	text_at = finding_key(*at, "text");
	finding_say(lint, &text_at, "one of them is wrong; 'partial' is neither",
		    "the status is '%s', and the words beside it say '%s'", is->id,
		    diag_word(word, text->plain));
}

void phrases_contradict(const struct lint *lint)
{
	const struct dataset *set = lint->set;

	for (uint32_t row = 0; row < set->n_features; row++) {
		const struct dataset_feature *feature = &set->features[row];

		for (uint32_t i = 0; i < feature->n_cells; i++) {
			struct dataset_cell cell = cells_at(&set->cells, feature->first_cell + i);
			struct finding at;

			if (cells_is_plain(&cell))
				continue;
			at = finding_at_cell(row, &cell);
			if (cell.kind == MR_CELL_STATUS)
				look_at_status(lint, &at, cell.status, cell.text);
			at.kind = FINDING_PART;
			for (uint32_t k = 0; cell.kind == MR_CELL_PARTS && k < cell.detail->n_parts;
			     k++) {
				const struct dataset_part *part = &cell.detail->parts[k];

				at.part = k;
				at.place = part->place;
				look_at_status(lint, &at, part->status, part->text);
			}
		}
	}
}

/* ---- the language */

void phrases_language(const struct lint *lint)
{
	struct finding at = finding_key(finding_at(lint, FINDING_TOP, 0), "language");
	struct buf hint = BUF_INIT;
	char word[DIAG_WORD];

	if (words_speaks(lint->set->language))
		return;
	buf_put_text(&hint, "there are words in ");
	words_put_languages(&hint);
	at.place = lint->set->language_place;
	finding_say(lint, &at, buf_text(&hint),
		    "the words of the interface are English, there are none in '%s'",
		    diag_word(word, lint->set->language));
	buf_release(&hint);
}
