/* SPDX-License-Identifier: MIT */
/*
 * gfm - a comparison as a page of GitHub's Markdown, or as a section of somebody's: what all its files share.
 *
 * Each block ends with a line feed and is parted from the next by an empty line, which the later writes.
 */
#ifndef MESHREPORT_MARKDOWN_GFM_H
#define MESHREPORT_MARKDOWN_GFM_H

#include <meshreport/plugin.h>

#include "common/write/out.h"
#include "common/write/spans.h"

enum gfm_notes {
	GFM_NOTES_FOOTNOTES, /* [^1] */
	GFM_NOTES_SUP, /* <sup>1</sup>, and a line each below */
	GFM_NOTES_LIST /* [1], and a numbered list below */
};

struct gfm {
	struct mr_job *job;
	const struct mr_matrix *m;
	struct out *out;
	enum gfm_notes notes;
	bool has_headings; /* categories have a heading and a table each */
	bool has_legend;
	bool has_symbols;
	bool is_fragment;
	bool is_bare; /* of a cell nothing but its value */
	uint32_t level; /* of the title's heading */
};

/* ---- gfm_cell */

/* The words of the interface, with a value in their place; within a table. */
void gfm_cell_say(struct gfm *gfm, const char *key, const char *english, const char *place,
		  const char *value);
/* Marks of notes, right behind the words they belong to. */
void gfm_cell_marks(struct gfm *gfm, const struct mr_array *notes);
void gfm_cell_put(struct gfm *gfm, const struct mr_cell *cell);

/* ---- the blocks of a page */

void gfm_table_put(struct gfm *gfm);
void gfm_notes_legend(struct gfm *gfm);
void gfm_notes_put(struct gfm *gfm);
void gfm_notes_credit(struct gfm *gfm);

/* ---- gfm_ranking: which products suit somebody; nothing without a ranking */

void gfm_ranking_put(struct gfm *gfm);

/* ---- gfm_changes: what changed since the old edition */

/* Behind a changed cell of the table, in small: what it was. */
void gfm_changes_mark(struct gfm *gfm, uint32_t row, uint32_t col);
/* The changelog. */
void gfm_changes_put(struct gfm *gfm);

#endif
