/* SPDX-License-Identifier: MIT */
#include "latex/plan/latex_layout.h"

#include <math.h>

/* Bold heads, kerning and the fonts of other classes: what an estimate may be short of. */
#define SAFETY 1.06
/* No column is narrower, in thousandths of an em: "unknown" with its symbol. */
#define LEAST_COLUMN 4800u
/* A table is roomy when its columns could be so much narrower. */
#define ROOM 1.12

static double gap_for(uint32_t n_columns)
{
	return n_columns > 9 ? 6 : 8;
}

static double needed(const struct latex_column *column)
{
	uint32_t longest =
		column->longest < LATEX_WIDEST_PIECE ? column->longest : LATEX_WIDEST_PIECE;
	uint32_t least = column->widest < LEAST_COLUMN ? column->widest : LEAST_COLUMN;

	return (longest > least ? longest : least) * SAFETY;
}

/* The width that the widest group needs, in thousandths of an em. */
static double widest_group(const struct latex_layout_request *request, uint32_t per_group)
{
	double widest = 0;

	for (uint32_t first = 0; first < request->n_products; first += per_group) {
		double sum = needed(&request->columns[0]);

		for (uint32_t i = first; i < first + per_group && i < request->n_products; i++)
			sum += needed(&request->columns[i + 1]);
		if (sum > widest)
			widest = sum;
	}
	return widest;
}

static void set(const struct latex_layout_request *request, uint32_t n_groups, uint32_t size,
		struct latex_layout *out)
{
	const struct latex_size *type = &request->sizes[size];

	out->size = size;
	out->per_group = (request->n_products + n_groups - 1) / n_groups;
	out->n_groups = (request->n_products + out->per_group - 1) / out->per_group;
	out->gap = gap_for(out->per_group + 1);
	out->measure = request->measure;
	out->em = type->points * type->widening;
}

static double inner(const struct latex_layout *layout, uint32_t n_columns)
{
	return layout->measure - layout->gap * (n_columns - 1);
}

static bool try_groups(const struct latex_layout_request *request, uint32_t n_groups, double room,
		       struct latex_layout *out)
{
	double wanted;

	set(request, n_groups, request->largest, out);
	wanted = widest_group(request, out->per_group) * room / 1000;
	for (uint32_t size = request->largest; size <= request->smallest; size++) {
		set(request, n_groups, size, out);
		if (wanted * out->em <= inner(out, out->per_group + 1))
			return true;
	}
	return false;
}

static double average_of(const struct latex_layout_request *request)
{
	double sum = 0;

	for (uint32_t i = 0; i <= request->n_products; i++)
		sum += (double)request->columns[i].sum;
	return sum / (request->n_products + 1);
}

bool latex_layout_find(const struct latex_layout_request *request, struct latex_layout *out)
{
	uint32_t from = request->n_groups ? request->n_groups : 1;
	uint32_t to = request->n_groups ? from : request->one_group ? 1 : request->n_products;

	out->average = average_of(request);
	if (to > request->n_products)
		to = request->n_products;
	if (from > to)
		from = to;
	for (uint32_t n_groups = from; n_groups <= to; n_groups++) {
		out->is_roomy = try_groups(request, n_groups, ROOM, out);
		if (out->is_roomy)
			return true;
	}
	for (uint32_t n_groups = from; n_groups <= to; n_groups++)
		if (try_groups(request, n_groups, 1, out))
			return true;
	return false;
}

void latex_layout_group(const struct latex_layout *layout, uint32_t n_products, uint32_t group,
			uint32_t *first, uint32_t *n)
{
	*first = group * layout->per_group;
	*n = n_products - *first < layout->per_group ? n_products - *first : layout->per_group;
}

/* By the square root of what a column holds, with the average added: like columns look alike. */
static double weight(const struct latex_layout *layout, const struct latex_column *column)
{
	return sqrt((double)column->sum + layout->average + 1);
}

/*
 * What is left beyond the longest words goes to the columns by their weights: one with more words
 * gets more room, which keeps rows low, but not in proportion, which would make others narrow.
 */
void latex_layout_shares(const struct latex_layout_request *request,
			 const struct latex_layout *layout, uint32_t first, uint32_t n,
			 uint32_t *shares)
{
	double whole = inner(layout, n + 1) * 1000 / layout->em, left = whole, weights = 0;
	uint32_t given = 0;

	for (uint32_t i = 0; i <= n; i++) {
		const struct latex_column *column = &request->columns[i ? first + i : 0];

		left -= needed(column);
		weights += weight(layout, column);
	}
	for (uint32_t i = 0; i <= n; i++) {
		const struct latex_column *column = &request->columns[i ? first + i : 0];
		double extra = left > 0 ? left * weight(layout, column) / weights : 0;

		shares[i] = (uint32_t)((needed(column) + extra) * LATEX_WHOLE / whole);
		given += shares[i];
	}
	/* Rounding left a few ten-thousandths. */
	shares[0] += given <= LATEX_WHOLE ? LATEX_WHOLE - given : 0;
}

uint32_t latex_layout_width(const struct latex_layout *layout, uint32_t n_columns, uint32_t share)
{
	return (uint32_t)(inner(layout, n_columns) * share / LATEX_WHOLE * 1000 / layout->em);
}
