/* SPDX-License-Identifier: MIT */
/*
 * fake_matrix - a matrix made in memory, for tests of what reads one.
 *
 *     struct fake_matrix fake;
 *     fake_matrix_init(&fake, 6, 30, 5);        // products, features, features per category; 0: one without name
 *     fake_set_all(&fake, MR_LIKE_UNKNOWN);      // or fake_set(&fake, row, col, like)
 *     fake_name_product(&fake, 0, "mæsh");
 *     fake_count(&fake);                         // after the last change
 *     use(&fake.matrix);
 *     fake_matrix_release(&fake);
 *
 * All arrays have strides larger than the structs, so that a reader that indexes plainly fails.
 * The fresh matrix mixes all statuses (by a fixed formula), one text cell in eleven.
 */
#ifndef TESTS_FAKE_MATRIX_H
#define TESTS_FAKE_MATRIX_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <meshreport/plugin.h>

#define FAKE_PAD 16
#define FAKE_STRUCT(type)           \
	struct {                    \
		struct type it;     \
		char pad[FAKE_PAD]; \
	}

struct fake_matrix {
	struct mr_matrix matrix;
	FAKE_STRUCT(mr_status) * statuses;
	FAKE_STRUCT(mr_product) * products;
	FAKE_STRUCT(mr_category) * categories;
	FAKE_STRUCT(mr_feature) * features;
	FAKE_STRUCT(mr_cell) * cells;
	FAKE_STRUCT(mr_counts) * category_counts;
	void **owned;
	size_t n_owned;
};

#define FAKE_N_STATUSES 5

static inline void *fake_own(struct fake_matrix *fake, size_t n, size_t size)
{
	void *made = calloc(n ? n : 1, size);

	if ((fake->n_owned & (fake->n_owned - 1)) == 0) {
		/* as many again at each power of two */
		size_t room = fake->n_owned > 0 ? fake->n_owned * 2 : 1;
		void **grown = realloc(fake->owned, room * sizeof *grown);

		if (!grown)
			abort();
		fake->owned = grown;
	}
	if (!made)
		abort();
	fake->owned[fake->n_owned++] = made;
	return made;
}

static inline const char *fake_string(struct fake_matrix *fake, const char *text)
{
	char *copy = fake_own(fake, strlen(text) + 1, 1);

	memcpy(copy, text, strlen(text));
	return copy;
}

/* A rich text of one span. */
static inline const struct mr_text *fake_text(struct fake_matrix *fake, const char *words)
{
	struct mr_text *text = fake_own(fake, 1, sizeof *text);
	struct mr_span *span = fake_own(fake, 1, sizeof *span);

	text->id = fake->matrix.n_texts++;
	text->n_bytes = (uint32_t)strlen(words);
	text->plain = fake_string(fake, words);
	*span = (struct mr_span){
		.kind = MR_SPAN_TEXT, .n_bytes = text->n_bytes, .text = text->plain, .url = ""};
	text->spans = (struct mr_array){span, text->n_bytes ? 1 : 0, sizeof *span};
	return text;
}

static inline void fake_name_product(struct fake_matrix *fake, uint32_t col, const char *name)
{
	fake->products[col].it.name = fake_string(fake, name);
}

static inline void fake_name_feature(struct fake_matrix *fake, uint32_t row, const char *name)
{
	fake->features[row].it.name = fake_text(fake, name);
}

static inline void fake_name_category(struct fake_matrix *fake, uint32_t index, const char *name)
{
	fake->categories[index].it.name = fake_text(fake, name);
}

/* Of two cells in three somebody knows something: a day from five years ago to now, a source, or both. */
static inline void fake_set_evidence(const struct fake_matrix *fake)
{
	static const char *const addresses[] = {"https://source.example"};
	static const struct mr_cell_detail known[] = {
		{.since = "", .sources = {addresses, 1, sizeof(*addresses)}},
		{.since = "", .verified = {2019, 11, 6}},
		{.since = "1.0",
		 .sources = {addresses, 1, sizeof(*addresses)},
		 .verified = {2019, 10, 20}},
		{.since = "", .verified = {2019, 8, 9}},
		{.since = "",
		 .sources = {addresses, 1, sizeof(*addresses)},
		 .verified = {2018, 11, 9}},
		{.since = "", .verified = {2018, 11, 1}},
		{.since = "", .verified = {2014, 2, 28}},
	};
	size_t n = (size_t)fake->matrix.features.n * fake->matrix.products.n;

	for (size_t i = 0; i < n; i++)
		fake->cells[i].it.detail =
			i % 3 < 2 ? &known[i % (sizeof(known) / sizeof(*known))] : NULL;
}

/* `like` may be MR_LIKE_NONE: a text cell. */
static inline void fake_set(struct fake_matrix *fake, uint32_t row, uint32_t col, uint32_t like)
{
	struct mr_cell *cell = &fake->cells[(size_t)row * fake->matrix.products.n + col].it;

	cell->like = (uint8_t)like;
	cell->kind = like == MR_LIKE_NONE ? MR_CELL_TEXT : MR_CELL_STATUS;
	cell->status = (uint16_t)(like == MR_LIKE_NONE ? MR_NO_STATUS : like);
}

static inline void fake_set_all(struct fake_matrix *fake, uint32_t like)
{
	for (uint32_t row = 0; row < fake->matrix.features.n; row++)
		for (uint32_t col = 0; col < fake->matrix.products.n; col++)
			fake_set(fake, row, col, like);
}

static inline void fake_add(struct mr_counts *counts, uint32_t like, double weight)
{
	counts->n[like]++;
	counts->total++;
	counts->weighted[like] += weight;
}

static inline void fake_close(struct mr_counts *counts)
{
	const double *w = counts->weighted;
	double all = w[MR_LIKE_YES] + w[MR_LIKE_PARTIAL] + w[MR_LIKE_NO] + w[MR_LIKE_UNKNOWN];

	counts->coverage = all > 0 ? (w[MR_LIKE_YES] + w[MR_LIKE_PARTIAL] / 2) / all : -1;
}

static inline void fake_count_row(struct fake_matrix *fake, uint32_t row)
{
	struct mr_matrix *m = &fake->matrix;
	struct mr_feature *feature = &fake->features[row].it;

	feature->is_fact = true;
	for (uint32_t col = 0; col < m->products.n; col++) {
		const struct mr_cell *cell = mr_cell_at(m, row, col);
		struct mr_counts *inner =
			&fake->category_counts[(size_t)feature->category * m->products.n + col].it;

		if (cell->like == MR_LIKE_NONE)
			continue;
		feature->is_fact = false;
		fake->statuses[cell->like].it.is_used = true;
		fake->statuses[cell->like].it.n_cells++;
		fake_add(&feature->counts, cell->like, feature->weight);
		fake_add(inner, cell->like, feature->weight);
		fake_add(&fake->products[col].it.counts, cell->like, feature->weight);
		fake_add(&fake->categories[feature->category].it.counts, cell->like,
			 feature->weight);
		fake_add(&m->counts, cell->like, feature->weight);
	}
	fake_close(&feature->counts);
}

/* Counts anew. */
static inline void fake_count(struct fake_matrix *fake)
{
	struct mr_matrix *m = &fake->matrix;
	const struct mr_counts none = {.coverage = -1};

	m->counts = none;
	for (uint32_t i = 0; i < m->statuses.n; i++) {
		fake->statuses[i].it.is_used = false;
		fake->statuses[i].it.n_cells = 0;
	}
	for (uint32_t i = 0; i < m->products.n; i++)
		fake->products[i].it.counts = none;
	for (uint32_t i = 0; i < m->categories.n; i++)
		fake->categories[i].it.counts = none;
	for (uint32_t i = 0; i < m->category_counts.n; i++)
		fake->category_counts[i].it = none;
	for (uint32_t row = 0; row < m->features.n; row++) {
		fake->features[row].it.counts = none;
		fake_count_row(fake, row);
	}
	fake_close(&m->counts);
	for (uint32_t i = 0; i < m->products.n; i++)
		fake_close(&fake->products[i].it.counts);
	for (uint32_t i = 0; i < m->categories.n; i++)
		fake_close(&fake->categories[i].it.counts);
	for (uint32_t i = 0; i < m->category_counts.n; i++)
		fake_close(&fake->category_counts[i].it);
}

static inline void fake_make_statuses(struct fake_matrix *fake)
{
	static const char *const ids[FAKE_N_STATUSES] = {"yes", "partial", "no", "unknown", "na"};
	static const char *const labels[FAKE_N_STATUSES] = {"yes", "partial", "no", "unknown",
							    "does not apply"};
	static const char *const symbols[FAKE_N_STATUSES] = {"✓", "◐", "✗", "?", "–"};

	fake->statuses = fake_own(fake, FAKE_N_STATUSES, sizeof *fake->statuses);
	for (uint32_t i = 0; i < FAKE_N_STATUSES; i++)
		fake->statuses[i].it = (struct mr_status){.id = ids[i],
							  .label = labels[i],
							  .symbol = symbols[i],
							  .like = i,
							  .is_builtin = true};
	fake->matrix.statuses =
		(struct mr_array){fake->statuses, FAKE_N_STATUSES, sizeof *fake->statuses};
}

static inline void fake_make_products(struct fake_matrix *fake, uint32_t n)
{
	char name[32];

	fake->products = fake_own(fake, n, sizeof *fake->products);
	for (uint32_t col = 0; col < n; col++) {
		snprintf(name, sizeof name, "Product %u", (unsigned)(col + 1));
		fake->products[col].it = (struct mr_product){.id = fake_string(fake, name),
							     .name = fake_string(fake, name),
							     .url = "",
							     .lifecycle_word = "",
							     .logo_media_type = "",
							     .logo_name = ""};
	}
	fake->matrix.products = (struct mr_array){fake->products, n, sizeof *fake->products};
}

static inline void fake_make_rows(struct fake_matrix *fake, uint32_t n, uint32_t per_category)
{
	uint32_t size = per_category ? per_category : n ? n : 1;
	uint32_t n_categories = (n + size - 1) / size;
	char name[32];

	fake->categories = fake_own(fake, n_categories, sizeof *fake->categories);
	fake->features = fake_own(fake, n, sizeof *fake->features);
	for (uint32_t i = 0; i < n_categories; i++) {
		struct mr_category *category = &fake->categories[i].it;

		snprintf(name, sizeof name, "Category %u", (unsigned)(i + 1));
		category->id = fake_string(fake, name);
		category->name = fake_text(fake, per_category ? name : "");
		category->description = fake_text(fake, "");
		category->url = "";
		category->first_feature = i * size;
		category->n_features = n - i * size < size ? n - i * size : size;
	}
	for (uint32_t row = 0; row < n; row++) {
		struct mr_feature *feature = &fake->features[row].it;

		snprintf(name, sizeof name, "Feature %u", (unsigned)(row + 1));
		feature->id = fake_string(fake, name);
		feature->name = fake_text(fake, name);
		feature->description = fake_text(fake, "");
		feature->url = "";
		feature->category = row / size;
		feature->weight = 1;
	}
	fake->matrix.categories =
		(struct mr_array){fake->categories, n_categories, sizeof *fake->categories};
	fake->matrix.features = (struct mr_array){fake->features, n, sizeof *fake->features};
}

static inline void fake_make_cells(struct fake_matrix *fake)
{
	struct mr_matrix *m = &fake->matrix;
	uint32_t n = m->products.n * m->features.n, n_counts = m->products.n * m->categories.n;
	const struct mr_text *words = fake_text(fake, "words");

	fake->cells = fake_own(fake, n, sizeof *fake->cells);
	fake->category_counts = fake_own(fake, n_counts, sizeof *fake->category_counts);
	m->cells = (struct mr_array){fake->cells, n, sizeof *fake->cells};
	m->category_counts =
		(struct mr_array){fake->category_counts, n_counts, sizeof *fake->category_counts};
	for (uint32_t i = 0; i < n; i++) {
		uint32_t row = i / m->products.n, col = i % m->products.n;
		uint32_t mixed = (row * 7 + col * 3 + row * col) % 11;

		fake->cells[i].it.text = words;
		fake_set(fake, row, col, mixed == 10 ? MR_LIKE_NONE : mixed % 5);
	}
}

static inline void fake_matrix_init(struct fake_matrix *fake, uint32_t n_products,
				    uint32_t n_features, uint32_t per_category)
{
	*fake = (struct fake_matrix){0};
	fake->matrix = (struct mr_matrix){
		.struct_size = sizeof(struct mr_matrix),
		.title = "A comparison",
		.subtitle = "of things that are alike",
		.language = "en",
		.as_of = {2019, 11, 6},
		.credit = {.text = "Someone", .url = "https://example.org", .license = "CC-BY-4.0"},
		.selection = {.is_whole = true, .words = "", .command = "meshreport"},
		.dataset_name = "fake.yaml",
		.base_name = "fake",
	};
	fake_make_statuses(fake);
	fake_make_products(fake, n_products);
	fake_make_rows(fake, n_features, per_category);
	fake_make_cells(fake);
	fake_count(fake);
}

static inline void fake_matrix_release(struct fake_matrix *fake)
{
	for (size_t i = 0; i < fake->n_owned; i++)
		free(fake->owned[i]);
	free(fake->owned);
	*fake = (struct fake_matrix){0};
}

#endif
