/* SPDX-License-Identifier: MIT */
/*
 * chart_slope - what the slope chart places before it draws: products of both editions, and at each
 * side labels that share one percentage where they have the same, none above another.
 *
 * Memory is the scene's.
 */
#ifndef COMMON_CHART_SLOPE_H
#define COMMON_CHART_SLOPE_H

#include "common/chart/chart_frame.h"

/* The sides: the older edition, and this one. */
enum { SLOPE_THEN = 0, SLOPE_NOW = 1, SLOPE_N_SIDES = 2 };

/* A product of either edition. */
struct slope_item {
	uint32_t at[SLOPE_N_SIDES]; /* its index in each edition, MR_NO_INDEX where it is in none */
	double share[SLOPE_N_SIDES]; /* its coverage, -1 for none */
	struct label label[SLOPE_N_SIDES]; /* where it has a coverage */
	double label_top[SLOPE_N_SIDES];
};

/* Products whose coverage is the same percentage, below each other. */
struct slope_bundle {
	uint32_t first, n; /* in slope_side.order */
	unsigned percent;
	double wanted, height; /* where its middle would be best, and the height of its labels */
	double top; /* where they are */
};

struct slope_side {
	uint32_t *order; /* indexes of items with a coverage here, the highest first */
	uint32_t n;
	struct slope_bundle *bundles;
	uint32_t n_bundles;
	double name_width, height; /* of the widest label, and of all of them */
};

struct slope {
	struct frame frame;
	struct slope_item *items;
	uint32_t n;
	struct slope_side sides[SLOPE_N_SIDES];
	double top, height; /* of the field between the sides */
	double low, high; /* the shares at its lower and upper end */
};

/* How many products two editions have together: what parts are counted in. */
uint32_t chart_slope_items(const struct mr_matrix *matrix);

/* Finds the items of the part and makes their labels, in lines of at most `room`. */
void chart_slope_collect(struct slope *slope, struct scene *scene, double room);

/* Where a share stands in the field. */
double chart_slope_y(const struct slope *slope, double share);

/* Places all labels; slope->top and height are set, and the height holds each side's labels. */
void chart_slope_place(struct slope *slope);

static inline bool chart_slope_has(const struct slope_item *item, int side)
{
	return item->share[side] >= 0;
}

#endif
