/* SPDX-License-Identifier: MIT */
#include "common/chart/chart_words.h"

const char *chart_words_join(struct scene *scene, const char *all, const char *one)
{
	return *all ? chart_frame_fill(scene, "{a}; {b}", all, one) : one;
}

const char *chart_words_end(struct scene *scene, const char *all, uint32_t n)
{
	return chart_frame_fill(scene, n > CHART_WORDS_MOST ? "{a}; \342\200\246" : "{a}.", all,
				"");
}

const char *chart_words_counts(struct frame *frame, const struct mr_counts *counts)
{
	const char *all = "";

	for (uint32_t like = 0; like < MR_N_LIKES; like++) {
		const char *one;

		if (counts->n[like] == 0)
			continue;
		one = chart_frame_fill(frame->scene, "{a} {b}",
				       chart_frame_like_word(frame->matrix, like),
				       chart_frame_number(frame->scene, counts->n[like]));
		all = *all ? chart_frame_fill(frame->scene, "{a}, {b}", all, one) : one;
	}
	return all;
}

const char *chart_words_products(struct frame *frame, const uint32_t *order, uint32_t n)
{
	const char *all = "";

	for (uint32_t i = 0; i < n && i < CHART_WORDS_MOST; i++) {
		const struct mr_product *product = mr_product_at(frame->matrix, order[i]);
		const char *one = chart_frame_fill(frame->scene, "{a}: {b}", product->name,
						   chart_words_counts(frame, &product->counts));

		all = chart_words_join(frame->scene, all, one);
	}
	return chart_words_end(frame->scene, all, n);
}

const char *chart_words_weighted(struct frame *frame, const uint32_t *order, uint32_t n)
{
	const char *products = chart_words_products(frame, order, n);
	const char *weights = chart_frame_weights(frame->scene, frame->matrix);

	return *weights ? chart_frame_fill(frame->scene, "{a} {b}.", products, weights) : products;
}

void chart_words_describe(struct frame *frame, const char *more)
{
	struct scene *scene = frame->scene;
	const struct mr_matrix *m = frame->matrix;
	const char *products =
		chart_frame_fill(scene, "{a}: {b}", mr_word(m, "products", "Products"),
				 chart_frame_number(scene, m->products.n));
	const char *features =
		chart_frame_fill(scene, "{a}: {b}", mr_word(m, "features", "Features"),
				 chart_frame_number(scene, m->features.n));
	const char *sizes = chart_frame_fill(scene, "{a}, {b}", products, features);

	sizes = chart_frame_fill(scene, "{a}. {b}. ", scene->title, sizes);
	scene->description = chart_frame_fill(scene, "{a}{b}", sizes, more);
}

void chart_words_table(struct frame *frame, const uint32_t *products, uint32_t n,
		       const uint32_t *categories, uint32_t n_categories)
{
	struct scene *scene = frame->scene;
	const struct mr_matrix *m = frame->matrix;

	scene_table_make(scene, n + 1, n_categories + 1);
	scene_table_set(scene, 0, 0, mr_word(m, "product", "Product"));
	for (uint32_t k = 0; k < n_categories; k++)
		scene_table_set(scene, 0, k + 1, chart_frame_category_name(m, categories[k]));
	for (uint32_t i = 0; i < n; i++)
		scene_table_set(scene, i + 1, 0, mr_product_at(m, products[i])->name);
}
