/* SPDX-License-Identifier: MIT */
/* A stacked bar per product. */
#include "common/chart/chart_bars.h"
#include "common/chart/chart_order.h"
#include "common/chart/chart_words.h"

/* The rows show these products, in this order. */
struct products {
	struct bars bars;
	const uint32_t *order;
};

static void name_all(struct bars *bars, struct scene *scene, double width)
{
	const struct products *all = (const struct products *)bars;
	const struct label_style style = {SIZE_LABEL, false, 2, width};
	struct label *labels =
		chart_frame_name_products(scene, bars->frame.matrix, all->order, bars->n, style);

	for (uint32_t i = 0; labels && i < bars->n; i++)
		bars->rows[i].label = labels[i];
}

void chart_coverage(const struct mr_matrix *matrix, const struct chart_options *options,
		    struct scene *scene)
{
	struct products all = {.bars = {.frame = {.matrix = matrix}, .kind = CHART_COVERAGE}};
	struct bars *bars = &all.bars;

	scene->theme = options->theme;
	all.order = chart_order_products(scene, matrix, options, chart_order_coverage, &bars->n);
	bars->rows = scene_alloc(scene, bars->n * sizeof(*bars->rows));
	if (scene->failed)
		return;
	for (uint32_t i = 0; i < bars->n; i++) {
		const struct mr_product *product = mr_product_at(matrix, all.order[i]);

		bars->rows[i].where = chart_frame_at(MR_AT_PRODUCT, all.order[i], 0);
		bars->rows[i].name = product->name;
		bars->rows[i].counts = &product->counts;
	}
	bars->rows_word = mr_word(matrix, "product", "Product");
	bars->name = name_all;
	chart_bars(bars, matrix, options, scene);
	chart_frame_coverage_remarks(&bars->frame);
	chart_words_describe(&bars->frame, chart_words_weighted(&bars->frame, all.order, bars->n));
	chart_bars_table(bars);
	chart_frame_end(&bars->frame);
}
