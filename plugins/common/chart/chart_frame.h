/* SPDX-License-Identifier: MIT */
/*
 * chart_frame - what all charts share: the ground, title and subtitle above, the credit below, a
 * margin around, and what things are called.
 *
 *     struct frame frame;
 *     chart_frame_begin(&frame, matrix, options, scene, CHART_HEATMAP, content_width);
 *     ... draw from frame.y downwards between frame.left and frame.left + frame.width, move y ...
 *     chart_legend_draw(&frame, items, n);
 *     chart_frame_end(&frame);
 *
 * Lengths are points before options->scale, which chart_draw() applies to the finished scene.
 */
#ifndef COMMON_CHART_FRAME_H
#define COMMON_CHART_FRAME_H

#include "common/chart/chart.h"
#include "common/chart/chart_label.h"
#include "common/chart/chart_measures.h"

#define SIZE_TITLE 13.0
#define SIZE_SUBTITLE 8.5

struct frame {
	struct scene *scene;
	const struct mr_matrix *matrix;
	const struct chart_options *options;
	double left, width; /* of the content */
	double y; /* where the content goes on */
	double margin;
	double beside,
		clear; /* while the title is drawn: the width of a logo at its end, and down to where it stands */
	size_t ground; /* index of the shape that becomes the ground */
};

/* The width left for content: the wanted one, or `natural` when none is wanted. */
double chart_frame_room(const struct chart_options *options, double natural);

/* `width` is the content's; the frame becomes wider only when the title needs it. */
void chart_frame_begin(struct frame *frame, const struct mr_matrix *matrix,
		       const struct chart_options *options, struct scene *scene,
		       enum chart_kind kind, double width);
void chart_frame_end(struct frame *frame);

/* What a chart is called, without the title of the dataset: "Coverage by product"; may be the scene's. */
const char *chart_frame_title(struct scene *scene, const struct mr_matrix *matrix,
			      enum chart_kind kind);

/* A line of small muted words under the content. */
void chart_frame_remark(struct frame *frame, const char *words);

/* How a coverage is counted, unless the document around says so. */
void chart_frame_coverage_remark(struct frame *frame);
/* That, and with which weights: below every chart that prints a coverage. */
void chart_frame_coverage_remarks(struct frame *frame);
/* "Coverage is weighted, ...", the scene's; "" where no weight matters. */
const char *chart_frame_weights(struct scene *scene, const struct mr_matrix *matrix);

/* The built-in symbol and word of what a status counts as. */
const char *chart_frame_like_symbol(const struct mr_matrix *matrix, uint32_t like);
const char *chart_frame_like_word(const struct mr_matrix *matrix, uint32_t like);

/* "Istio", "Octarine (discontinued)". */
const char *chart_frame_product_name(struct scene *scene, const struct mr_matrix *matrix,
				     uint32_t col);

/* Labels of these products, or of features with their weights, as chart_label_make_all() makes them. */
struct label *chart_frame_name_products(struct scene *scene, const struct mr_matrix *matrix,
					const uint32_t *order, uint32_t n,
					struct label_style style);
struct label *chart_frame_name_features(struct scene *scene, const struct mr_matrix *matrix,
					const uint32_t *order, uint32_t n,
					struct label_style style);

/* "mTLS", and "mTLS ×9" where weights matter; the scene's. */
const char *chart_frame_feature_name(struct scene *scene, const struct mr_matrix *matrix,
				     uint32_t row);

/* The name of a category, or the word for features where it has none. */
const char *chart_frame_category_name(const struct mr_matrix *matrix, uint32_t category);

/*
 * Text put together: words of the matrix and numbers, into the scene's memory.  The template's
 * "{a}", "{n}", "{edition}" or "{date}" is replaced by `a` and "{b}" by `b`.
 */
const char *chart_frame_fill(struct scene *scene, const char *template, const char *a,
			     const char *b);
const char *chart_frame_number(struct scene *scene, uint64_t value);
/* "71 %" */
const char *chart_frame_percent(struct scene *scene, double share);

struct mr_where chart_frame_at(uint32_t kind, uint32_t index, uint32_t second);

#endif
