/* SPDX-License-Identifier: MIT */
/*
 * chart_frame - what all charts share: the ground, title and subtitle above, legend and credit
 * below, a margin around, and the order and parts of what is drawn.
 *
 *     struct frame frame;
 *     frame_begin(&frame, matrix, options, scene, CHART_HEATMAP, content_width);
 *     ... draw from frame.y downwards between frame.left and frame.left + frame.width, move y ...
 *     frame_legend(&frame, items, n);
 *     frame_end(&frame);
 *
 * Lengths are points before options->scale, which chart_draw() applies to the finished scene.
 */
#ifndef COMMON_CHART_FRAME_H
#define COMMON_CHART_FRAME_H

#include "common/chart/chart.h"
#include "common/chart/chart_label.h"

#define SIZE_TITLE 13.0
#define SIZE_SUBTITLE 8.5
#define SIZE_LABEL 8.0
#define SIZE_SMALL 7.0
#define CELL_GAP 1.0

struct frame {
	struct scene *scene;
	const struct mr_matrix *matrix;
	const struct chart_options *options;
	double left, width; /* of the content */
	double y; /* where the content goes on */
	double margin;
	size_t ground; /* index of the shape that becomes the ground */
};

/* The width left for content: the wanted one, or `natural` when none is wanted. */
double frame_room(const struct chart_options *options, double natural);

/* `width` is the content's; the frame becomes wider only when the title needs it. */
void frame_begin(struct frame *frame, const struct mr_matrix *matrix,
		 const struct chart_options *options, struct scene *scene, enum chart_kind kind,
		 double width);
void frame_end(struct frame *frame);

/* One entry of a legend: a filled box with a symbol in it, and words. */
struct legend_item {
	enum palette_role fill;
	enum palette_pattern pattern;
	uint32_t like; /* that the symbol's ink is for */
	const char *symbol; /* "": none */
	const char *label;
	bool is_words; /* the mark of a cell with words instead of a symbol */
};
void frame_legend(struct frame *frame, const struct legend_item *items, uint32_t n);
/* The statuses used, for heat maps; what they count as, for bars. Both count into *n. */
struct legend_item *frame_statuses(struct frame *frame, bool has_words, uint32_t *n);
struct legend_item *frame_likes(struct frame *frame, const struct mr_counts *counts, uint32_t *n);

/* A line of small muted words under the content. */
void frame_remark(struct frame *frame, const char *words);

/* A box in the colours of what a status counts as, with edge and pattern as the theme has them. */
struct scene_shape *frame_box(struct scene *scene, uint32_t like, double x, double y, double w,
			      double h);
/* Outlines a box from within, so that it shows where its fill is near to the paper. */
void frame_edge(struct scene_shape *box);
/* The mark of a cell with words and no status: three short lines around (x, y). */
void frame_words_mark(struct scene *scene, double x, double y, double size, struct mr_where where);
/* A symbol in the middle of (x, y), its ink for the fill of `like`. */
void frame_symbol(struct scene *scene, const char *symbol, uint32_t like, double x, double y,
		  double size, struct mr_where where);

/* The built-in symbol and word of what a status counts as. */
const char *frame_like_symbol(const struct mr_matrix *matrix, uint32_t like);
const char *frame_like_word(const struct mr_matrix *matrix, uint32_t like);

/* "Istio", "Octarine (discontinued)". */
const char *frame_product_name(struct scene *scene, const struct mr_matrix *matrix, uint32_t col);

/* The name of a category, or the word for features where it has none. */
const char *frame_category_name(const struct mr_matrix *matrix, uint32_t category);

/* Products to draw, ordered and cut to the part: indexes, *n of them; null after a failure. */
uint32_t *frame_products(struct scene *scene, const struct mr_matrix *matrix,
			 const struct chart_options *options, uint32_t *n);

/*
 * Text put together: words of the matrix and numbers, into the scene's memory.  The template's
 * "{a}" or "{n}" is replaced by `a` and "{b}" by `b`.
 */
const char *frame_fill(struct scene *scene, const char *template, const char *a, const char *b);
const char *frame_number(struct scene *scene, uint64_t value);
/* "71 %" */
const char *frame_percent(struct scene *scene, double share);

struct mr_where frame_at(uint32_t kind, uint32_t index, uint32_t second);

#endif
