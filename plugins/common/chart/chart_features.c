/* SPDX-License-Identifier: MIT */
/*
 * A stacked bar per feature: how many products have it.  The features in which the products differ most
 * come first, unless another order is asked for: they are what a choice depends on.
 * Features without any status are left out, and counted in a remark.
 */
#include "common/chart/chart_bars.h"
#include "common/chart/chart_order.h"
#include "common/chart/chart_heatmap.h"
#include "common/chart/chart_words.h"

#include <stdlib.h>
#include <string.h>

struct feature {
	uint32_t row;
	bool is_doubled; /* another one has the same name */
	double value;
};

/* The rows show these features, in this order. */
struct features {
	struct bars bars;
	struct feature *order; /* of the part that is drawn */
	uint32_t n_facts;
};

/*
 * How likely two products, of those that it is known of, answer unlike (Gini-Simpson index without
 * replacement): 0 where all agree or one is known, less where none is.
 */
static double difference(const struct mr_counts *counts)
{
	double known = 0, alike = 0;

	for (uint32_t like = MR_LIKE_YES; like <= MR_LIKE_NO; like++) {
		double n = counts->n[like];

		known += n;
		alike += n * (n - 1);
	}
	if (known < 1)
		return -1;
	return known > 1 ? 1 - alike / (known * (known - 1)) : 0;
}

static int by_value(const void *left, const void *right)
{
	const struct feature *a = left, *b = right;

	if (a->value < b->value || a->value > b->value)
		return a->value > b->value ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

/* What the features are sorted by, two of the same name beside each other. */
struct named {
	const char *name;
	struct feature *feature;
};

static int by_name(const void *left, const void *right)
{
	return strcmp(((const struct named *)left)->name, ((const struct named *)right)->name);
}

static void mark_doubled(const struct mr_matrix *m, struct scene *scene, struct feature *all,
			 uint32_t n)
{
	struct named *named = scene_alloc(scene, n * sizeof(*named));

	if (!named)
		return;
	for (uint32_t i = 0; i < n; i++)
		named[i] = (struct named){mr_feature_at(m, all[i].row)->name->plain, &all[i]};
	qsort(named, n, sizeof(*named), by_name);
	for (uint32_t i = 1; i < n; i++)
		if (strcmp(named[i].name, named[i - 1].name) == 0)
			named[i].feature->is_doubled = named[i - 1].feature->is_doubled = true;
}

static void choose(struct features *all, const struct chart_options *options, struct scene *scene)
{
	const struct mr_matrix *m = all->bars.frame.matrix;
	uint32_t n = 0, first;

	all->order = scene_alloc(scene, m->features.n * sizeof(*all->order));
	for (uint32_t row = 0; all->order && row < m->features.n; row++) {
		const struct mr_feature *feature = mr_feature_at(m, row);

		if (feature->is_fact)
			all->n_facts++;
		else
			all->order[n++] =
				(struct feature){.row = row,
						 .value = options->order == CHART_ORDER_VALUE
								  ? feature->counts.coverage
								  : difference(&feature->counts)};
	}
	if (!all->order)
		return;
	if (options->order != CHART_ORDER_DATA) {
		qsort(all->order, n, sizeof(*all->order), by_value);
		mark_doubled(m, scene, all->order, n);
	}
	all->bars.n = chart_order_taken(options, n, &first);
	all->order += first;
}

/* In the order of the dataset the name of a category stands above its features. */
static void begin_category(struct bars *bars, uint32_t i)
{
	const struct mr_matrix *m = bars->frame.matrix;
	const uint32_t own = mr_feature_at(m, bars->rows[i].where.index)->category;
	const struct mr_category *category = mr_category_at(m, own);

	if (mr_text_is_empty(category->name) ||
	    (i > 0 && mr_feature_at(m, bars->rows[i - 1].where.index)->category == own))
		return;
	bars->rows[i].category = category->name->plain;
	bars->rows[i].category_index = own;
}

static void make_rows(struct features *all, const struct chart_options *options,
		      struct scene *scene)
{
	struct bars *bars = &all->bars;
	const struct mr_matrix *m = bars->frame.matrix;

	bars->rows = scene_alloc(scene, bars->n * sizeof(*bars->rows));
	for (uint32_t i = 0; bars->rows && i < bars->n; i++) {
		const struct mr_feature *feature = mr_feature_at(m, all->order[i].row);
		struct bar_row *row = &bars->rows[i];

		row->where = chart_frame_at(MR_AT_FEATURE, all->order[i].row, 0);
		row->counts = &feature->counts;
		row->name = feature->name->plain;
		if (all->order[i].is_doubled)
			row->name =
				chart_frame_fill(scene, "{a} ({b})", row->name,
						 chart_frame_category_name(m, feature->category));
		if (options->order == CHART_ORDER_DATA)
			begin_category(bars, i);
	}
}

static void name_all(struct bars *bars, struct scene *scene, double width)
{
	const struct label_style style = {SIZE_LABEL, false, 3, width};
	struct label_text *texts = scene_alloc(scene, bars->n * sizeof(*texts));
	const struct label *labels;

	for (uint32_t i = 0; texts && i < bars->n; i++)
		texts[i] = (struct label_text){bars->rows[i].name, bars->rows[i].where};
	labels = chart_label_make_all(scene, texts, bars->n, style);
	for (uint32_t i = 0; labels && i < bars->n; i++)
		bars->rows[i].label = labels[i];
}

/* "mTLS: yes 9, no 2; ...": of the first dozen. */
static const char *sentences(struct bars *bars)
{
	const char *all = "";

	for (uint32_t i = 0; i < bars->n && i < CHART_WORDS_MOST; i++)
		all = chart_words_join(
			bars->frame.scene, all,
			chart_frame_fill(bars->frame.scene, "{a}: {b}", bars->rows[i].name,
					 chart_words_counts(&bars->frame, bars->rows[i].counts)));
	return chart_words_end(bars->frame.scene, all, bars->n);
}

void chart_features(const struct mr_matrix *matrix, const struct chart_options *options,
		    struct scene *scene)
{
	struct features all = {.bars = {.frame = {.matrix = matrix}, .kind = CHART_FEATURES}};
	struct bars *bars = &all.bars;
	struct frame *frame = &bars->frame;

	scene->theme = options->theme;
	choose(&all, options, scene);
	make_rows(&all, options, scene);
	if (scene->failed)
		return;
	bars->rows_word = mr_word(matrix, "feature", "Feature");
	bars->name = name_all;
	chart_bars(bars, matrix, options, scene);
	if (options->order == CHART_ORDER_OWN)
		chart_frame_remark(frame, mr_word(matrix, "features_scale",
						  "Features in which the products differ most "
						  "come first."));
	/* of one feature no weight matters */
	chart_frame_coverage_remark(frame);
	if (all.n_facts > 0)
		chart_frame_remark(
			frame, chart_frame_fill(scene,
						mr_word(matrix, "facts_left_out",
							"features in words only, not shown here: "
							"{n}"),
						chart_frame_number(scene, all.n_facts), ""));
	chart_words_describe(frame, sentences(bars));
	chart_bars_table(bars);
	chart_frame_end(frame);
}
