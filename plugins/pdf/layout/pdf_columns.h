/* SPDX-License-Identifier: MIT */
/*
 * pdf_columns - which products stand side by side, how wide, how large the type, which way the paper.
 *
 * Pure: it sees widths only.  The widths of words come in em (multiples of the type size), so one
 * measurement serves every size that is tried; paper and padding are in points.
 *
 * How it decides: the fewest product groups that fit at a readable size, then the larger type, then the
 * fewer pages.  A readable size is 7 pt or more; a table whose words are too long for that
 * even with one product a group goes down to 6 pt, and below that words are broken, never the paper's
 * edge crossed.  Within a group, width goes where it saves lines, of heads as of cells; no column is
 * narrower than the longest word of its head while another has room, nor wider than it has use for
 * while another has to break its lines.
 *
 * Invariants of a choice: the widths of a group (feature column, its products, worksheet column) sum
 * up to the width of the body (with the tail, where heads are slanted), none is negative; groups follow each other without a gap and differ in
 * size by one at most; 6 <= size <= 24.
 */
#ifndef MESHREPORT_PDF_COLUMNS_H
#define MESHREPORT_PDF_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#define PDF_SIZE_LEAST 6.0f /* nothing is ever set smaller */
#define PDF_SIZE_READABLE 7.0f /* the least that is chosen freely */
#define PDF_SIZE_MOST 9.5f /* the most that is chosen freely */

/* How wide a cell would be on one line, and its longest unbreakable word; in em. */
struct pdf_width {
	float natural;
	float word;
};

/* What a column needs. */
struct pdf_need {
	float least; /* em: the longest word */
	float tight; /* em: narrower than this a column is a tower of words */
	float comfort; /* em: from here on it reads well */
	float head; /* em: the longest word of the head, however long */
};

/* A way to lay the paper: the width and height of what the margins leave, in points. */
struct pdf_body {
	float width;
	float height;
};

struct pdf_columns_in {
	uint32_t n_rows; /* rows looked at: all, or a sample */
	uint32_t n_all_rows; /* rows there are */
	uint32_t n_products;
	uint32_t n_pinned; /* the first of them, which stand in every group */
	const struct pdf_width *features; /* n_rows */
	const struct pdf_width *cells; /* n_rows by n_products, row by row */
	const struct pdf_width *heads; /* n_products */
	struct pdf_width feature_head, worksheet_head;
	struct pdf_body bodies[2]; /* the ways that may be chosen */
	uint32_t n_bodies;
	float padding; /* points, left and right of a column together */
	float size; /* wished size in points, 0: choose */
	float worksheet; /* share of the width kept for the reader's notes, 0: no such column */
	bool is_slanted; /* cells are signs, heads stand slanted: widths follow the heads alone */
	const float
		*reaches; /* by product, when slanted: em from its middle to the end of its name */
	const struct pdf_need *needs; /* from pdf_columns_needs(), or null: found anew each time */
};

/* One way to set a table: what pdf_columns_choose() chooses, or a caller who tries several. */
struct pdf_choice {
	uint32_t body;
	uint32_t n_groups;
	float size;
};

struct pdf_columns {
	uint32_t body; /* which of the bodies */
	float size; /* points */
	uint32_t n_groups;
	uint32_t *
		group_first; /* n_groups + 1 entries: the products of group g are first[g]..first[g+1]-1, behind the pinned */
	float *feature_width; /* n_groups, points */
	float *product_width; /* points, group by group with the pinned: see pdf_columns_widths() */
	float *tail_width; /* n_groups, points: behind the products, empty */
	float worksheet_width;
};

/* needs[0] is the feature column's, needs[1 + p] product p's. */
void pdf_columns_needs(const struct pdf_columns_in *in, struct pdf_need *needs);
/*
 * The fewest groups that fit on a body at a size, each column as wide as it comfortably wants, or,
 * when `is_tight`, only so wide that it is no tower of words.  0: no number does.
 */
uint32_t pdf_columns_fewest(const struct pdf_columns_in *in, const struct pdf_choice *at,
			    bool is_tight);
/* The columns of one way; as pdf_columns_choose(). */
int pdf_columns_make(const struct pdf_columns_in *in, const struct pdf_choice *choice,
		     struct pdf_columns *out);

/* Column `i` of a group whose own products begin with `first`: a pinned one, or its own. */
static inline uint32_t pdf_columns_at(const struct pdf_columns_in *in, uint32_t first, uint32_t i)
{
	return i < in->n_pinned ? i : first + i - in->n_pinned;
}
/* How many groups there may be. */
static inline uint32_t pdf_columns_most(const struct pdf_columns_in *in)
{
	return in->n_products > in->n_pinned ? in->n_products - in->n_pinned : 1;
}
/* Where the widths of a group's products begin. */
static inline float *pdf_columns_widths(const struct pdf_columns *c, uint32_t n_pinned,
					uint32_t group)
{
	return &c->product_width[c->group_first[group] - n_pinned + group * n_pinned];
}

/* Returns 0, or -1 without memory.  `out` is released with pdf_columns_release(). */
int pdf_columns_choose(const struct pdf_columns_in *in, struct pdf_columns *out);
void pdf_columns_release(struct pdf_columns *columns);

#endif
