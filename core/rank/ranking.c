/* SPDX-License-Identifier: MIT */
#include "rank/ranking.h"

#include "base/mem.h"
#include "base/nearest.h"
#include "base/shell.h"
#include "data/shape.h"
#include "rank/rank.h"
#include "view/cell.h"
#include "view/ids.h"
#include "view/profiles.h"

#include <string.h>

struct ranking {
	struct arena arena;
	struct mr_ranking shown;
};

/* A ranking on its way. */
struct making {
	struct arena *arena;
	struct diag *diag;
	struct matrix *matrix;
	const struct mr_matrix *view;
	const struct dataset *set;
	const struct dataset_profile *profile; /* or null */
	double *weights; /* by feature of the dataset */
	struct profiles_places places;
	struct dataset_requirement *requirements;
	uint32_t n_requirements;
	struct mr_requirement *required; /* the same as formats see them */
	struct rank_input input;
	struct rank rank;
};

#define ARRAY(at, n) ((struct mr_array){(at), (n), sizeof(*(at))})

bool ranking_is_wanted(const struct ranking_wish *wish)
{
	return wish->profile || wish->weights.n > 0;
}

void ranking_put_command(struct buf *out, const struct ranking_wish *wish)
{
	if (wish->profile) {
		buf_put_text(out, " --profile ");
		shell_put_word(out, wish->profile);
	}
	for (uint32_t i = 0; i < wish->weights.n; i++) {
		buf_put_text(out, " --weight ");
		shell_put_word(out, wish->weights.given[i]);
	}
	for (uint32_t i = 0; i < wish->require.n; i++) {
		buf_put_text(out, " --require ");
		shell_put_word(out, wish->require.given[i]);
	}
}

/* ---- the profile */

static int find_profile(struct making *making, const char *id)
{
	const struct dataset *set = making->set;
	struct diag_message message = {.severity = MR_ERROR};
	struct nearest nearest;
	char word[DIAG_WORD];

	nearest_init(&nearest, id);
	for (uint32_t i = 0; i < set->n_profiles; i++) {
		if (strcmp(set->profiles[i].id, id) == 0) {
			making->profile = &set->profiles[i];
			return 0;
		}
		nearest_offer(&nearest, set->profiles[i].id);
	}
	message.suggestion = nearest.best;
	if (set->n_profiles == 0)
		message.hint = "the dataset has no profiles; --weight and --require do without";
	diag_report(making->diag, &message, "unknown profile '%s' (--profile)",
		    diag_word(word, id));
	return -1;
}

/* ---- weights */

static void set_weight(struct making *making, const struct dataset_weight *is)
{
	const struct dataset_category *category = &making->set->categories[is->index];

	if (!is->is_category) {
		making->weights[is->index] = is->weight;
		return;
	}
	for (uint32_t i = 0; i < category->n_features; i++)
		making->weights[category->first_feature + i] = is->weight;
}

/* Those of categories first, so that those of features have the last word. */
static void set_weights(struct making *making, const struct dataset_weight *at, uint32_t n)
{
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < n; i++)
			if (at[i].is_category == (pass == 0))
				set_weight(making, &at[i]);
}

static bool is_called(const char *id, const char *name, const struct dataset_ids *formerly,
		      bool is_former)
{
	if (!is_former)
		return strcmp(id, name) == 0;
	for (uint32_t i = 0; i < formerly->n; i++)
		if (strcmp(formerly->at[i], name) == 0)
			return true;
	return false;
}

/* A present id of a feature, of a category, an earlier one of a feature. */
static bool find_weighted(const struct making *making, const char *id, struct dataset_weight *out)
{
	const struct dataset *set = making->set;

	for (int is_former = 0; is_former < 2; is_former++) {
		for (uint32_t i = 0; i < set->n_features; i++) {
			const struct dataset_feature *feature = &set->features[i];

			if (!is_called(feature->id, id, &feature->formerly, is_former))
				continue;
			*out = (struct dataset_weight){.is_category = false, .index = i};
			if (is_former)
				diag_say(making->diag, MR_NOTE, NULL,
					 "feature '%s' is called '%s' now (--weight)", id,
					 feature->id);
			return true;
		}
		for (uint32_t i = 0; i < set->n_categories && !is_former; i++) {
			if (strcmp(set->categories[i].id, id) != 0)
				continue;
			*out = (struct dataset_weight){.is_category = true, .index = i};
			return true;
		}
	}
	return false;
}

/* The id before the last '='. */
static int read_weight(const struct making *making, const char *given, struct dataset_weight *out)
{
	const char *sign = strrchr(given, '=');
	struct diag_message message = {.severity = MR_ERROR};
	char word[DIAG_WORD];
	struct nearest nearest;
	const char *id;
	double weight;

	if (!sign || sign == given || !shape_to_weight(sign + 1, &weight)) {
		message.hint = "N is a number from 0 on such as 2 or 0.5";
		diag_report(making->diag, &message, "--weight takes FEATURE=N, not '%s'",
			    diag_word(word, given));
		return -1;
	}
	id = arena_copy(making->arena, given, (size_t)(sign - given));
	if (!id)
		return -1;
	if (find_weighted(making, id, out)) {
		out->weight = weight;
		return 0;
	}
	nearest_init(&nearest, id);
	for (uint32_t i = 0; i < making->set->n_features; i++)
		nearest_offer(&nearest, making->set->features[i].id);
	for (uint32_t i = 0; i < making->set->n_categories; i++)
		nearest_offer(&nearest, making->set->categories[i].id);
	message.suggestion = nearest.best;
	diag_report(making->diag, &message, "unknown feature or category '%s' (--weight)",
		    diag_word(word, id));
	return -1;
}

static int weigh(struct making *making, const struct ranking_wish *wish)
{
	const struct dataset *set = making->set;
	struct dataset_weight *given =
		arena_array(making->arena, wish->weights.n + 1u, sizeof(*given));
	int status = 0;

	making->weights = arena_array(making->arena, set->n_features, sizeof(*making->weights));
	if (!given || !making->weights)
		return -1;
	for (uint32_t i = 0; i < set->n_features; i++)
		making->weights[i] = set->features[i].weight;
	if (making->profile)
		set_weights(making, making->profile->weights, making->profile->n_weights);
	for (uint32_t i = 0; i < wish->weights.n; i++)
		status |= read_weight(making, wish->weights.given[i], &given[i]);
	if (status == 0)
		set_weights(making, given, wish->weights.n);
	return status;
}

/* ---- requirements */

/* What is required beside the profile wins over it.  That an unknown is enough changes nothing: a ranking says it is open. */
static void require(struct making *making, uint32_t feature, bool is_partial_enough)
{
	for (uint32_t i = 0; i < making->n_requirements; i++) {
		if (making->requirements[i].feature != feature)
			continue;
		making->requirements[i].is_partial_enough = is_partial_enough;
		return;
	}
	making->requirements[making->n_requirements++] = (struct dataset_requirement){
		.feature = feature, .is_partial_enough = is_partial_enough};
}

static int take_requirements(struct making *making, const struct select_list *list)
{
	const struct ids_query query = {"--require", IDS_FEATURE, list->given, list->n, true};
	uint32_t n_own = making->profile ? making->profile->n_requirements : 0;
	struct ids_found found = {0};

	if (list->n && ids_find(making->set, &query, making->arena, making->diag, &found) != 0)
		return -1;
	making->requirements =
		arena_array(making->arena, n_own + found.n + 1u, sizeof(*making->requirements));
	if (!making->requirements)
		return -1;
	for (uint32_t i = 0; i < n_own; i++)
		making->requirements[making->n_requirements++] = making->profile->requirements[i];
	for (uint32_t i = 0; i < found.n; i++)
		require(making, found.at[i], found.level[i] >= IDS_PARTIAL);
	return 0;
}

/* ---- what is counted */

static int index_all(struct making *making)
{
	uint32_t n_cols = making->view->products.n, n_rows = making->view->features.n;
	uint32_t *cols = arena_array(making->arena, n_cols + 1u, sizeof(*cols));
	uint32_t *rows = arena_array(making->arena, n_rows + 1u, sizeof(*rows));

	if (!cols || !rows)
		return -1;
	for (uint32_t col = 0; col < n_cols; col++)
		cols[col] = matrix_product_index(making->matrix, col);
	for (uint32_t row = 0; row < n_rows; row++)
		rows[row] = (uint32_t)(matrix_feature(making->matrix, row) - making->set->features);
	making->places = profiles_index(making->set, &ARRAY(cols, n_cols), &ARRAY(rows, n_rows),
					making->arena);
	return making->arena->failed ? -1 : 0;
}

/* Requirements as formats see them, and as they are counted. */
static struct rank_requirement *count_requirements(struct making *making)
{
	uint32_t n = making->n_requirements;
	struct rank_requirement *counted = arena_array(making->arena, n + 1u, sizeof(*counted));

	making->required = arena_array(making->arena, n + 1u, sizeof(*making->required));
	for (uint32_t i = 0; counted && making->required && i < n; i++) {
		struct mr_requirement *is = &making->required[i];

		*is = profiles_requirement(making->set, &making->requirements[i], &making->places,
					   making->arena);
		counted[i] =
			(struct rank_requirement){is->likes.at, is->is_partial_enough, is->row};
	}
	return counted;
}

static int fill_input(struct making *making)
{
	const struct mr_matrix *view = making->view;
	uint32_t n_cols = view->products.n, n_rows = view->features.n;
	uint8_t *likes = arena_array(making->arena, (size_t)n_rows * n_cols, 1);
	double *weights = arena_array(making->arena, n_rows, sizeof(*weights));
	bool *is_left_out = arena_array(making->arena, n_cols, sizeof(*is_left_out));
	struct rank_requirement *requirements = count_requirements(making);

	if (making->arena->failed)
		return -1;
	for (uint32_t row = 0; row < n_rows; row++) {
		uint32_t index =
			(uint32_t)(matrix_feature(making->matrix, row) - making->set->features);

		weights[row] = mr_feature_at(view, row)->is_fact ? 0 : making->weights[index];
		for (uint32_t col = 0; col < n_cols; col++)
			likes[(size_t)row * n_cols + col] = mr_cell_at(view, row, col)->like;
	}
	for (uint32_t i = 0; making->profile && i < making->profile->n_without; i++) {
		uint32_t col = making->places.columns[making->profile->without[i]];

		if (col != MR_NO_INDEX)
			is_left_out[col] = true;
	}
	making->input =
		(struct rank_input){.n_products = n_cols,
				    .n_rows = n_rows,
				    .n_requirements = making->n_requirements,
				    .likes = likes,
				    .weights = weights,
				    .partial = making->profile ? making->profile->partial : 0.5,
				    .requirements = requirements,
				    .is_left_out = is_left_out};
	return making->arena->failed ? -1 : 0;
}

static int count(struct making *making)
{
	switch (rank_make(&making->rank, &making->input, making->arena)) {
	case RANK_DONE: return 0;
	case RANK_TOO_FINE:
		diag_say(making->diag, MR_ERROR, NULL,
			 "the weights have too many digits together to be counted exactly");
		return -1;
	case RANK_NO_WEIGHT:
		diag_say(making->diag, MR_ERROR, NULL,
			 "every feature that is shown has the weight 0, so nothing is left to "
			 "count");
		return -1;
	default: return -1;
	}
}

/* ---- what is shown */

/* Indexes of the requirements that leave a product in `state`. */
static struct mr_array unmet(const struct making *making, uint32_t product, bool is_open)
{
	uint32_t n_all = making->n_requirements, n = 0;
	uint32_t *at = arena_array(making->arena, n_all + 1u, sizeof(*at));

	for (uint32_t i = 0; at && i < n_all; i++) {
		const struct rank_requirement *is = &making->input.requirements[i];
		uint8_t like = is->likes[product];
		bool is_met =
			like == MR_LIKE_YES || (like == MR_LIKE_PARTIAL && is->is_partial_enough);

		if (!is_met && is_open == (like == MR_LIKE_UNKNOWN))
			at[n++] = i;
	}
	return ARRAY(at, n);
}

static void show_products(struct making *making, struct mr_ranking *shown)
{
	uint32_t n = making->input.n_products;
	struct mr_ranked *ranked = arena_array(making->arena, n, sizeof(*ranked));

	for (uint32_t i = 0; ranked && i < n; i++) {
		uint32_t col = making->rank.order[i];
		const struct rank_product *from = &making->rank.products[col];
		double of = (double)from->of;

		ranked[i] = (struct mr_ranked){
			.product = col,
			.standing = from->standing,
			.low = from->of ? (double)from->low / of : -1,
			.high = from->of ? (double)from->high / of : -1,
			.low_units = from->low,
			.high_units = from->high,
			.all_units = from->of,
			.first_place = from->first,
			.last_place = from->last,
		};
		if (from->standing == RANK_LEFT_OUT)
			continue;
		ranked[i].failed = unmet(making, col, false);
		ranked[i].open = unmet(making, col, true);
	}
	shown->ranked = ARRAY(ranked, ranked ? n : 0);
}

static void show_deciding(struct making *making, struct mr_ranking *shown)
{
	uint32_t n = making->rank.n_cells;
	struct mr_deciding *at = arena_array(making->arena, n + 1u, sizeof(*at));

	for (uint32_t i = 0; at && i < n; i++) {
		const struct rank_cell *from = &making->rank.cells[i];

		at[i] = (struct mr_deciding){from->product, from->row, from->requirement,
					     from->n_pairs,
					     (double)from->weight / (double)from->of};
	}
	shown->deciding = ARRAY(at, at ? n : 0);
	shown->n_deciding = making->rank.n_cells_all;
}

static void show(struct making *making, struct mr_ranking *shown)
{
	static const struct mr_text empty = {.plain = ""};
	const struct dataset_profile *profile = making->profile;

	*shown = (struct mr_ranking){
		.struct_size = sizeof(*shown),
		.n_placed = making->rank.n_ranked,
		.id = profile ? profile->id : "",
		.name = profile ? profile->name : "",
		.description = profile ? profile->description : &empty,
		.partial = making->input.partial,
		.weights = ARRAY(making->input.weights, making->input.n_rows),
		.requirements = ARRAY(making->required, making->n_requirements),
	};
	show_products(making, shown);
	show_deciding(making, shown);
}

static int make(struct making *making, const struct ranking_wish *wish)
{
	int status = 0;

	if (wish->profile)
		status |= find_profile(making, wish->profile);
	status |= weigh(making, wish);
	status |= take_requirements(making, &wish->require);
	if (status != 0)
		return -1;
	return index_all(making) || fill_input(making) || count(making) ? -1 : 0;
}

struct ranking *ranking_new(struct matrix *matrix, const struct ranking_wish *wish,
			    struct diag *diag)
{
	struct ranking *ranking = mem_array(1, sizeof(*ranking));
	struct making making = {.arena = ranking ? &ranking->arena : NULL,
				.diag = diag,
				.matrix = matrix,
				.view = matrix_view(matrix),
				.set = matrix_dataset(matrix)};
	int status = ranking ? make(&making, wish) : -1;

	if (status == 0)
		show(&making, &ranking->shown);
	if (!ranking || ranking->arena.failed)
		diag_no_memory(diag);
	if (status != 0 || ranking->arena.failed) {
		ranking_free(ranking);
		return NULL;
	}
	matrix_rank(matrix, &ranking->shown);
	return ranking;
}

void ranking_free(struct ranking *ranking)
{
	if (ranking)
		arena_release(&ranking->arena);
	mem_free(ranking);
}
