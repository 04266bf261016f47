/* SPDX-License-Identifier: MIT */
#include "stats/stats.h"

#include <stdlib.h>

#include "base/date.h"

/* The days on which cells were verified, while they are collected. */
struct days {
	int32_t *at;
	size_t n;
};

struct collecting {
	struct stats *stats;
	struct stats_row *products, *categories;
	struct days days;
};

/* Whether it counts into the ages: only what is stated does. */
static bool has_day(const struct mr_cell *cell)
{
	return cell->like != MR_LIKE_UNKNOWN && cell->detail && cell->detail->verified.year > 0;
}

static void add(struct stats_row *row, const struct mr_cell *cell, bool is_fact)
{
	const struct mr_cell_detail *detail = cell->detail;

	row->n_texts += cell->like == MR_LIKE_NONE;
	if (cell->like == MR_LIKE_UNKNOWN) {
		row->n_unknown_facts += is_fact;
		return;
	}
	row->n_stated++;
	row->n_sourced += detail && detail->sources.n > 0;
	row->n_verified += has_day(cell);
}

static void add_row(struct collecting *collecting, uint32_t row)
{
	const struct mr_matrix *m = collecting->stats->m;
	const struct mr_feature *feature = mr_feature_at(m, row);

	collecting->stats->n_facts += feature->is_fact;
	for (uint32_t col = 0; col < m->products.n; col++) {
		const struct mr_cell *cell = mr_cell_at(m, row, col);

		add(&collecting->stats->all, cell, feature->is_fact);
		add(&collecting->products[col], cell, feature->is_fact);
		add(&collecting->categories[feature->category], cell, feature->is_fact);
	}
}

unsigned stats_percent(double share)
{
	unsigned rounded = (unsigned)(share * 100 + 0.5);

	if (share > 0 && rounded == 0)
		return 1;
	return share < 1 && rounded == 100 ? 99 : rounded;
}

static int compare(const void *a, const void *b)
{
	int32_t first = *(const int32_t *)a, second = *(const int32_t *)b;

	return (first > second) - (first < second);
}

/* The days of the cells from the first to before the second row and column, sorted, and what `out` says of them. */
static void take_days(struct collecting *collecting, const uint32_t rows[2], const uint32_t cols[2],
		      struct stats_row *out)
{
	const struct mr_matrix *m = collecting->stats->m;
	int64_t today = date_to_days(collecting->stats->today);
	struct days *days = &collecting->days;
	size_t n_past = 0;

	days->n = 0;
	for (uint32_t row = rows[0]; row < rows[1]; row++)
		for (uint32_t col = cols[0]; col < cols[1]; col++) {
			const struct mr_cell *cell = mr_cell_at(m, row, col);

			if (has_day(cell))
				days->at[days->n++] = (int32_t)date_to_days(cell->detail->verified);
		}
	out->median_age = -1;
	if (days->n == 0)
		return;
	qsort(days->at, days->n, sizeof(*days->at), compare);
	out->oldest = date_from_days(days->at[0]);
	while (n_past < days->n && days->at[n_past] <= today)
		n_past++;
	if (n_past > 0)
		out->median_age = today - days->at[n_past / 2];
}

/* How old what was verified is; the days are those of all. */
static void take_ages(struct stats *stats, const struct days *days)
{
	static const int64_t ends[STATS_N_AGES - 1] = STATS_AGES;
	int64_t today = date_to_days(stats->today);

	if (days->n > 0)
		stats->newest = date_from_days(days->at[days->n - 1]);
	for (size_t i = 0; i < days->n; i++) {
		size_t group = 0;

		if (days->at[i] > today) {
			stats->n_later++;
			continue;
		}
		while (group < STATS_N_AGES - 1 && today - days->at[i] > ends[group])
			group++;
		stats->n_by_age[group]++;
	}
}

static void take_all_days(struct collecting *collecting)
{
	const struct mr_matrix *m = collecting->stats->m;
	const uint32_t rows[2] = {0, m->features.n}, cols[2] = {0, m->products.n};

	for (uint32_t col = 0; col < m->products.n; col++)
		take_days(collecting, rows, (uint32_t[]){col, col + 1}, &collecting->products[col]);
	for (uint32_t i = 0; i < m->categories.n; i++) {
		uint32_t first = mr_category_at(m, i)->first_feature;
		uint32_t n = mr_category_at(m, i)->n_features;

		take_days(collecting, (uint32_t[]){first, first + n}, cols,
			  &collecting->categories[i]);
	}
	take_days(collecting, rows, cols, &collecting->stats->all);
	take_ages(collecting->stats, &collecting->days);
}

static void name_rows(struct collecting *collecting)
{
	const struct mr_matrix *m = collecting->stats->m;

	for (uint32_t i = 0; i < m->products.n; i++) {
		const struct mr_product *product = mr_product_at(m, i);

		collecting->products[i] = (struct stats_row){
			.id = product->id, .name = product->name, .counts = &product->counts};
	}
	for (uint32_t i = 0; i < m->categories.n; i++) {
		const struct mr_category *category = mr_category_at(m, i);
		bool has_name = !mr_text_is_empty(category->name);

		collecting->categories[i] =
			(struct stats_row){.id = category->id,
					   .name = has_name ? category->name->plain : category->id,
					   .counts = &category->counts};
	}
}

int stats_collect(const struct mr_matrix *m, struct mr_date today, struct arena *arena,
		  struct stats *out)
{
	struct collecting collecting = {.stats = out};

	*out = (struct stats){.m = m, .today = today, .all = {.counts = &m->counts}};
	collecting.products =
		arena_array(arena, (size_t)m->products.n + 1, sizeof(*collecting.products));
	collecting.categories =
		arena_array(arena, (size_t)m->categories.n + 1, sizeof(*collecting.categories));
	collecting.days.at = arena_array(arena, (size_t)m->features.n * m->products.n + 1,
					 sizeof(*collecting.days.at));
	if (!collecting.products || !collecting.categories || !collecting.days.at)
		return -1;
	name_rows(&collecting);
	for (uint32_t row = 0; row < m->features.n; row++)
		add_row(&collecting, row);
	take_all_days(&collecting);
	if (m->as_of.year > 0)
		out->as_of_age = date_to_days(today) - date_to_days(m->as_of);
	out->products = collecting.products;
	out->categories = collecting.categories;
	return 0;
}
