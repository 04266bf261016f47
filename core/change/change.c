/* SPDX-License-Identifier: MIT */
#include "change/change.h"

#include <string.h>

#include "base/mem.h"
#include "change/declared.h"
#include "change/match.h"
#include "change/sides.h"
#include "view/blank.h"

struct change {
	struct arena arena;
	struct match_all match;
	struct matrix *old;
	struct mr_since since;
};

/* What is needed while it is made. */
struct making {
	struct change *change;
	const struct matrix *now;
	const struct change_wish *wish;
	struct compare compare;
	/* By index in the old dataset: in the old matrix, MR_NO_INDEX for what is not in it */
	uint32_t *col_of, *category_of, *row_of;
	struct mr_was *products, *categories, *features, *cells;
};

/* ---- what --ignore knows */

static const struct {
	const char *word;
	unsigned what;
} ignorable[] = {{"links", MR_CHANGED_LINKS},
		 {"notes", MR_CHANGED_NOTES},
		 {"words", MR_CHANGED_WORDS},
		 {"evidence", MR_CHANGED_EVIDENCE}};

enum { N_IGNORABLE = sizeof(ignorable) / sizeof(*ignorable) };

unsigned change_ignored(const char *word, size_t n)
{
	for (size_t i = 0; i < N_IGNORABLE; i++)
		if (strlen(ignorable[i].word) == n && memcmp(ignorable[i].word, word, n) == 0)
			return ignorable[i].what;
	return 0;
}

void change_put_ignored(struct buf *out, unsigned ignored)
{
	const char *before = " --ignore ";

	for (size_t i = 0; i < N_IGNORABLE; i++) {
		if (!(ignored & ignorable[i].what))
			continue;
		buf_put_text(out, before);
		buf_put_text(out, ignorable[i].word);
		before = ",";
	}
}

/* ---- which of the old edition belongs to the selection */

static bool shows_gone_products(const struct select_request *request)
{
	return request->products.n == 0 && request->require.n == 0;
}

/* A gone feature has no place in a selection of features; in one of categories where its own is selected. */
static bool shows_gone_feature(const struct select_request *request, bool has_category)
{
	return request->features.n == 0 && (request->categories.n == 0 || has_category);
}

/* By index in the old dataset: whether it is asked for by its partner, or gone and to be shown. */
static bool *wanted_products(const struct making *making, struct arena *arena)
{
	const struct match *match = &making->change->match.products;
	bool *is_wanted = arena_array(arena, (size_t)match->n_old + 1, sizeof(*is_wanted));
	const struct mr_matrix *view = matrix_view(making->now);

	if (!is_wanted)
		return NULL;
	for (uint32_t col = 0; col < view->products.n; col++) {
		uint32_t then = match->then[matrix_product_index(making->now, col)];

		if (then != MR_NO_INDEX)
			is_wanted[then] = true;
	}
	for (uint32_t i = 0; i < match->n_old; i++)
		if (match->now[i] == MR_NO_INDEX)
			is_wanted[i] = shows_gone_products(making->wish->request);
	return is_wanted;
}

static uint32_t feature_index(const struct matrix *matrix, uint32_t row)
{
	return (uint32_t)(matrix_feature(matrix, row) - matrix_dataset(matrix)->features);
}

static uint32_t category_index(const struct matrix *matrix, uint32_t index)
{
	return (uint32_t)(matrix_category(matrix, index) - matrix_dataset(matrix)->categories);
}

static bool *wanted_features(const struct making *making, const struct dataset *old,
			     struct arena *arena)
{
	const struct match *match = &making->change->match.features;
	const struct match *categories = &making->change->match.categories;
	bool *is_wanted = arena_array(arena, (size_t)match->n_old + 1, sizeof(*is_wanted));
	bool *has_category = arena_array(arena, (size_t)match->n_old + 1, sizeof(*has_category));
	bool *is_shown = arena_array(arena, (size_t)categories->n_new + 1, sizeof(*is_shown));
	const struct mr_matrix *view = matrix_view(making->now);

	if (!is_wanted || !has_category || !is_shown)
		return NULL;
	for (uint32_t i = 0; i < view->categories.n; i++)
		is_shown[category_index(making->now, i)] = true;
	for (uint32_t i = 0; i < match->n_old; i++) {
		uint32_t now = categories->now[old->features[i].category];

		has_category[i] = now != MR_NO_INDEX && is_shown[now];
	}
	for (uint32_t row = 0; row < view->features.n; row++) {
		uint32_t then = match->then[feature_index(making->now, row)];

		if (then != MR_NO_INDEX)
			is_wanted[then] = true;
	}
	for (uint32_t i = 0; i < match->n_old; i++)
		if (match->now[i] == MR_NO_INDEX)
			is_wanted[i] = shows_gone_feature(making->wish->request, has_category[i]);
	return is_wanted;
}

/* Ids of what is wanted; an empty list where that is all, or nothing of it. */
static struct select_list list_products(const struct dataset *old, const bool *is_wanted,
					struct arena *arena)
{
	const char **ids = arena_array(arena, (size_t)old->n_products + 1, sizeof(*ids));
	uint32_t n = 0;

	for (uint32_t i = 0; ids && i < old->n_products; i++)
		if (is_wanted[i])
			ids[n++] = old->products[i].id;
	return (struct select_list){ids, n < old->n_products ? n : 0};
}

static struct select_list list_features(const struct dataset *old, const bool *is_wanted,
					struct arena *arena)
{
	const char **ids = arena_array(arena, (size_t)old->n_features + 1, sizeof(*ids));
	uint32_t n = 0;

	for (uint32_t i = 0; ids && i < old->n_features; i++)
		if (is_wanted[i])
			ids[n++] = old->features[i].id;
	return (struct select_list){ids, n < old->n_features ? n : 0};
}

static int make_old(struct making *making, struct dataset *old, struct diag *diag)
{
	struct change *change = making->change;
	const bool *products = wanted_products(making, &change->arena);
	const bool *features = wanted_features(making, old, &change->arena);
	struct select_request request = {.reading = "", .blank = making->wish->request->blank};

	if (!products || !features)
		return -1;
	request.products = list_products(old, products, &change->arena);
	request.features = list_features(old, features, &change->arena);
	if (change->arena.failed)
		return -1;
	if (blank_judge(old, &request, diag) == BLANK_FITS)
		change->old = matrix_new(old, &request, diag);
	return change->old ? 0 : -1;
}

/* ---- indexes of the old matrix */

static uint32_t *no_indexes(struct arena *arena, uint32_t n)
{
	uint32_t *at = arena_array(arena, (size_t)n + 1, sizeof(*at));

	if (at)
		memset(at, 0xff, ((size_t)n + 1) * sizeof(*at));
	return at;
}

static int find_indexes(struct making *making)
{
	struct change *change = making->change;
	const struct match_all *match = &change->match;
	const struct mr_matrix *old = matrix_view(change->old);

	making->col_of = no_indexes(&change->arena, match->products.n_old);
	making->category_of = no_indexes(&change->arena, match->categories.n_old);
	making->row_of = no_indexes(&change->arena, match->features.n_old);
	if (change->arena.failed)
		return -1;
	for (uint32_t i = 0; i < old->products.n; i++)
		making->col_of[matrix_product_index(change->old, i)] = i;
	for (uint32_t i = 0; i < old->categories.n; i++)
		making->category_of[category_index(change->old, i)] = i;
	for (uint32_t i = 0; i < old->features.n; i++)
		making->row_of[feature_index(change->old, i)] = i;
	return 0;
}

/* What became of number `index` of the new dataset, as far as its being there says it. */
static struct mr_was begin(const struct making *making, const struct match *match, uint32_t index,
			   const uint32_t *of)
{
	uint32_t then = match->then[index];
	struct mr_was was = {.then = then == MR_NO_INDEX ? MR_NO_INDEX : of[then]};

	if (was.then == MR_NO_INDEX)
		was.kind = MR_CHANGE_ADDED;
	else if (match->is_moved[index])
		compare_add(&making->compare, &was, MR_CHANGED_PLACE, MR_TONE_PLAIN);
	return was;
}

static void tell(const struct mr_was *was, uint32_t *n_added, uint32_t *n_changed)
{
	*n_added += was->kind == MR_CHANGE_ADDED;
	*n_changed += was->kind == MR_CHANGE_CHANGED;
}

static void make_sides(struct making *making)
{
	struct change *change = making->change;
	struct mr_since *since = &change->since;
	const struct match_all *match = &change->match;
	const struct mr_matrix *now = matrix_view(making->now), *old = since->old;

	for (uint32_t i = 0; i < now->products.n; i++) {
		struct mr_was *was = &making->products[i];

		*was = begin(making, &match->products, matrix_product_index(making->now, i),
			     making->col_of);
		if (was->kind != MR_CHANGE_ADDED)
			sides_products(&making->compare, was, mr_product_at(now, i),
				       mr_product_at(old, was->then));
		tell(was, &since->n_products_added, &since->n_products_changed);
	}
	for (uint32_t i = 0; i < now->categories.n; i++) {
		struct mr_was *was = &making->categories[i];

		*was = begin(making, &match->categories, category_index(making->now, i),
			     making->category_of);
		if (was->kind != MR_CHANGE_ADDED)
			sides_categories(&making->compare, was, mr_category_at(now, i),
					 mr_category_at(old, was->then));
		tell(was, &since->n_categories_added, &since->n_categories_changed);
	}
	for (uint32_t i = 0; i < now->features.n; i++) {
		struct mr_was *was = &making->features[i];

		*was = begin(making, &match->features, feature_index(making->now, i),
			     making->row_of);
		if (was->kind != MR_CHANGE_ADDED)
			sides_features(&making->compare, was, mr_feature_at(now, i),
				       mr_feature_at(old, was->then));
		tell(was, &since->n_features_added, &since->n_features_changed);
	}
}

static void make_cells(struct making *making)
{
	struct mr_since *since = &making->change->since;
	const struct mr_matrix *now = matrix_view(making->now);
	struct mr_was *was = making->cells;

	for (uint32_t row = 0; row < now->features.n; row++) {
		for (uint32_t col = 0; col < now->products.n; col++, was++) {
			uint32_t then_row = making->features[row].then;
			uint32_t then_col = making->products[col].then;

			if (then_row == MR_NO_INDEX || then_col == MR_NO_INDEX)
				continue;
			compare_cells(&making->compare, was, mr_cell_at(now, row, col),
				      mr_cell_at(since->old, then_row, then_col));
			since->n_cells_changed += was->kind == MR_CHANGE_CHANGED;
			since->n_cells_quiet +=
				was->kind == MR_CHANGE_CHANGED && was->tone == MR_TONE_QUIET;
			since->n_cells_loud += was->tone == MR_TONE_LOUD;
		}
	}
}

/* ---- what is gone */

/* Those of the old matrix whose index in the dataset has no partner. */
static struct mr_array gone(struct change *change, const struct match *match, const uint32_t *of)
{
	uint32_t *at = arena_array(&change->arena, (size_t)match->n_old + 1, sizeof(*at)), n = 0;

	for (uint32_t i = 0; at && i < match->n_old; i++)
		if (match->now[i] == MR_NO_INDEX && of[i] != MR_NO_INDEX)
			at[n++] = of[i];
	return (struct mr_array){at, n, sizeof(*at)};
}

static void make_gone(struct making *making)
{
	struct change *change = making->change;
	struct mr_since *since = &change->since;

	if (shows_gone_products(making->wish->request))
		since->gone_products = gone(change, &change->match.products, making->col_of);
	if (making->wish->request->features.n == 0)
		since->gone_features = gone(change, &change->match.features, making->row_of);
	if (making->wish->request->features.n == 0 && making->wish->request->categories.n == 0)
		since->gone_categories =
			gone(change, &change->match.categories, making->category_of);
}

/* ---- the whole */

#define ARRAY(at, n) ((struct mr_array){(at), (n), sizeof(*(at))})

static int allocate(struct making *making)
{
	const struct mr_matrix *now = matrix_view(making->now);
	struct arena *arena = &making->change->arena;
	struct mr_since *since = &making->change->since;

	making->products = arena_array(arena, now->products.n, sizeof(struct mr_was));
	making->categories = arena_array(arena, now->categories.n, sizeof(struct mr_was));
	making->features = arena_array(arena, now->features.n, sizeof(struct mr_was));
	making->cells = arena_array(arena, now->cells.n, sizeof(struct mr_was));
	since->struct_size = sizeof(*since);
	since->is_diff = making->wish->is_diff;
	since->old = matrix_view(making->change->old);
	since->products = ARRAY(making->products, now->products.n);
	since->categories = ARRAY(making->categories, now->categories.n);
	since->features = ARRAY(making->features, now->features.n);
	since->cells = ARRAY(making->cells, now->cells.n);
	return arena->failed ? -1 : 0;
}

static void add_up(struct mr_since *since, uint32_t n_document)
{
	since->n_changes = since->n_products_added + since->n_products_changed +
			   since->gone_products.n + since->n_categories_added +
			   since->n_categories_changed + since->gone_categories.n +
			   since->n_features_added + since->n_features_changed +
			   since->gone_features.n + since->n_cells_changed + n_document;
}

static int make(struct making *making, struct dataset *old, struct diag *diag)
{
	struct change *change = making->change;
	const struct dataset *set = matrix_dataset(making->now);
	uint32_t n_declared;

	if (match_editions(set, old, making->wish->by_name, &change->arena, &change->match) != 0 ||
	    make_old(making, old, diag) != 0 || find_indexes(making) != 0 ||
	    allocate(making) != 0 ||
	    compare_init(&making->compare, matrix_view(making->now), change->since.old,
			 making->wish->ignored, &change->arena) != 0)
		return -1;
	make_sides(making);
	make_cells(making);
	make_gone(making);
	n_declared = declared_compare(&making->compare, making->wish->by_name, &change->arena,
				      &change->since);
	add_up(&change->since, sides_document(&making->compare) + n_declared);
	match_doubt(&change->match, set, old, diag);
	return change->arena.failed ? -1 : 0;
}

struct change *change_new(struct matrix *matrix, struct dataset *old,
			  const struct change_wish *wish, struct diag *diag)
{
	struct change *change = mem_array(1, sizeof(*change));
	struct making making = {.change = change, .now = matrix, .wish = wish};

	if (!change || make(&making, old, diag) != 0) {
		if (!diag_has_errors(diag))
			diag_no_memory(diag);
		change_free(change);
		return NULL;
	}
	matrix_follow(matrix, change->old, old, &change->since);
	return change;
}

void change_free(struct change *change)
{
	if (!change)
		return;
	matrix_free(change->old);
	arena_release(&change->arena);
	mem_free(change);
}
