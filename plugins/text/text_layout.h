/* SPDX-License-Identifier: MIT */
/*
 * text_layout - how wide the columns are, and which products stand side by side.
 *
 * A pure function of what the columns want.  Products go into as few groups as they fit into at a width at
 * which they can be read, spread evenly; the column of features stands before each group.  Within a group no
 * column gets more than its longest line, and what cannot be had by all goes where it saves most lines for its
 * width.
 */
#ifndef MESHREPORT_TEXT_LAYOUT_H
#define MESHREPORT_TEXT_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "text/text_flow.h"

enum { TEXT_LAYOUT_WIDEST = 400 }; /* columns beyond are not told apart */

/* What a column wants, told by its fields one after the other. */
struct text_column {
	struct text_extent extent; /* the most of any field */
	/*
	 * TEXT_LAYOUT_WIDEST + 1 numbers, zero to begin with: while fields are told, how many there are of each natural
	 * width; afterwards how many lines they all take, by the column's width.
	 */
	uint64_t *lines;
	uint64_t beyond; /* sum of the natural widths that are not told apart */
	uint32_t width; /* out, in the group that it is in */
};

void text_layout_tell(struct text_column *column, struct text_extent field);
/* All fields were told. */
void text_layout_told(struct text_column *column);

/* To what width a column might go next, and how many lines that saves for each column of the page. */
struct text_offer {
	uint32_t width; /* 0: not known */
	double rate;
};

struct text_group {
	uint32_t first, n; /* products */
	uint32_t feature_width;
	uint32_t total; /* columns of a line, lines between included */
};

struct text_layout {
	uint32_t width; /* of the page */
	uint32_t between, around; /* columns between two fields, and besides */
	uint32_t n_groups_wanted; /* 0: as few as fit */
	bool may_squeeze; /* columns may be narrower than can be read well */
	struct text_offer *scratch; /* the caller's, one for each product and one more */
};

/*
 * Divides `n` products, columns[1..n], with the features' columns[0]; `groups` has room for n.  Sets the widths of
 * products.  Returns the number of groups, or 0 where they do not fit.
 */
uint32_t text_layout_plan(const struct text_layout *layout, struct text_column *columns, uint32_t n,
			  struct text_group *groups);

#endif
