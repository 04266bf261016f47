/* SPDX-License-Identifier: MIT */
/*
 * latex_height - how high rows and what stands around a table will be, in points, by the widths of letters and the size that the
 * plan has chosen so far.  An estimate: TeX breaks lines better.
 */
#ifndef LATEX_HEIGHT_H
#define LATEX_HEIGHT_H

#include "latex/plan/latex_plan.h"

/* Of a page that is estimated to be full so much is. */
#define LATEX_HEIGHT_TRUST 0.92

/* Of a row of the group of `n` products from `first` on, whose columns (the features' first) have these widths. */
double latex_height_row(const struct latex_plan *plan, uint32_t row, uint32_t first, uint32_t n,
			const uint32_t *widths);

/* Of a row of so many lines. */
double latex_height_lines(const struct latex_plan *plan, double n_lines);

/* Of the heading above the first row of a category; 0 where it has no name. */
double latex_height_category(const struct latex_plan *plan, uint32_t category);

/* Of what stays with the last row. */
double latex_height_below(const struct latex_plan *plan);

/* The height of words set as a paragraph of the table's size over the whole measure. */
double latex_height_paragraph(const struct latex_plan *plan, uint32_t width);

/*
 * How many lines below the last row stay with it: the legend, or where there is none the first of
 * what else stands there; 0 where nothing does.
 */
uint32_t latex_height_lines_below(const struct latex_plan *plan);

/* Whether the legend has room below the last cut's rows. */
bool latex_height_legend_fits(const struct latex_plan *plan);

/* The height of legend, notes, links and credit, as far as links are numbered yet. */
double latex_height_apparatus(const struct latex_plan *plan);

#endif
