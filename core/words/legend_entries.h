/* SPDX-License-Identifier: MIT */
/*
 * legend_entries - "✅ supported · 🔶 partly" as keys and what stands behind each.
 *
 * A key is taken only where some cell uses it: a list of features with ticks is no legend.
 */
#ifndef MESHREPORT_CORE_LEGEND_ENTRIES_H
#define MESHREPORT_CORE_LEGEND_ENTRIES_H

#include "base/buf.h"
#include "base/strset.h"
#include "words/inline.h"

/* Bytes of the longest key that is no sign and no code; entries of one text. */
enum { LEGEND_KEY = 24, LEGEND_ENTRIES = 24 };

/* What is looked for: what stands in the cells, whole ones, and the signs that they begin with. */
struct legend_entries {
	struct strset words; /* of the cells, folded */
	struct buf folded;
	bool failed;
};

void legend_entries_init(struct legend_entries *cells);
void legend_entries_release(struct legend_entries *cells);
void legend_entries_use(struct legend_entries *cells, const char *words, size_t n);
bool legend_entries_uses(struct legend_entries *cells, const char *words, size_t n);

/* Bytes of the first character, with what selects its form, if a space follows; 0 for none and for ASCII letters. */
size_t legend_entries_head(const char *words, size_t n);

/* "✅ supported" within a text. */
struct legend_entry {
	size_t key, n_key; /* of the words; n_key 0: the blank cell */
	size_t words, n_words;
	bool is_sign, is_parted; /* by "=", ":", a dash, "means" */
	bool is_strict; /* of a line with nothing else: every cell that begins with the sign is meant */
	bool is_again; /* for who takes them: the sign of an earlier one, told apart by its label */
};

/* The number of entries of a text. */
uint32_t legend_entries_find(struct legend_entries *cells, const struct inline_text *text,
			     struct legend_entry entries[LEGEND_ENTRIES]);

/* Whether a key stands twice: then it is a list of something else with signs before it. */
bool legend_entries_repeat(const struct inline_text *text, const struct legend_entry *entries,
			   uint32_t n);

#endif
