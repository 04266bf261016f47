/* SPDX-License-Identifier: MIT */
#include "view/profiles.h"

#include "view/cell.h"

#include <string.h>

#define ARRAY(at, n) ((struct mr_array){(at), (n), sizeof(*(at))})

/* By index in the dataset: where in `shown` it stands. */
static const uint32_t *invert(const struct mr_array *shown, uint32_t n, struct arena *arena)
{
	uint32_t *at = arena_array(arena, n + 1u, sizeof(*at));

	if (!at)
		return NULL;
	memset(at, 0xff, n * sizeof(*at)); /* MR_NO_INDEX */
	for (uint32_t i = 0; i < shown->n; i++)
		at[mr_index_at(shown, i)] = i;
	return at;
}

struct profiles_places profiles_index(const struct dataset *set, const struct mr_array *cols,
				      const struct mr_array *rows, struct arena *arena)
{
	return (struct profiles_places){
		.columns = invert(cols, set->n_products, arena),
		.rows = invert(rows, set->n_features, arena),
		.n_columns = cols->n,
	};
}

struct mr_requirement profiles_requirement(const struct dataset *set,
					   const struct dataset_requirement *from,
					   const struct profiles_places *places,
					   struct arena *arena)
{
	const struct dataset_feature *feature = &set->features[from->feature];
	uint8_t *likes = arena_array(arena, places->n_columns + 1u, sizeof(*likes));
	struct mr_requirement made = {.id = feature->id,
				      .name = feature->name,
				      .row = MR_NO_INDEX,
				      .is_partial_enough = from->is_partial_enough};

	if (!likes || !places->rows || !places->columns)
		return made;
	memset(likes, MR_LIKE_UNKNOWN, places->n_columns);
	for (uint32_t i = 0; i < feature->n_cells; i++) {
		struct dataset_cell cell = cells_at(&set->cells, feature->first_cell + i);
		uint32_t col = places->columns[cell.product];

		if (col != MR_NO_INDEX)
			likes[col] = cell_like(set, &cell);
	}
	made.row = places->rows[from->feature];
	made.likes = ARRAY(likes, places->n_columns);
	return made;
}

static struct mr_array requirements_of(const struct dataset *set,
				       const struct dataset_profile *profile,
				       const struct profiles_places *places, struct arena *arena)
{
	uint32_t n = profile->n_requirements;
	struct mr_requirement *at = arena_array(arena, n + 1u, sizeof(*at));

	for (uint32_t i = 0; at && i < n; i++)
		at[i] = profiles_requirement(set, &profile->requirements[i], places, arena);
	return ARRAY(at, at ? n : 0);
}

static struct mr_array weights_of(const struct dataset *set, const struct dataset_profile *profile,
				  struct arena *arena)
{
	uint32_t n = profile->n_weights;
	struct mr_weight *at = arena_array(arena, n + 1u, sizeof(*at));

	for (uint32_t i = 0; at && i < n; i++) {
		const struct dataset_weight *from = &profile->weights[i];

		at[i] = (struct mr_weight){from->is_category ? set->categories[from->index].id
							     : set->features[from->index].id,
					   from->is_category, from->weight};
	}
	return ARRAY(at, at ? n : 0);
}

static struct mr_array without_of(const struct dataset_profile *profile,
				  const struct profiles_places *places, struct arena *arena)
{
	uint32_t *at = arena_array(arena, profile->n_without + 1u, sizeof(*at));
	uint32_t n = 0;

	for (uint32_t i = 0; at && places->columns && i < profile->n_without; i++)
		if (places->columns[profile->without[i]] != MR_NO_INDEX)
			at[n++] = places->columns[profile->without[i]];
	return ARRAY(at, n);
}

struct mr_array profiles_show(const struct dataset *set, const struct mr_array *cols,
			      const struct mr_array *rows, struct arena *arena)
{
	uint32_t n = set->n_profiles;
	struct mr_profile *at = n ? arena_array(arena, n, sizeof(*at)) : NULL;
	struct profiles_places places;

	if (!at)
		return ARRAY(at, 0);
	places = profiles_index(set, cols, rows, arena);
	for (uint32_t i = 0; i < n; i++) {
		const struct dataset_profile *from = &set->profiles[i];

		at[i] = (struct mr_profile){
			.id = from->id,
			.name = from->name,
			.description = from->description,
			.partial = from->partial,
			.requirements = requirements_of(set, from, &places, arena),
			.weights = weights_of(set, from, arena),
			.without = without_of(from, &places, arena),
		};
	}
	return ARRAY(at, n);
}
