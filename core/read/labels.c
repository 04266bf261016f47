/* SPDX-License-Identifier: MIT */
#include "read/labels.h"

#include "data/folded.h"

#include <string.h>

/* How often a status is said with a word. */
struct label {
	uint32_t status, n;
	const struct inline_text *text; /* where it stands first */
};

/* "yes", and "n/a" for na: what a status is called anyway. */
static bool is_usual(const char *folded, uint32_t status)
{
	if (status == MEANING_NA)
		return strcmp(folded, "n/a") == 0 || strcmp(folded, "na") == 0;
	return status < MEANING_N && strcmp(folded, meaning_id((enum meaning)status)) == 0;
}

/* The number of a status' word in `words`: equal words of two statuses are two. */
static uint32_t word_number(struct reading *reading, struct strset *words,
			    const struct draft_cell *cell)
{
	struct buf *folded = &reading->scratch;
	char number[2] = {(char)(1 + cell->status % 200), '\0'};

	folded_in(folded, cell->label->words, cell->label->n);
	buf_put(folded, number, 1);
	return folded->failed ? STRSET_NONE : strset_put(words, folded->at, folded->n);
}

static void count(struct draft *draft, struct reading *reading, struct strset *words,
		  struct vec *labels, uint32_t *silent)
{
	for (size_t i = 0; i < draft->cells.n; i++) {
		const struct draft_cell *cell = VEC_AT(struct draft_cell, draft->cells, i);
		struct label *label;
		uint32_t number;

		if (cell->status >= reading->vocabulary.statuses.n || cell->words)
			continue;
		if (!cell->label) {
			silent[cell->status]++;
			continue;
		}
		number = word_number(reading, words, cell);
		label = number == STRSET_NONE ? NULL : vec_touch(labels, number, sizeof(*label));
		if (!label) {
			reading->failed = true;
			return;
		}
		label->status = cell->status;
		label->text = label->text ? label->text : cell->label;
		label->n++;
	}
}

/* The commonest word of a status, where not more cells say it by a sign alone. */
static uint32_t choose(const struct vec *labels, uint32_t status, uint32_t silent)
{
	uint32_t best = UINT32_MAX, most = 0;

	for (uint32_t i = 0; i < labels->n; i++) {
		const struct label *label = VEC_AT(struct label, *labels, i);

		if (label->status == status && label->n > most) {
			most = label->n;
			best = i;
		}
	}
	return most >= silent ? best : UINT32_MAX;
}

static void settle(struct draft *draft, struct reading *reading, struct strset *words,
		   const uint32_t *chosen)
{
	for (size_t i = 0; i < draft->cells.n; i++) {
		struct draft_cell *cell = VEC_AT(struct draft_cell, draft->cells, i);
		uint32_t number;

		if (cell->status >= reading->vocabulary.statuses.n || cell->words || !cell->label)
			continue;
		number = word_number(reading, words, cell);
		reading->scratch.at[reading->scratch.n - 1] = '\0';
		if (number == chosen[cell->status] || is_usual(reading->scratch.at, cell->status))
			continue;
		cell->words = cell->label;
	}
}

void labels_settle(struct draft *draft, struct reading *reading)
{
	size_t n = reading->vocabulary.statuses.n;
	uint32_t *silent = arena_array(&reading->arena, n, sizeof(*silent));
	uint32_t *chosen = arena_array(&reading->arena, n, sizeof(*chosen));
	struct vec labels = VEC_INIT;
	struct strset words;

	strset_init(&words);
	if (silent && chosen)
		count(draft, reading, &words, &labels, silent);
	for (uint32_t status = 0; chosen && silent && status < n && !reading_has_failed(reading);
	     status++) {
		struct vocabulary_status *at = vocabulary_at(&reading->vocabulary, status);

		chosen[status] = UINT32_MAX;
		/* a legend has named it; blank cells are unknown and say no word */
		if (at->label[0] || status == MEANING_UNKNOWN)
			continue;
		chosen[status] = choose(&labels, status, silent[status]);
		if (chosen[status] == UINT32_MAX)
			continue;
		at->label = VEC_AT(struct label, labels, chosen[status])->text->words;
		folded_in(&reading->scratch, at->label, strlen(at->label));
		if (is_usual(buf_text(&reading->scratch), status))
			at->label = "";
	}
	if (chosen && !reading_has_failed(reading))
		settle(draft, reading, &words, chosen);
	vec_release(&labels);
	strset_release(&words);
}
