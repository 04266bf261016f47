/* SPDX-License-Identifier: MIT */
/*
 * A stacked bar per product.  All bars share one scale, counts of cells, so a product with fewer
 * counted cells has a shorter bar; each segment says its count where there is room for it, and in
 * the row's end stands the coverage.
 */
#include "common/chart/chart_legend.h"
#include "common/chart/chart_words.h"

#include <string.h>

#define ROW 17.0
#define NATURAL_BAR 300.0
#define LEAST_BAR 80.0

struct bars {
	struct frame frame;
	const uint32_t *order;
	uint32_t n;
	struct label *names;
	double name_width, bar_left, bar_width;
	uint32_t most; /* counted cells of the product with most of them */
};

static void name_all(struct bars *bars, struct scene *scene, double width)
{
	const struct label_style style = {SIZE_LABEL, false, 2, width};

	bars->names =
		chart_frame_name_products(scene, bars->frame.matrix, bars->order, bars->n, style);
	for (uint32_t i = 0; bars->names && i < bars->n; i++) {
		const struct mr_product *product =
			mr_product_at(bars->frame.matrix, bars->order[i]);

		if (bars->names[i].width > bars->name_width)
			bars->name_width = bars->names[i].width;
		if (product->counts.total > bars->most)
			bars->most = product->counts.total;
	}
}

static void segment(struct bars *bars, uint32_t col, uint32_t like, double x, double y)
{
	struct scene *scene = bars->frame.scene;
	uint32_t count = mr_product_at(bars->frame.matrix, col)->counts.n[like];
	double w = bars->bar_width * count / bars->most;
	const char *words = chart_frame_number(scene, count);
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, col, 0);
	struct scene_shape *box;

	/* a hair of paper between the segments, unless that would eat a thin one */
	box = chart_legend_box(scene, like, x, y, w > THIN_PART ? w - PART_GAP : w, BAR);
	if (box)
		box->where = where;
	if (scene_width_of(scene, words, strlen(words), SIZE_SMALL, false) + PART_ROOM <= w)
		chart_legend_symbol(scene, words, like, x + (w - PART_GAP) / 2, y + BAR / 2,
				    SIZE_SMALL, where);
}

static double row(struct bars *bars, uint32_t index, double y)
{
	struct scene *scene = bars->frame.scene;
	uint32_t col = bars->order[index];
	const struct mr_product *product = mr_product_at(bars->frame.matrix, col);
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, col, 0);
	const struct label *name = &bars->names[index];
	double height = name->height + 4 > ROW ? name->height + 4 : ROW;
	double x = bars->bar_left, top = y + (height - BAR) / 2;
	struct scene_shape *group;

	group = scene_group(scene, product->name,
			    chart_words_counts(&bars->frame, &product->counts));
	if (group) {
		group->where = where;
		group->y = y;
		group->h = height;
	}
	chart_label_draw(scene, name, bars->frame.left, y + (height - name->height) / 2,
			 SCENE_START, PALETTE_TEXT, where);
	for (uint32_t like = 0; like < MR_N_LIKES; like++) {
		if (product->counts.n[like] == 0)
			continue;
		segment(bars, col, like, x, top);
		x += bars->bar_width * product->counts.n[like] / bars->most;
	}
	if (product->counts.coverage >= 0) {
		struct scene_shape *share =
			scene_text(scene, bars->frame.left + bars->frame.width,
				   y + height / 2 + SIZE_LABEL * 0.36, SIZE_LABEL,
				   chart_frame_percent(scene, product->counts.coverage));

		if (share) {
			share->anchor = SCENE_ENDING;
			share->where = where;
		}
	}
	scene_end(scene);
	return y + height;
}

static void table(struct bars *bars)
{
	struct scene *scene = bars->frame.scene;
	const struct mr_matrix *m = bars->frame.matrix;

	scene_table_make(scene, bars->n + 1, MR_N_LIKES + 2);
	scene_table_set(scene, 0, 0, mr_word(m, "product", "Product"));
	for (uint32_t like = 0; like < MR_N_LIKES; like++)
		scene_table_set(scene, 0, like + 1, chart_frame_like_word(m, like));
	scene_table_set(scene, 0, MR_N_LIKES + 1, mr_word(m, "coverage", "Coverage"));
	for (uint32_t i = 0; i < bars->n; i++) {
		const struct mr_product *product = mr_product_at(m, bars->order[i]);
		double share = product->counts.coverage;

		scene_table_set(scene, i + 1, 0, product->name);
		for (uint32_t like = 0; like < MR_N_LIKES; like++)
			scene_table_set(scene, i + 1, like + 1,
					chart_frame_number(scene, product->counts.n[like]));
		scene_table_set(scene, i + 1, MR_N_LIKES + 1,
				share >= 0 ? chart_frame_percent(scene, share) : "");
	}
}

void chart_coverage(const struct mr_matrix *matrix, const struct chart_options *options,
		    struct scene *scene)
{
	struct bars bars = {.frame = {.matrix = matrix}, .most = 1};
	double room = chart_frame_room(options, 0), share_width;
	struct legend_item *items;
	const char *coverage = mr_word(matrix, "coverage", "Coverage");
	uint32_t n_items;
	struct scene_shape *head;

	scene->theme = options->theme;
	bars.order = chart_frame_products(scene, matrix, options, chart_frame_coverage, &bars.n);
	name_all(&bars, scene, room > 0 ? room * 0.35 : 190);
	share_width = scene_width_of(scene, coverage, strlen(coverage), SIZE_SMALL, false);
	share_width = 8 + (share_width > 34 ? share_width : 34);
	bars.bar_width = room > 0 ? room - bars.name_width - 8 - share_width : NATURAL_BAR;
	if (bars.bar_width < LEAST_BAR)
		bars.bar_width = LEAST_BAR;
	chart_frame_begin(&bars.frame, matrix, options, scene, CHART_COVERAGE,
			  bars.name_width + 8 + bars.bar_width + share_width);
	bars.bar_width = bars.frame.width - bars.name_width - 8 - share_width;
	bars.bar_left = bars.frame.left + bars.name_width + 8;
	head = scene_text(scene, bars.frame.left + bars.frame.width, bars.frame.y + SIZE_SMALL,
			  SIZE_SMALL, coverage);
	if (head) {
		head->anchor = SCENE_ENDING;
		head->fill = PALETTE_MUTED;
	}
	bars.frame.y += SIZE_SMALL + 4;
	for (uint32_t i = 0; i < bars.n && !scene->failed; i++)
		bars.frame.y = row(&bars, i, bars.frame.y);
	items = chart_legend_likes(&bars.frame, &matrix->counts, &n_items);
	chart_legend_draw(&bars.frame, items, n_items);
	chart_frame_coverage_remarks(&bars.frame);
	chart_words_describe(&bars.frame, chart_words_weighted(&bars.frame, bars.order, bars.n));
	table(&bars);
	chart_frame_end(&bars.frame);
}
