/* SPDX-License-Identifier: MIT */
/*
 * latex_layout - how a table fits a measure: type size, product groups, column widths.
 *
 * A table is set in the largest size at which every column holds its longest word with some room;
 * where none does, the products are divided into groups of equal size, each a table of its own with
 * the features repeated.  Widths within a group are shares of what is left of the line between the
 * columns, in ten-thousandths, and sum to 10,000 exactly: TeX multiplies them with the real
 * \linewidth, so that the table is as wide as the line wherever it is set.
 *
 * Pure.  Lengths are TeX points, extents thousandths of an em (latex_measure.h).
 */
#ifndef LATEX_LAYOUT_H
#define LATEX_LAYOUT_H

#include "latex/plan/latex_class.h"

#include <stdbool.h>
#include <stdint.h>

#define LATEX_WHOLE 10000u
/* Longer words are broken (\mrB) before they decide over the table's layout. */
#define LATEX_LONGEST_WORD 7600u
/* Such a word behind a symbol. */
#define LATEX_WIDEST_PIECE 8850u

/* What one column holds: column 0 are the features' names. */
struct latex_column {
	uint32_t longest; /* widest piece that is never broken */
	uint32_t widest; /* widest cell on one line */
	uint64_t sum; /* of all cells on one line */
};

struct latex_layout_request {
	const struct latex_column *columns; /* n_products + 1 */
	uint32_t n_products;
	uint32_t n_rows;
	double measure;
	const struct latex_size *sizes; /* LATEX_N_SIZES */
	uint32_t largest, smallest; /* sizes to choose from, as indexes */
	uint32_t n_groups; /* wanted; 0: as few as fit */
	bool one_group; /* a single group or nothing */
};

struct latex_layout {
	uint32_t size; /* index */
	uint32_t n_groups;
	uint32_t per_group; /* products in each but the last */
	double gap; /* between columns: twice \tabcolsep */
	double measure;
	double em; /* points */
	double average; /* of what the columns of all groups hold */
	bool is_roomy; /* else words fill their columns to the last */
};

/* False when not even one product beside the features fits at the smallest size. */
bool latex_layout_find(const struct latex_layout_request *request, struct latex_layout *out);

/* Products first..first+n-1 of group `group`. */
void latex_layout_group(const struct latex_layout *layout, uint32_t n_products, uint32_t group,
			uint32_t *first, uint32_t *n);

/* Shares of the features' column and of the group's `n` products: n + 1 values. */
void latex_layout_shares(const struct latex_layout_request *request,
			 const struct latex_layout *layout, uint32_t first, uint32_t n,
			 uint32_t *shares);

/* A share as thousandths of an em. */
uint32_t latex_layout_width(const struct latex_layout *layout, uint32_t n_columns, uint32_t share);

#endif
