/* SPDX-License-Identifier: MIT */
/*
 * changes - what changed since the old edition, as a list.
 *
 * Added and changed things have their index in the matrix, removed ones that in the old edition.  The list is the
 * caller's to release.  Linear in the matrix.
 */
#ifndef MESHREPORT_COMMON_CHANGES_H
#define MESHREPORT_COMMON_CHANGES_H

#include <meshreport/plugin.h>

#include <stdbool.h>
#include <stddef.h>

enum changes_at { CHANGES_PRODUCT, CHANGES_CATEGORY, CHANGES_FEATURE, CHANGES_CELL };

/* A note that is long and told of several entries: once whole, then by its name. */
struct changes_note {
	size_t first; /* the entry that tells it first */
	size_t n; /* entries that tell it */
	char name[64]; /* "Note 5"; of one of the old edition, which is in no list, how it begins */
};

struct changes_entry {
	enum changes_at at;
	/* enum mr_change, enum mr_tone, enum mr_changed */
	uint32_t kind, tone, what;
	/* A product, category or feature; of a cell its feature */
	uint32_t index;
	/* Of a cell its product */
	uint32_t col;
	/* Its place in the list, and the list's; null of an entry that is in none: it tells its notes whole */
	size_t place;
	const struct changes_notes *notes;
};

struct changes_notes {
	struct changes_note *now, *then; /* by note of each edition; one array */
};

struct changes {
	struct changes_entry *at;
	size_t n;
	struct changes_notes *notes;
	bool failed; /* without memory */
};

/* All of a matrix with `since`; of one without, none. */
void changes_list(struct changes *changes, const struct mr_matrix *m);
void changes_release(struct changes *changes);

/* The matrix that an entry's index is of. */
static inline const struct mr_matrix *changes_matrix(const struct mr_matrix *m,
						     const struct changes_entry *entry)
{
	return entry->kind == MR_CHANGE_REMOVED ? m->since->old : m;
}

/* What a thing was; null without an older edition, or where that has it not.  `col` is of a cell. */
const struct mr_was *changes_was(const struct mr_matrix *m, enum changes_at at, uint32_t index,
				 uint32_t col);

/* The entry of one thing, as it is in no list.  False, and nothing to tell, where it is as it was. */
bool changes_find(const struct mr_matrix *m, enum changes_at at, uint32_t index, uint32_t col,
		  struct changes_entry *entry);

/* Whether the list's i-th entry begins a group: products, categories, features, then a product's cells. */
bool changes_begins_group(const struct changes *changes, size_t i);

/* What the group of an entry is called, as plain text: "Features", of cells their product's name. */
const char *changes_group(const struct mr_matrix *m, const struct changes_entry *entry);

/* "+", "−", "~", and "!" for what is not known any more. */
const char *changes_sign(uint32_t kind, uint32_t tone);
/* The same in ASCII. */
const char *changes_ascii_sign(uint32_t kind, uint32_t tone);

/* What the old edition is called in words: its day, else its title where that is another, else its file. */
const char *changes_edition(const struct mr_matrix *m, char day[16]);

/* The same of this edition. */
const char *changes_this_edition(const struct mr_matrix *m, char day[16]);

/* Of a format that does not show the changes: warns where there is an older edition.  `instead` says what shows them. */
void changes_not_shown(struct mr_job *job, const char *instead);

#endif
