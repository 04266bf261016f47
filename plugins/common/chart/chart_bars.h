/* SPDX-License-Identifier: MIT */
/*
 * chart_bars - stacked bars below each other: of products (chart_coverage.c) or of features (chart_features.c).
 *
 * All bars share one scale, counts of cells, so a row with fewer counted cells has a shorter bar.  Each
 * part says its count: inside where there is room, else below the bar, in the part's own ink.  At the
 * row's end stands the coverage.
 */
#ifndef COMMON_CHART_BARS_H
#define COMMON_CHART_BARS_H

#include "common/chart/chart_frame.h"

struct bar_row {
	struct mr_where where;
	const char *name; /* what the group and the table call it */
	const struct mr_counts *counts;
	struct label label;
	const char *category; /* that begins with this row, and is named above it; null for none */
	uint32_t category_index;
	struct label heading; /* chart_bars() makes it of the category */
};

struct bars {
	struct frame frame;
	enum chart_kind kind;
	struct bar_row *rows; /* with all but the label and the heading */
	uint32_t n;
	const char *rows_word; /* above the names in the table: "Product" */
	/* Makes the labels of all rows in lines of at most `width`. */
	void (*name)(struct bars *bars, struct scene *scene, double width);
	/* chart_bars() sets these */
	double name_width, bar_left, bar_width;
	uint32_t most; /* counted cells of the row with most of them */
};

/* Draws frame, rows and legend; remarks, words and chart_frame_end() are the caller's. */
void chart_bars(struct bars *bars, const struct mr_matrix *matrix,
		const struct chart_options *options, struct scene *scene);

/* The numbers as a table, a row each. */
void chart_bars_table(struct bars *bars);

#endif
