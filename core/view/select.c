/* SPDX-License-Identifier: MIT */
#include "view/select.h"

#include "base/fold.h"
#include "base/nearest.h"
#include "view/ids.h"
#include "view/say.h"
#include "view/tally.h"

#include <stdlib.h>
#include <string.h>

/* What the steps hand on to each other. */
struct work {
	const struct reading *reading;
	const struct dataset *set;
	const struct select_request *request;
	struct arena *arena;
	struct diag *diag;
	struct selection *out;
	struct selected_ids named;
	uint32_t *col_of; /* by product: its column, or CELL_NO_COLUMN */
	struct cell_row row; /* of the columns chosen so far */
};

static int find(const struct work *work, const char *option, enum ids_space space,
		const struct select_list *list, struct ids_found *out)
{
	const struct ids_query query = {option, space, list->given, list->n,
					space == IDS_FEATURE && list == &work->request->require};

	out->n = 0;
	return list->n ? ids_find(work->set, &query, work->arena, work->diag, out) : 0;
}

/* All four lists are looked up before any is used, so that every misspelt id is reported. */
static int find_all(struct work *work)
{
	const struct select_request *request = work->request;
	int status = 0;

	status |= find(work, "--products", IDS_PRODUCT, &request->products, &work->named.products);
	status |= find(work, "--categories", IDS_CATEGORY, &request->categories,
		       &work->named.categories);
	status |= find(work, "--features", IDS_FEATURE, &request->features, &work->named.features);
	status |= find(work, "--require", IDS_FEATURE, &request->require, &work->named.require);
	return status;
}

static int prepare(struct work *work)
{
	const struct dataset *set = work->set;

	work->out->cols = arena_array(work->arena, set->n_products, sizeof(*work->out->cols));
	work->out->rows = arena_array(work->arena, set->n_features, sizeof(*work->out->rows));
	work->col_of = arena_array(work->arena, set->n_products, sizeof(*work->col_of));
	if (cell_row_init(&work->row, set->n_products, work->arena) != 0)
		return -1;
	return work->arena->failed ? -1 : 0;
}

static void number_columns(struct work *work)
{
	for (uint32_t i = 0; i < work->set->n_products; i++)
		work->col_of[i] = CELL_NO_COLUMN;
	for (uint32_t col = 0; col < work->out->n_cols; col++)
		work->col_of[work->out->cols[col]] = col;
}

static void spread(struct work *work, uint32_t feature)
{
	work->row.n_cols = work->out->n_cols;
	cell_spread(work->set, feature, work->col_of, &work->row);
}

static void choose_products(struct work *work)
{
	const struct ids_found *named = &work->named.products;
	struct selection *out = work->out;

	out->n_cols = named->n ? named->n : work->set->n_products;
	for (uint32_t i = 0; i < out->n_cols; i++)
		out->cols[i] = named->n ? named->at[i] : i;
	number_columns(work);
}

/* Whether what a product says to a feature is enough; text and what does not apply never is. */
static bool is_enough(uint32_t like, uint8_t level)
{
	return like == MR_LIKE_YES || (like == MR_LIKE_PARTIAL && level >= IDS_PARTIAL) ||
	       (like == MR_LIKE_UNKNOWN && level >= IDS_UNKNOWN);
}

static int keep_required(struct work *work)
{
	const struct ids_found *required = &work->named.require;
	struct selection *out = work->out;

	for (uint32_t i = 0; i < required->n; i++) {
		uint32_t kept = 0;

		spread(work, required->at[i]);
		for (uint32_t col = 0; col < out->n_cols; col++)
			if (is_enough(cell_like(work->set, work->row.at[col]), required->level[i]))
				out->cols[kept++] = out->cols[col];
		if (!kept) {
			diag_say(work->diag, MR_ERROR, NULL,
				 "no product is left: none of the %u has '%s'%s (--require)",
				 (unsigned)out->n_cols, work->set->features[required->at[i]].id,
				 i ? " as well" : "");
			return -1;
		}
		out->n_cols = kept;
		number_columns(work);
	}
	return 0;
}

static int choose_rows(struct work *work)
{
	const struct ids_found *categories = &work->named.categories;
	const struct ids_found *features = &work->named.features;
	struct selection *out = work->out;
	bool all = !categories->n && !features->n;
	bool *is_wanted = arena_array(work->arena, work->set->n_features, sizeof(*is_wanted));

	if (!is_wanted)
		return -1;
	for (uint32_t i = 0; i < features->n; i++)
		is_wanted[features->at[i]] = true;
	for (uint32_t i = 0; i < categories->n; i++) {
		const struct dataset_category *from = &work->set->categories[categories->at[i]];

		for (uint32_t j = 0; j < from->n_features; j++)
			is_wanted[from->first_feature + j] = true;
	}
	for (uint32_t i = 0; i < work->set->n_features; i++)
		if (all || is_wanted[i])
			out->rows[out->n_rows++] = i;
	if (!out->n_rows)
		diag_say(work->diag, MR_ERROR, NULL,
			 "no feature is left: the named categories have none");
	return out->n_rows ? 0 : -1;
}

static int keep_differences(struct work *work)
{
	struct selection *out = work->out;
	struct buf scratch[2] = {BUF_INIT, BUF_INIT};
	uint32_t kept = 0, n = out->n_rows;

	if (!work->request->only_differences || out->n_cols < 2)
		return 0;
	for (uint32_t i = 0; i < n; i++) {
		spread(work, out->rows[i]);
		if (cell_row_differs(work->reading, work->row.at, out->n_cols, scratch))
			out->rows[kept++] = out->rows[i];
	}
	out->n_rows = kept;
	work->arena->failed |= scratch[0].failed || scratch[1].failed;
	buf_release(&scratch[0]);
	buf_release(&scratch[1]);
	if (!kept && !work->arena->failed)
		diag_say(work->diag, MR_ERROR, NULL,
			 "no feature is left: the %u products do not differ in any of %u "
			 "(--only-differences)",
			 (unsigned)out->n_cols, (unsigned)n);
	return kept && !work->arena->failed ? 0 : -1;
}

/* A column on its way to its place. */
struct key {
	uint32_t product, was;
	const char *name;
	double coverage;
};

static int by_name(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	int order = fold_compare(a->name, b->name);

	return order ? order : (a->was > b->was) - (a->was < b->was);
}

static int by_coverage(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	int order = (a->coverage < b->coverage) - (a->coverage > b->coverage);

	return order ? order : (a->was > b->was) - (a->was < b->was);
}

static void count_columns(struct work *work, struct mr_counts *counts)
{
	const struct selection *out = work->out;

	for (uint32_t i = 0; i < out->n_rows; i++) {
		const struct dataset_feature *feature = &work->set->features[out->rows[i]];

		spread(work, out->rows[i]);
		if (cell_row_is_fact(feature, work->row.at, out->n_cols))
			continue;
		for (uint32_t col = 0; col < out->n_cols; col++)
			tally_add(&counts[col], cell_like(work->set, work->row.at[col]),
				  feature->weight);
	}
	for (uint32_t col = 0; col < out->n_cols; col++)
		tally_finish(&counts[col]);
}

static int sort_products(struct work *work)
{
	struct selection *out = work->out;
	bool is_coverage = work->request->sort == SORT_COVERAGE;
	struct key *keys;
	struct mr_counts *counts;

	if (work->request->sort == SORT_DATA)
		return 0;
	keys = arena_array(work->arena, out->n_cols, sizeof(*keys));
	counts = arena_array(work->arena, out->n_cols, sizeof(*counts));
	if (work->arena->failed)
		return -1;
	if (is_coverage)
		count_columns(work, counts);
	for (uint32_t i = 0; i < out->n_cols; i++)
		keys[i] = (struct key){out->cols[i], i, work->set->products[out->cols[i]].name,
				       counts[i].coverage};
	qsort(keys, out->n_cols, sizeof(*keys), is_coverage ? by_coverage : by_name);
	for (uint32_t i = 0; i < out->n_cols; i++)
		out->cols[i] = keys[i].product;
	return 0;
}

int select_make(const struct reading *reading, const struct select_request *request,
		struct arena *arena, struct diag *diag, struct selection *out)
{
	struct work work = {.reading = reading,
			    .set = reading->set,
			    .request = request,
			    .arena = arena,
			    .diag = diag,
			    .out = out};
	int status = -1;

	*out = (struct selection){0};
	if (find_all(&work) || prepare(&work))
		goto out;
	choose_products(&work);
	if (keep_required(&work) || choose_rows(&work) || keep_differences(&work) ||
	    sort_products(&work))
		goto out;
	out->is_whole = out->n_cols == work.set->n_products && out->n_rows == work.set->n_features;
	out->words = say_words(reading, request, &work.named, out, arena);
	out->command = say_command(work.set, request, &work.named, arena);
	status = out->words && out->command ? 0 : -1;
out:
	if (arena->failed)
		diag_no_memory(diag);
	return status;
}

int select_check(const struct dataset *set, const struct select_request *request, struct diag *diag)
{
	struct arena arena = ARENA_INIT;
	struct selection selection;
	struct reading reading;
	struct texts texts;
	int status = -1;

	texts_init(&texts, &set->texts);
	if (cell_reading_init(&reading, set, &texts, &arena) != 0)
		diag_no_memory(diag);
	else
		status = select_make(&reading, request, &arena, diag, &selection);
	texts_release(&texts);
	arena_release(&arena);
	return status;
}
