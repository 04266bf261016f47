/* SPDX-License-Identifier: MIT */
#include "read/doubts.h"

#include "base/merge.h"

#include <stdarg.h>
#include <string.h>

#define DOUBTS_NAME(name, word) word,

const char *doubts_kind_name(enum doubt_kind kind)
{
	static const char *const names[] = {DOUBTS_KINDS(DOUBTS_NAME)};

	return names[kind];
}

void doubts_release(struct doubts *doubts)
{
	arena_release(&doubts->arena);
	vec_release(&doubts->at);
	strset_release(&doubts->known);
	buf_release(&doubts->key);
	*doubts = (struct doubts){0};
}

/* The number of a doubt in `known`, which tells how far those of `at` have been put there. */
static uint32_t number_of(struct doubts *doubts, enum doubt_kind kind, const char *words)
{
	buf_clear(&doubts->key);
	buf_put_byte(&doubts->key, (char)('A' + (int)kind));
	buf_put_text(&doubts->key, words);
	return doubts->key.failed
		       ? STRSET_NONE
		       : strset_put(&doubts->known, buf_text(&doubts->key), doubts->key.n);
}

/* One that says the same gets a further place. */
static struct doubt *find(struct doubts *doubts, enum doubt_kind kind, const char *words)
{
	uint32_t number;

	if (!doubts->known.slots)
		strset_init(&doubts->known);
	/* All of them at the start, and again when doubts_sort() has numbered them anew. */
	for (size_t i = doubts->known.n; i < doubts->at.n; i++) {
		const struct doubt *doubt = VEC_AT(struct doubt, doubts->at, i);

		if (number_of(doubts, doubt->kind, doubt->words) == STRSET_NONE)
			doubts->out_of_memory = true;
	}
	number = number_of(doubts, kind, words);
	doubts->out_of_memory |= number == STRSET_NONE;
	return number < doubts->at.n ? VEC_AT(struct doubt, doubts->at, number) : NULL;
}

static void add(struct doubts *doubts, const struct doubt *doubt)
{
	struct doubt *known = find(doubts, doubt->kind, doubt->words), *added;

	if (known) {
		known->n_places++;
		return;
	}
	if (!doubt->is_note)
		doubts->n_warnings++;
	if (doubts->at.n >= (doubts->max ? doubts->max : DOUBTS_MAX)) {
		doubts->n_left_out++;
		return;
	}
	added = vec_add(&doubts->at, sizeof(*added));
	if (!added) {
		doubts->out_of_memory = true;
		return;
	}
	*added = *doubt;
	added->words = arena_copy(&doubts->arena, doubt->words, strlen(doubt->words));
	added->option = doubt->option
				? arena_copy(&doubts->arena, doubt->option, strlen(doubt->option))
				: "";
	added->n_places = 1;
	if (!added->words || !added->option) {
		doubts->at.n--;
		doubts->out_of_memory = true;
	}
}

/* What is too long is cut: words of a cell may be a book. */
static void add_formatted(struct doubts *doubts, struct doubt doubt, const char *words,
			  va_list arguments)
{
	char text[4096];

	diag_vwrite(text, sizeof(text), words, arguments);
	doubt.words = text;
	add(doubts, &doubt);
}

void doubts_add(struct doubts *doubts, enum doubt_kind kind, struct place place, const char *option,
		const char *words, ...)
{
	struct doubt doubt = {.kind = kind, .place = place, .option = option};
	va_list arguments;

	va_start(arguments, words);
	add_formatted(doubts, doubt, words, arguments);
	va_end(arguments);
}

void doubts_note(struct doubts *doubts, enum doubt_kind kind, struct place place,
		 const char *option, const char *words, ...)
{
	struct doubt doubt = {.kind = kind, .is_note = true, .place = place, .option = option};
	va_list arguments;

	va_start(arguments, words);
	add_formatted(doubts, doubt, words, arguments);
	va_end(arguments);
}

static bool is_before(const void *left, const void *right)
{
	const struct place a = ((const struct doubt *)left)->place;
	const struct place b = ((const struct doubt *)right)->place;

	return a.line != b.line ? a.line < b.line : a.column < b.column;
}

void doubts_sort(struct doubts *doubts)
{
	merge_sort(doubts->at.at, doubts->at.n, sizeof(struct doubt), is_before);
	strset_release(&doubts->known);
}

static void put_count(struct buf *out, uint64_t n, const char *one, const char *many)
{
	buf_printf(out, "%llu %s", (unsigned long long)n, n == 1 ? one : many);
}

void doubts_put_counts(struct buf *out, const struct doubts *doubts)
{
	put_count(out, doubts->n_products, "product", "products");
	buf_put_text(out, ", ");
	put_count(out, doubts->n_features, "feature", "features");
	buf_put_text(out, ", ");
	put_count(out, doubts->n_cells, "cell", "cells");
	buf_put_text(out, ": ");
	put_count(out, doubts->n_statuses, "status", "statuses");
	buf_put_text(out, ", ");
	put_count(out, doubts->n_texts, "text", "texts");
	buf_printf(out, ", %llu unknown; ", (unsigned long long)doubts->n_unknown);
	put_count(out, doubts->n_warnings, "doubt", "doubts");
}
