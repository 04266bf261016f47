/* SPDX-License-Identifier: MIT */
/*
 * chart_order - what a chart draws, and in which order: the part that was asked for, products by a value of theirs.
 */
#ifndef COMMON_CHART_ORDER_H
#define COMMON_CHART_ORDER_H

#include "common/chart/chart.h"

/* The coverage of a product. */
double chart_order_coverage(const struct mr_matrix *matrix, uint32_t col);

/* A coverage, and what it would be were all unknown yes; false, and -1 in both, where nothing counts. */
bool chart_order_shares(const struct mr_counts *counts, double *low, double *high);

/* The part that is drawn of `n` rows or products: how many, and in *first from which on. */
uint32_t chart_order_taken(const struct chart_options *options, uint32_t n, uint32_t *first);

/* Products to draw, those of most value first if so wanted, and cut to the part: indexes, *n of them; null after a failure. */
uint32_t *chart_order_products(struct scene *scene, const struct mr_matrix *matrix,
			       const struct chart_options *options,
			       double (*value)(const struct mr_matrix *matrix, uint32_t col),
			       uint32_t *n);

#endif
