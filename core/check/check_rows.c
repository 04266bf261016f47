/* SPDX-License-Identifier: MIT */
#include "check/check_rows.h"

#include "base/nearest.h"
#include "check/check_evidence.h"
#include "check/check_notes.h"
#include "check/logo.h"
#include "data/shape.h"

#include <string.h>

/* The id of a record of that kind, and the earlier ones; false behind the last. */
static bool record_at(const struct raw *raw, enum spot_kind kind, size_t i, struct raw_scalar *id,
		      struct raw_list *formerly)
{
	size_t n = kind == SPOT_PRODUCT    ? raw->products.n
		   : kind == SPOT_CATEGORY ? raw->categories.n
					   : raw->features.n;

	*formerly = (struct raw_list){0, 0};
	if (i >= n)
		return false;
	if (kind == SPOT_PRODUCT) {
		*id = RAW_AT(raw_product, raw->products, i)->id;
		*formerly = RAW_AT(raw_product, raw->products, i)->formerly;
	} else if (kind == SPOT_CATEGORY) {
		*id = RAW_AT(raw_category, raw->categories, i)->id;
	} else {
		*id = RAW_AT(raw_feature, raw->features, i)->id;
		*formerly = raw_aside_of(raw, RAW_AT(raw_feature, raw->features, i)).formerly;
	}
	return true;
}

/* The line of the record of that kind that took the id, by its own or by an earlier one: only asked for a message. */
static uint32_t line_of(const struct raw *raw, enum spot_kind kind, uint32_t string)
{
	struct raw_list formerly;
	struct raw_scalar id;

	for (size_t i = 0; record_at(raw, kind, i, &id, &formerly); i++) {
		if (id.string == string)
			return id.place.line;
	}
	/* earlier ids are taken behind all others */
	for (size_t i = 0; record_at(raw, kind, i, &id, &formerly); i++) {
		for (uint32_t k = 0; k < formerly.n; k++) {
			id = *RAW_AT(raw_scalar, raw->scalars, formerly.first + k);
			if (id.string == string)
				return id.place.line;
		}
	}
	return 0;
}

/* An id in a name space, where `is_taken` says that another has it; earlier ids are in it, too. */
static const char *take_id(struct check *check, const struct spot *spot, const char *key,
			   long index, const struct raw_scalar *scalar, bool is_taken)
{
	const char *id = check_value_id(check, spot, key, index, scalar);
	struct about about;

	if (!id[0] || !is_taken)
		return id;
	about = check_value_at(check, spot, scalar->place, key, index);
	about.hint = "give it one of its own";
	/* a place with a name instead of a line has no id of its own: core/words/slug.c makes one that nobody has */
	if (!load_has_room(check->load))
		load_error(check->load, &about, "the id '%s' is taken already", id);
	else
		load_error(check->load, &about, "the id '%s' is taken already, by line %lu", id,
			   (unsigned long)line_of(check->raw, spot->kind, scalar->string));
	return id;
}

/* The first keeps an id, so that what refers to it is no second mistake. */
static const char *take_product(struct check *check, const struct spot *spot, const char *key,
				long index, const struct raw_scalar *scalar, uint32_t mark)
{
	uint32_t *taken = &check->known.product[scalar->string];
	const char *id = take_id(check, spot, key, index, scalar, *taken != 0);

	if (id[0] && *taken == 0)
		*taken = mark;
	return id;
}

static const char *take_feature(struct check *check, const struct spot *spot, const char *key,
				long index, const struct raw_scalar *scalar)
{
	bool *taken = &check->known.feature[scalar->string];
	const char *id = take_id(check, spot, key, index, scalar, *taken);

	*taken = *taken || id[0];
	return id;
}

/* ---- products */

static enum mr_lifecycle lifecycle_of(struct check *check, const struct spot *spot,
				      const struct raw_scalar *scalar)
{
	static const char *const names[] = {[MR_ACTIVE] = "active",
					    [MR_ARCHIVED] = "archived",
					    [MR_DISCONTINUED] = "discontinued"};
	const char *text = load_text(check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD];

	if (!check_value_is_given(check, scalar))
		return MR_ACTIVE;
	for (int i = MR_ACTIVE; i <= MR_DISCONTINUED; i++) {
		if (strcmp(text, names[i]) == 0)
			return (enum mr_lifecycle)i;
	}
	about = check_value_at(check, spot, scalar->place, "lifecycle", -1);
	about.suggestion = nearest_of(text, names, 3);
	about.hint = "one of active, archived, discontinued";
	load_error(check->load, &about, "'%s' is no lifecycle", diag_word(word, text));
	return MR_ACTIVE;
}

static void set_product(struct check *check, uint32_t col, const struct raw_product *raw)
{
	const struct spot spot = {.kind = SPOT_PRODUCT, .first = raw->index};
	struct dataset_product *product = &check->products[col];

	*product = (struct dataset_product){
		.id = "", .logo_path = "", .logo_name = "", .logo_media_type = ""};
	product->place = raw->id.place.line ? raw->id.place : raw->place;
	product->name_place = raw->name.place;
	product->url_place = raw->url.place;
	if (check_value_is_given(check, &raw->id))
		product->id = take_product(check, &spot, "id", -1, &raw->id, col + 1);
	else
		check_value_missing(check, &spot, raw->place, "id");
	product->name = check_value_plain(check, &spot, "name", &raw->name);
	if (!product->name[0])
		check_value_missing(check, &spot, raw->place, "name");
	product->url = check_value_url(check, &spot, "url", -1, &raw->url);
	product->lifecycle = lifecycle_of(check, &spot, &raw->lifecycle);
	check_notes(check, &spot, &raw->notes, &product->notes);
	product->evidence = check_evidence(check, &spot, raw->evidence);
	if (check_value_is_given(check, &raw->logo))
		logo_read(check, col, &raw->logo);
}

/* `product_mark` is 0 for a feature. */
static void set_formerly(struct check *check, const struct spot *spot, const struct raw_list *list,
			 struct dataset_ids *out, uint32_t product_mark)
{
	const struct raw_scalar *scalar;

	out->at = list->n ? check_value_array(check, list->n, sizeof(*out->at)) : NULL;
	if (!out->at)
		return;
	for (uint32_t i = 0; i < list->n; i++) {
		scalar = RAW_AT(raw_scalar, check->raw->scalars, list->first + i);
		out->at[i] = product_mark ? take_product(check, spot, "formerly", (long)i, scalar,
							 product_mark)
					  : take_feature(check, spot, "formerly", (long)i, scalar);
	}
	out->n = list->n;
}

static bool exceeds(struct check *check, uint64_t n, uint64_t limit, const char *key,
		    struct place place, const char *what)
{
	const struct spot top = {.kind = SPOT_TOP};
	struct about about;

	if (n <= limit)
		return false;
	about = check_value_at(check, &top, place, NULL, -1);
	load_error(check->load, &about, "%llu %s; the limit is %llu (--limit %s=N)",
		   (unsigned long long)n, what, (unsigned long long)limit, key);
	check->load->failed = true;
	return true;
}

void check_rows_products(struct check *check)
{
	const struct vec *raw = &check->raw->products;
	const struct raw_product *from;
	struct spot spot = {.kind = SPOT_TOP};
	struct about about;

	/* A list that is there and was refused for what it holds is no second mistake. */
	if (raw->n == 0 && !(check->raw->products_place.line && check->was_misread)) {
		about = check_value_at(check, &spot,
				       check->raw->products_place.line ? check->raw->products_place
								       : (struct place){1, 1},
				       NULL, -1);
		about.hint = "a dataset has at least one product: {id: ..., name: ...}";
		load_error(check->load, &about, "there are no products");
	}
	if (exceeds(check, raw->n,
		    check->load->limits->products < CELLS_MOST_PRODUCTS
			    ? check->load->limits->products
			    : CELLS_MOST_PRODUCTS,
		    "products", check->raw->products_place, "products"))
		return;
	check->products = check_value_array(check, raw->n, sizeof(*check->products));
	if (!check->products)
		return;
	spot.kind = SPOT_PRODUCT;
	for (uint32_t col = 0; col < raw->n; col++)
		set_product(check, col, RAW_AT(raw_product, *raw, col));
	/* Earlier ids are marked beyond the columns, so that values cannot use them. */
	for (uint32_t col = 0; col < raw->n; col++) {
		from = RAW_AT(raw_product, *raw, col);
		spot.first = from->index;
		set_formerly(check, &spot, &from->formerly, &check->products[col].formerly,
			     (uint32_t)raw->n + 1 + col);
	}
	check->out->products = check->products;
	check->out->n_products = (uint32_t)raw->n;
}

/* ---- categories and features */

static enum mr_feature_kind kind_of(struct check *check, const struct spot *spot,
				    const struct raw_scalar *scalar)
{
	static const char *const names[] = {"status", "text"};
	const char *text = load_text(check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD];

	if (!check_value_is_given(check, scalar))
		return MR_FEATURE_ANY;
	if (strcmp(text, "status") == 0)
		return MR_FEATURE_STATUS;
	if (strcmp(text, "text") == 0)
		return MR_FEATURE_TEXT;
	about = check_value_at(check, spot, scalar->place, "kind", -1);
	about.suggestion = nearest_of(text, names, 2);
	load_error(check->load, &about, "the kind of a feature is 'status' or 'text', not '%s'",
		   diag_word(word, text));
	return MR_FEATURE_ANY;
}

static double weight_of(struct check *check, const struct spot *spot,
			const struct raw_scalar *scalar)
{
	const char *text = load_text(check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD];
	double weight = 1;

	if (!check_value_is_given(check, scalar) || shape_to_weight(text, &weight))
		return weight;
	about = check_value_at(check, spot, scalar->place, "weight", -1);
	load_error(check->load, &about, "a weight is a number from 0 on such as 2 or 0.5, not '%s'",
		   diag_word(word, text));
	return 1;
}

static void set_feature(struct check *check, struct dataset_feature *feature,
			const struct raw_feature *raw)
{
	const struct spot spot = check_value_spot(check, raw, SPOT_FEATURE);
	const struct raw_aside aside = raw_aside_of(check->raw, raw);

	feature->place = raw->id.place.line ? raw->id.place : raw->place;
	feature->category = raw->category;
	feature->id = "";
	if (check_value_is_given(check, &raw->id))
		feature->id = take_feature(check, &spot, "id", -1, &raw->id);
	else
		check_value_missing(check, &spot, raw->place, "id");
	feature->name = check_value_text(check, &spot, "name", -1, &raw->name);
	if (feature->name && mr_text_is_empty(feature->name))
		check_value_missing(check, &spot, raw->place, "name");
	feature->description =
		check_value_text(check, &spot, "description", -1, &aside.description);
	feature->url = check_value_url(check, &spot, "url", -1, &aside.url);
	feature->kind = kind_of(check, &spot, &aside.kind);
	feature->weight = weight_of(check, &spot, &aside.weight);
	check_notes(check, &spot, &aside.notes, &feature->notes);
	feature->evidence = check_evidence(check, &spot, aside.evidence);
}

static void set_category(struct check *check, struct dataset_category *category,
			 const struct raw_category *raw)
{
	const struct spot spot = {.kind = SPOT_CATEGORY, .first = raw->index};
	struct about about;

	category->place = raw->id.place.line ? raw->id.place : raw->place;
	category->name_place = raw->name.place;
	category->description_place = raw->description.place;
	category->url_place = raw->url.place;
	category->id = "";
	if (check_value_is_given(check, &raw->id)) {
		bool *taken = &check->known.category[raw->id.string];

		category->id = take_id(check, &spot, "id", -1, &raw->id, *taken);
		*taken = *taken || category->id[0];
	} else {
		check_value_missing(check, &spot, raw->place, "id");
	}
	category->name = check_value_text(check, &spot, "name", -1, &raw->name);
	category->description =
		check_value_text(check, &spot, "description", -1, &raw->description);
	category->url = check_value_url(check, &spot, "url", -1, &raw->url);
	check_notes(check, &spot, &raw->notes, &category->notes);
	category->evidence = check_evidence(check, &spot, raw->evidence);
	category->first_feature = raw->features.first;
	category->n_features = raw->features.n;
	if (raw->features.n == 0) {
		about = check_value_at(check, &spot, raw->place, NULL, -1);
		load_warning(check->load, &about, "empty-category",
			     "this category has no features and is not shown");
	}
}

static void set_features(struct check *check, struct dataset_feature *features)
{
	const struct vec *raw = &check->raw->features;
	const struct raw_feature *from;
	struct raw_aside aside;
	struct spot spot;

	for (uint32_t row = 0; row < raw->n; row++)
		set_feature(check, &features[row], RAW_AT(raw_feature, *raw, row));
	for (uint32_t row = 0; row < raw->n; row++) {
		from = RAW_AT(raw_feature, *raw, row);
		if (!from->aside)
			continue;
		aside = raw_aside_of(check->raw, from);
		spot = check_value_spot(check, from, SPOT_FEATURE);
		set_formerly(check, &spot, &aside.formerly, &features[row].formerly, 0);
	}
}

void check_rows_categories(struct check *check)
{
	const struct raw *raw = check->raw;
	struct dataset_category *categories;
	struct dataset_feature *features;
	const struct spot top = {.kind = SPOT_TOP};
	struct place place = raw->categories_place;
	struct about about;

	if (raw->features.n == 0 && !(place.line && check->was_misread)) {
		about = check_value_at(check, &top, place.line ? place : (struct place){1, 1}, NULL,
				       -1);
		about.hint = "a dataset has at least one category with a feature";
		load_error(check->load, &about, "there are no features");
	}
	if (exceeds(check, (uint64_t)raw->features.n * raw->products.n, check->load->limits->cells,
		    "cells", place, "cells (features by products)"))
		return;
	categories = check_value_array(check, raw->categories.n, sizeof(*categories));
	features = check_value_array(check, raw->features.n, sizeof(*features));
	if (!categories || !features)
		return;
	for (uint32_t i = 0; i < raw->categories.n; i++)
		set_category(check, &categories[i], RAW_AT(raw_category, raw->categories, i));
	check->out->categories = categories;
	check->out->n_categories = (uint32_t)raw->categories.n;
	set_features(check, features);
	check->out->features = check->features = features;
	check->out->n_features = (uint32_t)raw->features.n;
}
