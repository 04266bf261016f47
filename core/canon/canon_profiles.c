/* SPDX-License-Identifier: MIT */
#include "canon/canon_profiles.h"

#include "canon/canon_rows.h"

/* By index in the dataset, whether it is shown. */
struct shown {
	bool *products, *features, *categories;
};

static bool find_shown(struct making *making, struct shown *shown)
{
	const struct matrix *matrix = making->canon->matrix;
	const struct dataset *set = making->set;

	shown->products = arena_array(&making->arena, set->n_products + 1u, 1);
	shown->features = arena_array(&making->arena, set->n_features + 1u, 1);
	shown->categories = arena_array(&making->arena, set->n_categories + 1u, 1);
	if (making->arena.failed)
		return false;
	for (uint32_t col = 0; col < making->view->products.n; col++)
		shown->products[matrix_product_index(matrix, col)] = true;
	for (uint32_t row = 0; row < making->view->features.n; row++)
		shown->features[matrix_feature(matrix, row) - set->features] = true;
	for (uint32_t i = 0; i < making->view->categories.n; i++)
		shown->categories[matrix_category(matrix, i) - set->categories] = true;
	return true;
}

static bool is_shown(const struct dataset_profile *profile, const struct shown *shown)
{
	bool is = true;

	for (uint32_t i = 0; i < profile->n_requirements; i++)
		is = is && shown->features[profile->requirements[i].feature];
	for (uint32_t i = 0; i < profile->n_weights; i++) {
		const struct dataset_weight *weight = &profile->weights[i];

		is = is &&
		     (weight->is_category ? shown->categories : shown->features)[weight->index];
	}
	for (uint32_t i = 0; i < profile->n_without; i++)
		is = is && shown->products[profile->without[i]];
	return is;
}

static void add_requirements(struct making *making, struct node *to,
			     const struct dataset_profile *profile)
{
	struct node *list = node_new(&making->arena, NODE_LIST, NULL);

	for (uint32_t i = 0; i < profile->n_requirements; i++) {
		const struct dataset_requirement *is = &profile->requirements[i];
		const char *id = making->set->features[is->feature].id;
		struct node *one;

		if (!is->is_partial_enough) {
			node_add(list, NULL, node_new(&making->arena, NODE_TEXT, id));
			continue;
		}
		one = node_new(&making->arena, NODE_MAP, NULL);
		node_add_text(&making->arena, one, "feature", id);
		node_add_word(&making->arena, one, "at-least", "partial");
		node_add(list, NULL, one);
	}
	if (profile->n_requirements)
		node_add(to, "require", list);
}

static void add_weights(struct making *making, struct node *to,
			const struct dataset_profile *profile)
{
	const struct dataset *set = making->set;
	struct node *map = node_new(&making->arena, NODE_MAP, NULL);

	for (uint32_t i = 0; i < profile->n_weights; i++) {
		const struct dataset_weight *is = &profile->weights[i];

		node_add_word(&making->arena, map,
			      is->is_category ? set->categories[is->index].id
					      : set->features[is->index].id,
			      canon_rows_weight(making, is->weight));
	}
	if (profile->n_weights)
		node_add(to, "weights", map);
}

static struct node *one_profile(struct making *making, const struct dataset_profile *profile)
{
	struct node *one = node_new(&making->arena, NODE_MAP, NULL);
	struct node *without = node_new(&making->arena, NODE_LIST, NULL);

	if (!one)
		return NULL;
	one->is_block = true;
	one->comment = making_comment(making, profile->place);
	node_add_text(&making->arena, one, "id", profile->id);
	node_add_text(&making->arena, one, "name", profile->name);
	node_add_text(&making->arena, one, "description",
		      making_markdown(making, profile->description));
	add_requirements(making, one, profile);
	add_weights(making, one, profile);
	for (uint32_t i = 0; i < profile->n_without; i++)
		node_add(without, NULL,
			 node_new(&making->arena, NODE_TEXT,
				  making->set->products[profile->without[i]].id));
	if (profile->n_without)
		node_add(one, "without", without);
	if (profile->partial < 0.5 || profile->partial > 0.5)
		node_add_word(&making->arena, one, "partial",
			      canon_rows_weight(making, profile->partial));
	return one;
}

struct node *canon_profiles(struct making *making)
{
	struct node *all = node_new(&making->arena, NODE_LIST, NULL);
	struct shown shown;

	if (!all || making->set->n_profiles == 0 || !find_shown(making, &shown))
		return all;
	all->is_block = true;
	for (uint32_t i = 0; i < making->set->n_profiles; i++)
		if (is_shown(&making->set->profiles[i], &shown))
			node_add(all, NULL, one_profile(making, &making->set->profiles[i]));
	return all;
}
