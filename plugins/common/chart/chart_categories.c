/* SPDX-License-Identifier: MIT */
/*
 * Small multiples: a row per product, a column per category, in each place a stacked bar as wide as
 * the column, and under it how many of the category's features the product has.  Bars show shares
 * of the category, so that a small category is as easy to read as a large one.
 */
#include "common/chart/chart_legend.h"
#include "common/chart/chart_order.h"
#include "common/chart/chart_words.h"

#define COL 74.0
#define LEAST_COL 46.0
#define ROW 25.0

struct multiples {
	struct frame frame;
	const uint32_t *order;
	uint32_t n; /* products */
	uint32_t *categories; /* those with a status */
	uint32_t n_categories;
	struct label *names, *heads;
	double name_width, head_height, col_width, left;
};

static void choose_categories(struct multiples *all, struct scene *scene)
{
	const struct mr_matrix *m = all->frame.matrix;

	all->categories = scene_alloc(scene, m->categories.n * sizeof(*all->categories));
	for (uint32_t i = 0; all->categories && i < m->categories.n; i++)
		if (mr_category_at(m, i)->counts.total > 0)
			all->categories[all->n_categories++] = i;
}

static void name_all(struct multiples *all, struct scene *scene, double room)
{
	const struct mr_matrix *m = all->frame.matrix;
	const struct label_style style = {SIZE_LABEL, false, 2, room};
	const struct label_style head = {SIZE_SMALL, true, 4, all->col_width};
	struct label_text *texts = scene_alloc(scene, all->n_categories * sizeof(*texts));

	all->names = chart_frame_name_products(scene, m, all->order, all->n, style);
	for (uint32_t i = 0; all->names && i < all->n; i++)
		if (all->names[i].width > all->name_width)
			all->name_width = all->names[i].width;
	for (uint32_t k = 0; texts && k < all->n_categories; k++)
		texts[k] =
			(struct label_text){chart_frame_category_name(m, all->categories[k]),
					    chart_frame_at(MR_AT_CATEGORY, all->categories[k], 0)};
	all->heads = chart_label_make_all(scene, texts, all->n_categories, head);
	for (uint32_t k = 0; all->heads && k < all->n_categories; k++)
		if (all->heads[k].height > all->head_height)
			all->head_height = all->heads[k].height;
}

static double col_left(const struct multiples *all, uint32_t k)
{
	return all->left + k * (all->col_width + COL_GAP);
}

static void draw_heads(struct multiples *all)
{
	for (uint32_t k = 0; k < all->n_categories; k++) {
		const struct label *head = &all->heads[k];

		chart_label_draw(all->frame.scene, head, col_left(all, k),
				 all->frame.y + all->head_height - head->height, SCENE_START,
				 PALETTE_TEXT,
				 chart_frame_at(MR_AT_CATEGORY, all->categories[k], 0));
	}
	all->frame.y += all->head_height + 2;
}

/* "4/5": features that count as yes of those that are counted and apply. */
static const char *fraction(struct scene *scene, const struct mr_counts *counts)
{
	return chart_frame_fill(scene, "{a}/{b}", chart_frame_number(scene, counts->n[MR_LIKE_YES]),
				chart_frame_number(scene, counts->total - counts->n[MR_LIKE_NA]));
}

static void draw_place(struct multiples *all, uint32_t i, uint32_t k, double y)
{
	struct scene *scene = all->frame.scene;
	const struct mr_counts *counts =
		mr_category_counts(all->frame.matrix, all->categories[k], all->order[i]);
	const struct mr_where where = chart_frame_at(MR_AT_PRODUCT, all->order[i], 0);
	double x = col_left(all, k);
	struct scene_shape *words;

	if (counts->total == 0) {
		/* nothing was counted: a line where the bar would be */
		scene_line(scene, x, y + SMALL_BAR / 2, x + all->col_width, y + SMALL_BAR / 2);
		return;
	}
	for (uint32_t like = 0; like < MR_N_LIKES; like++) {
		double w = all->col_width * counts->n[like] / counts->total;
		struct scene_shape *box;

		if (counts->n[like] == 0)
			continue;
		box = chart_legend_box(scene, like, x, y, w > THIN_PART ? w - SMALL_GAP : w,
				       SMALL_BAR);
		if (box)
			box->where = where;
		x += w;
	}
	words = scene_text(scene, col_left(all, k), y + SMALL_BAR + SIZE_SMALL, SIZE_SMALL,
			   fraction(scene, counts));
	if (words) {
		words->fill = PALETTE_MUTED;
		words->where = where;
	}
}

static void draw_rows(struct multiples *all)
{
	struct scene *scene = all->frame.scene;

	for (uint32_t i = 0; i < all->n && !scene->failed; i++) {
		const struct mr_product *product = mr_product_at(all->frame.matrix, all->order[i]);
		const struct label *name = &all->names[i];
		struct scene_shape *group = scene_group(
			scene, product->name, chart_words_counts(&all->frame, &product->counts));

		if (group) {
			group->where = chart_frame_at(MR_AT_PRODUCT, all->order[i], 0);
			group->y = all->frame.y;
			group->h = ROW;
		}
		chart_label_draw(scene, name, all->frame.left,
				 all->frame.y + SMALL_TOP + SMALL_BAR / 2 - name->height / 2,
				 SCENE_START, PALETTE_TEXT,
				 chart_frame_at(MR_AT_PRODUCT, all->order[i], 0));
		for (uint32_t k = 0; k < all->n_categories; k++)
			draw_place(all, i, k, all->frame.y + SMALL_TOP);
		scene_end(scene);
		all->frame.y += ROW;
	}
}

static void table(struct multiples *all)
{
	struct scene *scene = all->frame.scene;
	const struct mr_matrix *m = all->frame.matrix;

	chart_words_table(&all->frame, all->order, all->n, all->categories, all->n_categories);
	for (uint32_t i = 0; i < all->n && !scene->failed; i++) {
		for (uint32_t k = 0; k < all->n_categories; k++) {
			const struct mr_counts *counts =
				mr_category_counts(m, all->categories[k], all->order[i]);

			scene_table_set(scene, i + 1, k + 1,
					chart_words_counts(&all->frame, counts));
		}
	}
}

void chart_categories(const struct mr_matrix *matrix, const struct chart_options *options,
		      struct scene *scene)
{
	struct multiples all = {.frame = {.matrix = matrix}, .col_width = COL};
	double room = chart_frame_room(options, 0), name_room = 150, columns;
	struct legend_item *items;
	uint32_t n_items;

	scene->theme = options->theme;
	all.order = chart_order_products(scene, matrix, options, chart_order_coverage, &all.n);
	choose_categories(&all, scene);
	if (scene->failed)
		return;
	if (room > 0) {
		name_room = room * 0.25 < name_room ? room * 0.25 : name_room;
		columns = (room - name_room - 10) / all.n_categories - COL_GAP;
		all.col_width = columns < LEAST_COL ? LEAST_COL : columns > 160 ? 160 : columns;
	}
	name_all(&all, scene, name_room);
	chart_frame_begin(&all.frame, matrix, options, scene, CHART_CATEGORIES,
			  all.name_width + 10 + all.n_categories * (all.col_width + COL_GAP) -
				  COL_GAP);
	all.left = all.frame.left + all.name_width + 10;
	draw_heads(&all);
	draw_rows(&all);
	items = chart_legend_likes(&all.frame, &matrix->counts, &n_items);
	chart_legend_draw(&all.frame, items, n_items);
	chart_frame_remark(&all.frame, mr_word(matrix, "fraction_scale",
					       "Under each bar: yes, of all that apply."));
	chart_words_describe(&all.frame, chart_words_products(&all.frame, all.order, all.n));
	table(&all);
	chart_frame_end(&all.frame);
}
