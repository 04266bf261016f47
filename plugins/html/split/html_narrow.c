/* SPDX-License-Identifier: MIT */
#include "html/split/html_narrow.h"

#include <stdio.h>

static struct mr_array part_of(const struct mr_array *whole, uint32_t first, uint32_t n)
{
	return (struct mr_array){.at = (const char *)whole->at + (size_t)first * whole->stride,
				 .n = n,
				 .stride = whole->stride};
}

/* Of what lies row by row, one of `n_columns` columns. */
static struct mr_array column_of(const struct mr_array *whole, uint32_t col, uint32_t n_columns)
{
	return (struct mr_array){.at = (const char *)whole->at + (size_t)col * whole->stride,
				 .n = n_columns ? whole->n / n_columns : 0,
				 .stride = whole->stride * n_columns};
}

/* Of what lies row by row, `n` rows of `n_columns`. */
static struct mr_array rows_of(const struct mr_array *whole, uint32_t first, uint32_t n,
			       uint32_t n_columns)
{
	return (struct mr_array){.at = (const char *)whole->at +
				       (size_t)first * n_columns * whole->stride,
				 .n = n * n_columns,
				 .stride = whole->stride};
}

void html_narrow_init(struct html_narrow *narrow, struct mr_job *job)
{
	const struct mr_matrix *whole = job->matrix;

	*narrow = (struct html_narrow){.job = job};
	narrow->products =
		job->alloc(job, (whole->products.n + (size_t)1) * sizeof(*narrow->products));
	narrow->features =
		job->alloc(job, (whole->features.n + (size_t)1) * sizeof(*narrow->features));
}

/* The whole without what only the whole has. */
static struct mr_matrix *begin(struct html_narrow *narrow)
{
	narrow->m = *narrow->job->matrix;
	narrow->m.ranking = NULL;
	if (narrow->m.since) {
		narrow->since = *narrow->m.since;
		narrow->m.since = &narrow->since;
	}
	return &narrow->m;
}

/* ---- a category */

static bool is_plain(const char *id)
{
	static const char plain[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

	return *id && *id != '-' && id[strspn(id, plain)] == '\0';
}

/* The command line of the page: where rows were chosen already, that of the whole, as lists of rows add up. */
static const char *command_of(struct mr_job *job, const struct mr_matrix *whole, const char *id)
{
	static const char program[] = "meshreport";
	const char *command = whole->selection.command;
	size_t n = strlen(command) + strlen(id) + sizeof(" --categories ");
	char *made;

	if (!is_plain(id) || strncmp(command, program, strlen(program)) != 0 ||
	    whole->features.n != whole->selection.n_features_all)
		return command;
	made = job->alloc(job, n);
	snprintf(made, n, "%s --categories %s%s", program, id, command + strlen(program));
	return made;
}

static void put_category(struct html_narrow *narrow, uint32_t index)
{
	const struct mr_matrix *whole = narrow->job->matrix;

	narrow->category = *mr_category_at(whole, index);
	narrow->category.first_feature = 0;
	narrow->m.categories = (struct mr_array){
		.at = &narrow->category, .n = 1, .stride = sizeof(narrow->category)};
	for (uint32_t col = 0; col < whole->products.n; col++) {
		narrow->products[col] = *mr_product_at(whole, col);
		narrow->products[col].counts = *mr_category_counts(whole, index, col);
	}
	narrow->m.products = (struct mr_array){.at = narrow->products,
					       .n = whole->products.n,
					       .stride = sizeof(*narrow->products)};
}

static void put_features(struct html_narrow *narrow, uint32_t first, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		narrow->features[i] = *mr_feature_at(narrow->job->matrix, first + i);
		narrow->features[i].category = 0;
	}
	narrow->m.features = (struct mr_array){
		.at = narrow->features, .n = n, .stride = sizeof(*narrow->features)};
}

const struct mr_matrix *html_narrow_category(struct html_narrow *narrow, uint32_t index)
{
	const struct mr_matrix *whole = narrow->job->matrix;
	const struct mr_category *category = mr_category_at(whole, index);
	uint32_t first = category->first_feature, n = category->n_features;
	uint32_t n_columns = whole->products.n;
	struct mr_matrix *m = begin(narrow);

	put_category(narrow, index);
	put_features(narrow, first, n);
	m->cells = rows_of(&whole->cells, first, n, n_columns);
	m->category_counts = rows_of(&whole->category_counts, index, 1, n_columns);
	m->counts = category->counts;
	m->selection.command = command_of(narrow->job, whole, category->id);
	if (m->since) {
		narrow->since.categories = part_of(&whole->since->categories, index, 1);
		narrow->since.features = part_of(&whole->since->features, first, n);
		narrow->since.cells = rows_of(&whole->since->cells, first, n, n_columns);
	}
	return m;
}

/* ---- a product */

const struct mr_matrix *html_narrow_product(struct html_narrow *narrow, uint32_t col)
{
	const struct mr_matrix *whole = narrow->job->matrix;
	uint32_t n_columns = whole->products.n;
	struct mr_matrix *m = begin(narrow);

	m->products = part_of(&whole->products, col, 1);
	m->cells = column_of(&whole->cells, col, n_columns);
	m->category_counts = column_of(&whole->category_counts, col, n_columns);
	m->counts = mr_product_at(whole, col)->counts;
	if (m->since) {
		narrow->since.products = part_of(&whole->since->products, col, 1);
		narrow->since.cells = column_of(&whole->since->cells, col, n_columns);
	}
	return m;
}
