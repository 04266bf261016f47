/* SPDX-License-Identifier: MIT */
#include "change/compare.h"

#include <string.h>

#include "base/strset.h"

int compare_init(struct compare *compare, const struct mr_matrix *now, const struct mr_matrix *then,
		 unsigned ignored, struct arena *arena)
{
	uint16_t *status_now = arena_array(arena, then->statuses.n, sizeof(*status_now));
	struct strset ids;
	int status = status_now ? 0 : -1;

	strset_init(&ids);
	for (uint32_t i = 0; i < now->statuses.n && status == 0; i++) {
		const char *id = mr_status_at(now, i)->id;

		if (strset_put_borrowed(&ids, id, strlen(id)) == STRSET_NONE)
			status = -1;
	}
	for (uint32_t i = 0; i < then->statuses.n && status == 0; i++) {
		const char *id = mr_status_at(then, i)->id;
		uint32_t found = strset_find(&ids, id, strlen(id));

		status_now[i] = found == STRSET_NONE ? MR_NO_STATUS : (uint16_t)found;
	}
	strset_release(&ids);
	*compare = (struct compare){now, then, status_now, ignored};
	return status;
}

void compare_add(const struct compare *compare, struct mr_was *was, unsigned what,
		 enum mr_tone tone)
{
	what &= ~compare->ignored;
	if (what == 0)
		return;
	if (was->what == 0 || (was->tone == MR_TONE_QUIET && tone != MR_TONE_QUIET) ||
	    tone == MR_TONE_LOUD)
		was->tone = (uint16_t)tone;
	was->what |= what;
	was->kind = MR_CHANGE_CHANGED;
}

/* ---- texts */

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

/* Whether the words are the same but for runs of white space. */
static bool has_same_words(const char *a, const char *b)
{
	while (is_space(*a))
		a++;
	while (is_space(*b))
		b++;
	while (*a && *b) {
		if (is_space(*a) && is_space(*b)) {
			while (is_space(*a))
				a++;
			while (is_space(*b))
				b++;
		} else if (*a++ != *b++) {
			return false;
		}
	}
	while (is_space(*a))
		a++;
	while (is_space(*b))
		b++;
	return *a == *b;
}

/* The next span with another address than `url`, from `*at` on; null behind the last. */
static const char *next_url(const struct mr_text *text, uint32_t *at, const char *url)
{
	for (; *at < text->spans.n; ++*at) {
		const char *here = mr_span_at(text, *at)->url;

		if (*here && (!url || strcmp(here, url) != 0))
			return here;
	}
	return NULL;
}

static bool has_same_links(const struct mr_text *a, const struct mr_text *b)
{
	const char *url_a = NULL, *url_b = NULL;
	uint32_t at_a = 0, at_b = 0;

	do {
		url_a = next_url(a, &at_a, url_a);
		url_b = next_url(b, &at_b, url_b);
		if (!url_a || !url_b)
			break;
	} while (strcmp(url_a, url_b) == 0);
	return !url_a && !url_b;
}

/* The bytes of the spans of one kind from `*at` on, which is moved behind them. */
static size_t run_bytes(const struct mr_text *text, uint32_t *at)
{
	uint32_t kind = mr_span_at(text, *at)->kind;
	size_t n = 0;

	for (; *at < text->spans.n && mr_span_at(text, *at)->kind == kind; ++*at)
		n += mr_span_at(text, *at)->n_bytes;
	return n;
}

/* Of equal words, so that both end at once.  How many spans they are cut into says nothing: those of a list are more than those of a text. */
static bool has_same_markup(const struct mr_text *a, const struct mr_text *b)
{
	uint32_t at_a = 0, at_b = 0;

	while (at_a < a->spans.n)
		if (mr_span_at(a, at_a)->kind != mr_span_at(b, at_b)->kind ||
		    run_bytes(a, &at_a) != run_bytes(b, &at_b))
			return false;
	return true;
}

static bool is_plain(const struct mr_text *text)
{
	return text->spans.n == 0 ||
	       (text->spans.n == 1 && mr_span_at(text, 0)->kind == MR_SPAN_TEXT &&
		*mr_span_at(text, 0)->url == '\0');
}

void compare_texts(const struct compare *compare, struct mr_was *was, const struct mr_text *now,
		   const struct mr_text *then, unsigned as)
{
	bool is_equal =
		now->n_bytes == then->n_bytes && memcmp(now->plain, then->plain, now->n_bytes) == 0;

	if (is_equal && is_plain(now) && is_plain(then))
		return;
	if (!is_equal && !has_same_words(now->plain, then->plain)) {
		compare_add(compare, was, as, MR_TONE_PLAIN);
		return;
	}
	if (!has_same_links(now, then))
		compare_add(compare, was, MR_CHANGED_LINKS, MR_TONE_QUIET);
	else if (!is_equal || !has_same_markup(now, then))
		compare_add(compare, was, as, MR_TONE_QUIET);
}

void compare_urls(const struct compare *compare, struct mr_was *was, const char *now,
		  const char *then)
{
	if (strcmp(now, then) != 0)
		compare_add(compare, was, MR_CHANGED_LINKS, MR_TONE_QUIET);
}

void compare_notes(const struct compare *compare, struct mr_was *was, const struct mr_array *now,
		   const struct mr_array *then)
{
	if (now->n != then->n)
		compare_add(compare, was, MR_CHANGED_NOTES, MR_TONE_PLAIN);
	for (uint32_t i = 0; i < now->n && now->n == then->n; i++) {
		const struct mr_note *a = mr_note_at(compare->now, mr_index_at(now, i));
		const struct mr_note *b = mr_note_at(compare->then, mr_index_at(then, i));

		compare_texts(compare, was, a->text, b->text, MR_CHANGED_NOTES);
	}
}

/* ---- cells */

static bool is_status_same(const struct compare *compare, uint32_t now, uint32_t then)
{
	if (now == MR_NO_STATUS || then == MR_NO_STATUS)
		return now == then;
	return compare->status_now[then] == now &&
	       mr_status_at(compare->now, now)->like == mr_status_at(compare->then, then)->like;
}

static const struct mr_cell_detail *detail_of(const struct mr_cell *cell)
{
	static const struct mr_cell_detail none = {.since = ""};

	return cell->detail ? cell->detail : &none;
}

/* A label is no words: it follows from the status, and is another in another language. */
static void compare_cell_words(const struct compare *compare, struct mr_was *was,
			       const struct mr_cell *now, const struct mr_cell *then)
{
	bool has_words = now->kind != MR_CELL_STATUS || now->has_own_words;
	bool had_words = then->kind != MR_CELL_STATUS || then->has_own_words;

	if (has_words && had_words)
		compare_texts(compare, was, now->text, then->text, MR_CHANGED_WORDS);
	else if (has_words || had_words)
		compare_add(compare, was, MR_CHANGED_WORDS, MR_TONE_PLAIN);
	if (strcmp(detail_of(now)->since, detail_of(then)->since) != 0)
		compare_add(compare, was, MR_CHANGED_WORDS, MR_TONE_PLAIN);
}

/* Names and words of parts stand in the text of the cell, too: what is left are statuses and notes. */
static void compare_parts(const struct compare *compare, struct mr_was *was,
			  const struct mr_cell_detail *now, const struct mr_cell_detail *then)
{
	static const struct mr_array no_notes;
	uint32_t n = now->parts.n > then->parts.n ? now->parts.n : then->parts.n;

	for (uint32_t i = 0; i < n; i++) {
		const struct mr_part *a = mr_part_at(now, i), *b = mr_part_at(then, i);

		if (a && b && !is_status_same(compare, a->status, b->status))
			compare_add(compare, was, MR_CHANGED_STATUS, MR_TONE_PLAIN);
		compare_notes(compare, was, a ? &a->notes : &no_notes, b ? &b->notes : &no_notes);
	}
}

static void compare_evidence(const struct compare *compare, struct mr_was *was,
			     const struct mr_cell_detail *now, const struct mr_cell_detail *then)
{
	bool is_same = now->sources.n == then->sources.n &&
		       now->verified.year == then->verified.year &&
		       now->verified.month == then->verified.month &&
		       now->verified.day == then->verified.day;

	for (uint32_t i = 0; i < now->sources.n && is_same; i++)
		is_same = strcmp(mr_string_at(&now->sources, i), mr_string_at(&then->sources, i)) ==
			  0;
	if (!is_same)
		compare_add(compare, was, MR_CHANGED_EVIDENCE, MR_TONE_PLAIN);
}

void compare_cells(const struct compare *compare, struct mr_was *was, const struct mr_cell *now,
		   const struct mr_cell *then)
{
	bool is_same =
		is_status_same(compare, now->status, then->status) && now->like == then->like;

	if (!is_same)
		compare_add(compare, was, MR_CHANGED_STATUS,
			    now->like == MR_LIKE_UNKNOWN && then->like != MR_LIKE_UNKNOWN
				    ? MR_TONE_LOUD
				    : MR_TONE_PLAIN);
	compare_cell_words(compare, was, now, then);
	if (!now->detail && !then->detail)
		return;
	compare_parts(compare, was, detail_of(now), detail_of(then));
	compare_notes(compare, was, &detail_of(now)->notes, &detail_of(then)->notes);
	compare_evidence(compare, was, detail_of(now), detail_of(then));
}
