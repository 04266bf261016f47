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
	uint32_t variant; /* chart_legend_variants() */
	/* Of evidence: the length of the bar at the foot, of CHART_LEGEND_BARS, a diamond, and the ink of both */
	uint8_t bar;
	bool is_sourced;
	enum palette_role ink;
	bool is_words; /* the mark of a cell with words instead of a symbol */
};
#define CHART_LEGEND_BARS 5
void chart_legend_draw(struct frame *frame, const struct legend_item *items, uint32_t n);
/* A box of evidence with its bar and diamond: x, y, width, height. */
void chart_legend_evidence(struct scene *scene, const struct legend_item *item,
			   const struct mr_where *where, const double box[4]);
/* The statuses used, for heat maps; what they count as, for bars. Both count into *n. */
struct legend_item *chart_legend_statuses(struct frame *frame, bool has_words, uint32_t *n);
struct legend_item *chart_legend_likes(struct frame *frame, const struct mr_counts *counts,
				       uint32_t *n);

/*
 * Which of the used statuses that share symbol and colour a status is, by its index: 0 for the first
 * of them, 1 for the next, ...  Each but the first has small squares at its edge, the bits of its
 * number, so that no two statuses look alike.  Null after a failure.
 */
uint8_t *chart_legend_variants(struct scene *scene, const struct mr_matrix *matrix);
void chart_legend_corners(struct scene *scene, uint32_t variant, uint32_t like,
			  const struct mr_where *where, const double box[4]);

/* What they count as, without symbols: for pictures in which a cell has no room for one. */
struct legend_item *chart_legend_colours(struct frame *frame, bool has_words, uint32_t *n);
/* The pattern of a cell without a symbol: what has words and no status, and what does not apply, differ. */
enum palette_pattern chart_legend_colour_pattern(enum palette_theme theme, uint32_t like);

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
