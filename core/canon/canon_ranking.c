/* SPDX-License-Identifier: MIT */
#include "canon/canon_ranking.h"

#include <stdio.h>

#include "canon/canon_rows.h"

static void add_number(struct making *making, struct node *to, const char *key, uint64_t number)
{
	char *word = arena_array(&making->arena, 24, 1);

	if (!word)
		return;
	snprintf(word, 24, "%llu", (unsigned long long)number);
	node_add_word(&making->arena, to, key, word);
}

/* From 0 to 1, in millionths; the exact fraction stands beside it. */
static void add_share(struct making *making, struct node *to, const char *key, double share)
{
	char *word = arena_array(&making->arena, 16, 1);
	unsigned millionths = (unsigned)(share * 1e6 + 0.5);

	if (!word)
		return;
	snprintf(word, 16, "%u.%06u", millionths / 1000000, millionths % 1000000);
	node_add_word(&making->arena, to, key, word);
}

static void add_list(struct making *making, struct node *to, const char *key,
		     const struct mr_array *requirements)
{
	struct node *list = node_new(&making->arena, NODE_LIST, NULL);

	for (uint32_t i = 0; i < requirements->n; i++)
		node_add(list, NULL,
			 node_new(&making->arena, NODE_TEXT,
				  mr_requirement_at(making->view->ranking,
						    mr_index_at(requirements, i))
					  ->id));
	if (requirements->n > 0)
		node_add(to, key, list);
}

static struct node *one_product(struct making *making, const struct mr_ranked *is)
{
	static const char *const standings[] = {"in", "open", "failed", "out"};
	struct node *one = node_new(&making->arena, NODE_MAP, NULL);

	node_add_text(&making->arena, one, "product", mr_product_at(making->view, is->product)->id);
	node_add_text(&making->arena, one, "standing", standings[is->standing]);
	if (is->first_place > 0) {
		add_number(making, one, "first_place", is->first_place);
		add_number(making, one, "last_place", is->last_place);
	}
	if (is->all_units > 0) {
		add_share(making, one, "low", is->low);
		add_share(making, one, "high", is->high);
		add_number(making, one, "low_units", is->low_units);
		add_number(making, one, "high_units", is->high_units);
		add_number(making, one, "all_units", is->all_units);
	}
	add_list(making, one, "failed", &is->failed);
	add_list(making, one, "open", &is->open);
	return one;
}

static void add_products(struct making *making, struct node *to)
{
	struct node *list = node_new(&making->arena, NODE_LIST, NULL);

	for (uint32_t i = 0; i < making->view->ranking->ranked.n; i++)
		node_add(list, NULL, one_product(making, mr_ranked_at(making->view->ranking, i)));
	node_add(to, "products", list);
}

static void add_requirements(struct making *making, struct node *to)
{
	const struct mr_ranking *ranking = making->view->ranking;
	struct node *list = node_new(&making->arena, NODE_LIST, NULL);

	for (uint32_t i = 0; i < ranking->requirements.n; i++) {
		const struct mr_requirement *is = mr_requirement_at(ranking, i);
		struct node *one = node_new(&making->arena, NODE_MAP, NULL);

		node_add_text(&making->arena, one, "feature", is->id);
		node_add_text(&making->arena, one, "at-least",
			      is->is_partial_enough ? "partial" : "yes");
		node_add(list, NULL, one);
	}
	if (ranking->requirements.n > 0)
		node_add(to, "require", list);
}

static void add_weights(struct making *making, struct node *to)
{
	const struct mr_array *weights = &making->view->ranking->weights;
	struct node *map = node_new(&making->arena, NODE_MAP, NULL);

	for (uint32_t row = 0; row < weights->n; row++) {
		const double *weight = mr_at(weights, row);

		node_add_word(&making->arena, map, mr_feature_at(making->view, row)->id,
			      canon_rows_weight(making, *weight));
	}
	node_add(to, "weights", map);
}

static void add_deciding(struct making *making, struct node *to)
{
	const struct mr_ranking *ranking = making->view->ranking;
	struct node *list = node_new(&making->arena, NODE_LIST, NULL);

	for (uint32_t i = 0; i < ranking->deciding.n; i++) {
		const struct mr_deciding *is = mr_deciding_at(ranking, i);
		struct node *one = node_new(&making->arena, NODE_MAP, NULL);

		node_add_text(&making->arena, one, "product",
			      mr_product_at(making->view, is->product)->id);
		node_add_text(&making->arena, one, "feature",
			      is->row != MR_NO_INDEX
				      ? mr_feature_at(making->view, is->row)->id
				      : mr_requirement_at(ranking, is->requirement)->id);
		if (is->requirement != MR_NO_INDEX)
			node_add_word(&making->arena, one, "required", "true");
		add_number(making, one, "pairs", is->n_pairs);
		add_share(making, one, "share", is->share);
		node_add(list, NULL, one);
	}
	if (ranking->deciding.n > 0)
		node_add(to, "deciding", list);
	add_number(making, to, "n_deciding", ranking->n_deciding);
}

struct node *canon_ranking(struct making *making)
{
	const struct mr_ranking *ranking = making->view->ranking;
	struct node *all = ranking ? node_new(&making->arena, NODE_MAP, NULL) : NULL;

	if (!all)
		return NULL;
	node_add_text(&making->arena, all, "profile", ranking->id);
	node_add_text(&making->arena, all, "name", ranking->name);
	node_add_text(&making->arena, all, "description",
		      making_markdown(making, ranking->description));
	node_add_word(&making->arena, all, "partial", canon_rows_weight(making, ranking->partial));
	add_weights(making, all);
	add_requirements(making, all);
	add_products(making, all);
	add_deciding(making, all);
	return all;
}
