/* SPDX-License-Identifier: MIT */
/*
 * chart - the pictures of a comparison, as scenes.
 *
 * Each chart is one pure function from the matrix and a few options to shapes (scene.h): the same
 * matrix and options give the same shapes, whoever paints them.
 *
 *   coverage    a stacked bar per product: yes, partial, no, unknown, does not apply, with counts
 *   categories  coverage per category and product, as a table of small bars
 *   features    a stacked bar per feature: how many products have it, most differing first
 *   heatmap     features by products, a symbol on a colour, grouped by category
 *   radar       categories as axes, one polygon and one panel per product
 *   matrix      which products agree: the share of features they answer alike
 *   slope       coverage in the older edition and in this one, a line per product
 *   ranking     each product as an interval from what is certain to what is possible, best first
 *   evidence    features by products: when somebody looked, and whether a source is named
 *
 *     struct scene scene;
 *     struct chart_options options = CHART_OPTIONS_INIT;
 *
 *     scene_init(&scene, NULL);
 *     options.width = 500;
 *     chart_draw(CHART_COVERAGE, matrix, &options, &scene);
 *     if (scene.failed)
 *             job->diag(job, MR_WARNING, NULL, "%s", scene.problem);
 *     else
 *             paint(&scene);
 *     scene_release(&scene);
 *
 * Unknown is always drawn and never counted as no.  Printed counts are unweighted; shares (radar,
 * order by value) are the weighted coverage of plugin.h, and say so.  A chart that cannot be drawn
 * (no status at all, too many products, no
 * older edition) fails with a problem that names the option that helps.
 */
#ifndef COMMON_CHART_H
#define COMMON_CHART_H

#include "common/scene/scene.h"

struct brand;

enum chart_kind {
	CHART_COVERAGE = 0,
	CHART_CATEGORIES,
	CHART_FEATURES,
	CHART_HEATMAP,
	CHART_RADAR,
	CHART_MATRIX,
	CHART_SLOPE,
	CHART_RANKING,
	CHART_EVIDENCE
};
#define CHART_N_KINDS 9
/* As a plugin's option has them. */
#define CHART_KINDS "coverage|categories|features|heatmap|radar|matrix|slope|ranking|evidence"

/*
 * own: the chart's, which is data, but for features those in which products differ most first; data: as selected;
 * value: products by coverage (matrix: alike beside alike), rows by support, evidence by what is known.
 * ranking is always by value.
 */
enum chart_order { CHART_ORDER_OWN = 0, CHART_ORDER_DATA = 1, CHART_ORDER_VALUE = 2 };

struct chart_options {
	double width; /* points; 0: as wide as the chart wants; a bare one may stay narrower */
	double height; /* points; 0: as high as it becomes; else at most this, or a problem */
	int64_t clock; /* of the job: what ages of evidence are counted to */
	double scale; /* factor for text and all sizes; 1 is 8 point text */
	enum palette_theme theme;
	enum chart_order order;
	bool is_bare; /* without title, subtitle and credit: for documents that have their own */
	bool is_transparent;
	bool is_coverage_told; /* how a coverage is counted stands in the document: not below the chart */
	/*
	 * Which rows (features, heatmap, evidence) or products (all others, and turned ones) of the order are
	 * drawn: `n_items` from `first_item` on; 0 items: all.
	 */
	uint32_t first_item, n_items;
	uint32_t first_across,
		n_across; /* the same of what stands beside each other in heatmap and evidence */
	bool is_turned; /* heatmap, evidence: products below, features beside each other */
	const struct brand *brand; /* null: none; see common/write/brand.h */
	uint32_t part, n_parts; /* said in the title where n_parts > 1: "2 of 5"; part from 0 */
};
#define CHART_OPTIONS_INIT                       \
	(struct chart_options)                   \
	{                                        \
		.clock = MR_NO_CLOCK, .scale = 1 \
	}

/* "coverage"; null beyond the last. */
const char *chart_name(enum chart_kind kind);

/* Draws into a scene fresh from scene_init(). */
void chart_draw(enum chart_kind kind, const struct mr_matrix *matrix,
		const struct chart_options *options, struct scene *scene);

void chart_coverage(const struct mr_matrix *matrix, const struct chart_options *options,
		    struct scene *scene);
void chart_categories(const struct mr_matrix *matrix, const struct chart_options *options,
		      struct scene *scene);
void chart_features(const struct mr_matrix *matrix, const struct chart_options *options,
		    struct scene *scene);
void chart_heatmap(const struct mr_matrix *matrix, const struct chart_options *options,
		   struct scene *scene);
void chart_radar(const struct mr_matrix *matrix, const struct chart_options *options,
		 struct scene *scene);
void chart_matrix(const struct mr_matrix *matrix, const struct chart_options *options,
		  struct scene *scene);
void chart_ranking(const struct mr_matrix *matrix, const struct chart_options *options,
		   struct scene *scene);
void chart_evidence(const struct mr_matrix *matrix, const struct chart_options *options,
		    struct scene *scene);
void chart_slope(const struct mr_matrix *matrix, const struct chart_options *options,
		 struct scene *scene);

/*
 * How many rows (features, heatmap, evidence) or products (others) a chart has that may be divided into parts; 1
 * for the chart of pairs, which is one picture or none.
 */
uint32_t chart_items(enum chart_kind kind, const struct mr_matrix *matrix);
/* heatmap and evidence: products beside each other, which can be divided and turned. */
bool chart_has_columns(enum chart_kind kind);
/* How many products stand beside each other in a heat map (heatmap, evidence); 1 for other charts.  In a turned one both change places. */
uint32_t chart_across(enum chart_kind kind, const struct mr_matrix *matrix);

/* Whether a matrix has what a chart is of: the slope chart needs an older edition, that of evidence some. */
bool chart_is_for(enum chart_kind kind, const struct mr_matrix *matrix);

#endif
