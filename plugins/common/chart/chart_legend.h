/* SPDX-License-Identifier: MIT */
/*
 * chart_legend - the marks of statuses in a chart, and the legend that explains them.
 *
 * Memory is the scene's.
 */
#ifndef COMMON_CHART_LEGEND_H
#define COMMON_CHART_LEGEND_H

#include "common/chart/chart_frame.h"

/* One entry of a legend: a filled box with a symbol in it, and words. */
struct legend_item {
	enum palette_role fill;
	enum palette_pattern pattern;
	uint32_t like; /* that the symbol's ink is for */
	const char *symbol; /* "": none */
	const char *label;
	bool is_words; /* the mark of a cell with words instead of a symbol */
};
void chart_legend_draw(struct frame *frame, const struct legend_item *items, uint32_t n);
/* The statuses used, for heat maps; what they count as, for bars. Both count into *n. */
struct legend_item *chart_legend_statuses(struct frame *frame, bool has_words, uint32_t *n);
struct legend_item *chart_legend_likes(struct frame *frame, const struct mr_counts *counts,
				       uint32_t *n);

/* A box in the colours of what a status counts as, with edge and pattern as the theme has them. */
struct scene_shape *chart_legend_box(struct scene *scene, uint32_t like, double x, double y,
				     double w, double h);
/* Outlines a box from within, so that it shows where its fill is near to the paper. */
void chart_legend_edge(struct scene_shape *box);
/* The mark of a cell with words and no status: three short lines around (x, y). */
void chart_legend_words_mark(struct scene *scene, double x, double y, double size,
			     struct mr_where where);
/* A symbol in the middle of (x, y), its ink for the fill of `like`. */
void chart_legend_symbol(struct scene *scene, const char *symbol, uint32_t like, double x, double y,
			 double size, struct mr_where where);

#endif
