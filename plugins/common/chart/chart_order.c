/* SPDX-License-Identifier: MIT */
#include "common/chart/chart_order.h"

#include <string.h>

double chart_order_coverage(const struct mr_matrix *matrix, uint32_t col)
{
	return mr_product_at(matrix, col)->counts.coverage;
}

bool chart_order_shares(const struct mr_counts *counts, double *low, double *high)
{
	const double *w = counts->weighted;
	double all = w[MR_LIKE_YES] + w[MR_LIKE_PARTIAL] + w[MR_LIKE_NO] + w[MR_LIKE_UNKNOWN];

	*low = *high = -1;
	if (counts->coverage < 0 || !(all > 0))
		return false;
	*low = counts->coverage;
	*high = *low + w[MR_LIKE_UNKNOWN] / all;
	*high = *high > 1 ? 1 : *high;
	return true;
}

static void merge(const double *values, uint32_t *order, uint32_t *spare, uint32_t n)
{
	uint32_t half = n / 2, a = 0, b = half, k = 0;

	if (n < 2)
		return;
	merge(values, order, spare, half);
	merge(values, order + half, spare, n - half);
	while (a < half || b < n) {
		/* equals keep their order */
		bool is_left = b == n || (a < half && values[order[a]] >= values[order[b]]);

		spare[k++] = is_left ? order[a++] : order[b++];
	}
	memcpy(order, spare, n * sizeof(*order));
}

static void sort_products(struct scene *scene, const struct mr_matrix *matrix,
			  double (*value)(const struct mr_matrix *matrix, uint32_t col),
			  uint32_t *order)
{
	uint32_t n = matrix->products.n;
	uint32_t *spare = scene_alloc(scene, n * sizeof(*spare));
	double *values = scene_alloc(scene, n * sizeof(*values));

	if (!spare || !values)
		return;
	for (uint32_t col = 0; col < n; col++)
		values[col] = value(matrix, col);
	merge(values, order, spare, n);
}

uint32_t chart_order_taken(const struct chart_options *options, uint32_t n, uint32_t *first)
{
	*first = options->first_item < n ? options->first_item : n;
	n -= *first;
	return options->n_items > 0 && options->n_items < n ? options->n_items : n;
}

uint32_t *chart_order_products(struct scene *scene, const struct mr_matrix *matrix,
			       const struct chart_options *options,
			       double (*value)(const struct mr_matrix *matrix, uint32_t col),
			       uint32_t *n)
{
	uint32_t all = matrix->products.n, first;
	uint32_t *order = scene_alloc(scene, all * sizeof(*order));

	*n = 0;
	if (!order)
		return NULL;
	for (uint32_t col = 0; col < all; col++)
		order[col] = col;
	if (options->order == CHART_ORDER_VALUE)
		sort_products(scene, matrix, value, order);
	if (scene->failed)
		return NULL;
	*n = chart_order_taken(options, all, &first);
	return order + first;
}
