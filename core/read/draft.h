/* SPDX-License-Identifier: MIT */
/*
 * draft - the dataset as the interpreter understood it, before ids and raw records: products, categories,
 * features and the cells that say something, in order.
 *
 * Everything lives in the reading.
 */
#ifndef MESHREPORT_CORE_DRAFT_H
#define MESHREPORT_CORE_DRAFT_H

#include "read/asides.h"
#include "read/marks.h"
#include "read/reading.h"
#include "words/answer.h"

/* Elements first .. first + n - 1 of draft.uses. */
struct draft_notes {
	uint32_t first, n;
};

/* One reference to a note: one of the page's, shared by all that refer to it, or one of the cell's own. */
struct draft_use {
	uint32_t note; /* of marks.notes, UINT32_MAX: its own */
	const struct inline_text *text;
	struct place place;
};

struct draft_name {
	const struct inline_text *text; /* without marks; null: a category without a name */
	const char *url; /* "" without */
	const char *lifecycle; /* of a product, "" without */
	const struct inline_text *description; /* of a category, null without */
	struct draft_notes notes;
	struct place place;
};

struct draft_feature {
	struct draft_name name;
	const struct inline_text *description; /* null without */
	const char *weight; /* "" without */
	uint32_t category;
};

struct draft_part {
	const struct inline_text *name;
	uint32_t status;
	const struct inline_text *words; /* null: the status alone */
	struct draft_notes notes;
};

struct draft_cell {
	uint32_t feature, product;
	uint32_t status; /* of the vocabulary; for a text VOCABULARY_NONE */
	const struct inline_text *words; /* null: the status alone */
	const struct inline_text *label; /* the word that stood for it, null for a sign */
	const char *source; /* where a sign that is the status alone links to, "" for nowhere */
	const struct asides *asides; /* null without */
	struct draft_notes notes;
	uint32_t first_part, n_parts;
	struct place place;
};

struct draft {
	bool is_prose; /* the feature that is read is remarks: but for yes and no alone, no word of it is a status */
	const char *title, *subtitle, *language, *date; /* "" without */
	struct vec products; /* struct draft_name */
	struct vec categories; /* struct draft_name */
	struct vec features; /* struct draft_feature */
	struct vec cells; /* struct draft_cell, by feature, then product */
	struct vec parts; /* struct draft_part */
	struct vec uses; /* struct draft_use */
	struct marks marks;
};

void draft_init(struct draft *draft);
void draft_release(struct draft *draft);

struct table;

/* Fills the draft from the tables, which know which way round they stand. */
void draft_build(struct draft *draft, struct reading *reading, struct table *tables,
		 uint32_t n_tables);

/* draft_meta.c: what the file says of itself, the heading above its tables, or its name. */
void draft_meta_read(struct draft *draft, struct reading *reading, const struct table *tables,
		     uint32_t n_tables);

/* draft_cells.c: one cell of a feature. */
void draft_cells_read(struct draft *draft, struct reading *reading, const struct grid_cell *cell,
		      uint32_t grid, uint32_t feature, uint32_t product);

/* The cells of a feature, from `first` on, know each other: a condition among statuses is a partial yes. */
void draft_cells_settle(struct draft *draft, struct reading *reading, size_t first);

/* The notes that a text refers to; what is left of the text to `out`. */
struct draft_notes draft_cells_take_notes(struct draft *draft, struct reading *reading,
					  const struct inline_text *text, uint32_t grid,
					  struct place place, const struct inline_text **out);

/* A new element, zeroed; memory that is refused shows in the reading. */
void *draft_cells_add(struct reading *reading, struct vec *vec, size_t size);

#endif
