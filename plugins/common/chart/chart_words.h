/* SPDX-License-Identifier: MIT */
/*
 * chart_words - what a chart says to who cannot see it: sentences and a table, in the words of the
 * dataset's language.
 */
#ifndef COMMON_CHART_WORDS_H
#define COMMON_CHART_WORDS_H

#include "common/chart/chart_frame.h"

#define CHART_WORDS_MOST 12 /* products that a description says; more are an ellipsis */

/* "Istio: yes 20; Linkerd 2: ...": one more behind all before it, which are "" at first. */
const char *chart_words_join(struct scene *scene, const char *all, const char *one);
/* The end of what was joined of `n` products. */
const char *chart_words_end(struct scene *scene, const char *all, uint32_t n);

/* The description: title, how many products and features, then `more` sentences. */
void chart_words_describe(struct frame *frame, const char *more);

/* "Istio: yes 20, no 2, unknown 1; Linkerd 2: ..." of the first dozen of the products. */
const char *chart_words_products(struct frame *frame, const uint32_t *order, uint32_t n);

/* The same, and how the coverage beside them is weighted. */
const char *chart_words_weighted(struct frame *frame, const uint32_t *order, uint32_t n);

/* Begins a table of products by categories: its heads, and room for the cells from row and column 1 on. */
void chart_words_table(struct frame *frame, const uint32_t *products, uint32_t n,
		       const uint32_t *categories, uint32_t n_categories);

/* "yes 20, no 2, unknown 1"; "" when nothing was counted. */
const char *chart_words_counts(struct frame *frame, const struct mr_counts *counts);

#endif
