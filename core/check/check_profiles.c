/* SPDX-License-Identifier: MIT */
#include "check/check_profiles.h"

#include "base/mem.h"
#include "base/nearest.h"
#include "data/shape.h"

#include <string.h>

/* By string: the number + 1 of the feature, category or profile with that id, and the list that had it last. */
struct names {
	uint32_t *feature, *category, *profile, *stamp;
	uint32_t n_lists;
};

struct profile_check {
	struct check *check;
	struct names names;
	struct spot spot;
	struct dataset_profile *profile;
};

static struct about at(struct profile_check *of, struct place place, const char *key, long index)
{
	return check_value_at(of->check, &of->spot, place, key, index);
}

static int init_names(struct names *names, const struct check *check)
{
	size_t n = check->load->strings.n;

	names->n_lists = 0;
	names->feature = mem_array(n, 4 * sizeof(*names->feature));
	if (!names->feature)
		return -1;
	names->category = names->feature + n;
	names->profile = names->category + n;
	names->stamp = names->profile + n;
	for (uint32_t i = 0; i < check->out->n_features; i++) {
		const struct raw_feature *raw = RAW_AT(raw_feature, check->raw->features, i);

		if (*check->out->features[i].id)
			names->feature[raw->id.string] = i + 1;
	}
	for (uint32_t i = 0; i < check->out->n_categories; i++) {
		const struct raw_category *raw = RAW_AT(raw_category, check->raw->categories, i);

		if (*check->out->categories[i].id)
			names->category[raw->id.string] = i + 1;
	}
	return 0;
}

/* Whether the present list names it the second time, which is an error. */
static bool is_twice(struct profile_check *of, const struct raw_scalar *id, const char *key,
		     long index)
{
	uint32_t *stamp = &of->names.stamp[id->string];
	bool is_second = *stamp == of->names.n_lists;
	struct about about;
	char word[DIAG_WORD];

	*stamp = of->names.n_lists;
	if (!is_second)
		return false;
	about = at(of, id->place, key, index);
	load_error(of->check->load, &about, "'%s' is named twice",
		   diag_word(word, load_text(of->check->load, id->string)));
	return true;
}

enum kind { FEATURES = 1, CATEGORIES = 2, PRODUCTS = 4 };

/* What is nearest to an id that is none; an earlier one leads to the present one. */
static const char *suggest(const struct check *check, unsigned kinds, const char *text)
{
	const struct dataset *set = check->out;
	struct nearest nearest;

	nearest_init(&nearest, text);
	for (uint32_t i = 0; kinds & FEATURES && i < set->n_features; i++) {
		const struct dataset_ids *formerly = &set->features[i].formerly;

		nearest_offer(&nearest, set->features[i].id);
		for (uint32_t k = 0; k < formerly->n; k++)
			if (strcmp(formerly->at[k], text) == 0)
				return set->features[i].id;
	}
	for (uint32_t i = 0; kinds & CATEGORIES && i < set->n_categories; i++)
		nearest_offer(&nearest, set->categories[i].id);
	for (uint32_t i = 0; kinds & PRODUCTS && i < set->n_products; i++) {
		const struct dataset_ids *formerly = &set->products[i].formerly;

		nearest_offer(&nearest, set->products[i].id);
		for (uint32_t k = 0; k < formerly->n; k++)
			if (strcmp(formerly->at[k], text) == 0)
				return set->products[i].id;
	}
	return nearest.best;
}

static void report_stranger(struct profile_check *of, unsigned kinds, const struct raw_scalar *id,
			    const char *key, long index)
{
	struct about about = at(of, id->place, key, index);
	const char *text = load_text(of->check->load, id->string);
	char word[DIAG_WORD];

	if (load_has_room(of->check->load))
		about.suggestion = suggest(of->check, kinds, text);
	load_error(of->check->load, &about, "unknown %s '%s'",
		   kinds & PRODUCTS     ? "product"
		   : kinds & CATEGORIES ? "feature or category"
					: "feature",
		   diag_word(word, text));
}

/* ---- what must be */

static bool is_partial_enough(struct profile_check *of, const struct raw_scalar *at_least,
			      long index)
{
	static const char *const names[] = {"yes", "partial"};
	const char *text = load_text(of->check->load, at_least->string);
	struct about about;
	char word[DIAG_WORD];

	if (!check_value_is_given(of->check, at_least) || strcmp(text, "yes") == 0)
		return false;
	if (strcmp(text, "partial") == 0)
		return true;
	about = at(of, at_least->place, "require", index);
	about.suggestion = nearest_of(text, names, 2);
	load_error(of->check->load, &about, "'at-least' is 'yes' or 'partial', not '%s'",
		   diag_word(word, text));
	return false;
}

static void set_requirements(struct profile_check *of, const struct raw_list *list)
{
	struct dataset_requirement *made;
	struct check *check = of->check;

	made = list->n ? check_value_array(check, list->n, sizeof(*made)) : NULL;
	if (!made)
		return;
	of->names.n_lists++;
	for (uint32_t i = 0; i < list->n; i++) {
		const struct raw_requirement *raw =
			RAW_AT(raw_requirement, check->raw->requirements, list->first + i);
		uint32_t feature;

		if (!check_value_is_given(check, &raw->feature)) {
			struct about about = at(of, raw->place, "require", (long)i);

			load_error(check->load, &about, "this requirement names no feature");
			continue;
		}
		feature = of->names.feature[raw->feature.string];
		if (!feature)
			report_stranger(of, FEATURES, &raw->feature, "require", (long)i);
		else if (!is_twice(of, &raw->feature, "require", (long)i))
			made[of->profile->n_requirements++] = (struct dataset_requirement){
				feature - 1, is_partial_enough(of, &raw->at_least, (long)i)};
	}
	of->profile->requirements = made;
}

/* ---- what counts how much */

static bool read_weight(struct profile_check *of, const struct raw_weight *raw, double *out)
{
	const char *text = load_text(of->check->load, raw->weight.string);
	struct about about;
	char word[DIAG_WORD];

	if (shape_to_weight(text, out))
		return true;
	about = at(of, raw->weight.place, "weights", -1);
	load_error(of->check->load, &about,
		   "a weight is a number from 0 on such as 2 or 0.5, not '%s'",
		   diag_word(word, text));
	return false;
}

static void set_weights(struct profile_check *of, const struct raw_list *list)
{
	struct dataset_weight *made;
	struct check *check = of->check;

	made = list->n ? check_value_array(check, list->n, sizeof(*made)) : NULL;
	if (!made)
		return;
	for (uint32_t i = 0; i < list->n; i++) {
		const struct raw_weight *raw =
			RAW_AT(raw_weight, check->raw->weights, list->first + i);
		uint32_t feature = of->names.feature[raw->id.string];
		uint32_t category = of->names.category[raw->id.string];
		double weight = 0;
		bool is_read = read_weight(of, raw, &weight);

		if (!feature && !category)
			report_stranger(of, FEATURES | CATEGORIES, &raw->id, "weights", -1);
		else if (is_read)
			made[of->profile->n_weights++] = (struct dataset_weight){
				!feature, (feature ? feature : category) - 1, weight};
	}
	of->profile->weights = made;
}

/* Whether anything is left to count when the weights have their say. */
static bool has_weight(const struct dataset *set, const struct dataset_profile *profile,
		       double *weights)
{
	for (uint32_t row = 0; row < set->n_features; row++)
		weights[row] = set->features[row].weight;
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < profile->n_weights; i++) {
			const struct dataset_weight *is = &profile->weights[i];
			const struct dataset_category *category = &set->categories[is->index];

			if (is->is_category && pass == 0)
				for (uint32_t k = 0; k < category->n_features; k++)
					weights[category->first_feature + k] = is->weight;
			else if (!is->is_category && pass == 1)
				weights[is->index] = is->weight;
		}
	}
	for (uint32_t row = 0; row < set->n_features; row++)
		if (weights[row] > 0)
			return true;
	return false;
}

static void check_weight(struct profile_check *of)
{
	const struct dataset *set = of->check->out;
	double *weights;
	struct about about;

	if (of->profile->n_weights == 0 || of->check->load->has_errors)
		return;
	weights = mem_array(set->n_features + 1u, sizeof(*weights));
	if (!weights) {
		load_no_memory(of->check->load);
		return;
	}
	if (!has_weight(set, of->profile, weights)) {
		about = at(of, of->profile->place, "weights", -1);
		load_error(of->check->load, &about,
			   "every feature has the weight 0, so nothing is left to count");
	}
	mem_free(weights);
}

static double partial_of(struct profile_check *of, const struct raw_scalar *scalar)
{
	const char *text = load_text(of->check->load, scalar->string);
	struct about about;
	char word[DIAG_WORD];
	double partial = 0.5;

	if (!check_value_is_given(of->check, scalar) ||
	    (shape_to_weight(text, &partial) && partial <= 1))
		return partial;
	about = at(of, scalar->place, "partial", -1);
	load_error(of->check->load, &about, "'partial' is a number from 0 to 1, not '%s'",
		   diag_word(word, text));
	return 0.5;
}

/* ---- products left out */

static void set_without(struct profile_check *of, const struct raw_list *list)
{
	struct check *check = of->check;
	uint32_t *made = list->n ? check_value_array(check, list->n, sizeof(*made)) : NULL;

	if (!made)
		return;
	of->names.n_lists++;
	for (uint32_t i = 0; i < list->n; i++) {
		const struct raw_scalar *id =
			RAW_AT(raw_scalar, check->raw->scalars, list->first + i);
		uint32_t product = check->known.product[id->string];

		if (product == 0 || product > check->out->n_products)
			report_stranger(of, PRODUCTS, id, "without", (long)i);
		else if (!is_twice(of, id, "without", (long)i))
			made[of->profile->n_without++] = product - 1;
	}
	of->profile->without = made;
}

/* ---- profiles */

static const char *take_id(struct profile_check *of, const struct raw_profile *raw, uint32_t number)
{
	const struct raw_scalar *scalar = &raw->id;
	uint32_t *taken;
	struct about about;
	const char *id;

	if (!check_value_is_given(of->check, scalar)) {
		check_value_missing(of->check, &of->spot, raw->place, "id");
		return "";
	}
	id = check_value_id(of->check, &of->spot, "id", -1, scalar);
	taken = &of->names.profile[scalar->string];
	if (*id && *taken) {
		about = at(of, scalar->place, "id", -1);
		about.hint = "give it one of its own";
		load_error(of->check->load, &about, "the id '%s' is taken already", id);
	}
	*taken = number;
	return id;
}

static void set_profile(struct profile_check *of, const struct raw_profile *raw, uint32_t number)
{
	struct check *check = of->check;
	struct dataset_profile *profile = of->profile;

	of->spot = (struct spot){.kind = SPOT_PROFILE, .first = raw->index};
	profile->place = raw->id.place.line ? raw->id.place : raw->place;
	profile->id = take_id(of, raw, number);
	profile->name = check_value_plain(check, &of->spot, "name", &raw->name);
	if (!profile->name[0])
		check_value_missing(check, &of->spot, raw->place, "name");
	profile->description =
		check_value_text(check, &of->spot, "description", -1, &raw->description);
	set_requirements(of, &raw->require);
	set_weights(of, &raw->weights);
	set_without(of, &raw->without);
	profile->partial = partial_of(of, &raw->partial);
	check_weight(of);
}

void check_profiles(struct check *check)
{
	const struct vec *raw = &check->raw->profiles;
	struct profile_check of = {.check = check};
	struct dataset_profile *profiles;

	if (raw->n == 0)
		return;
	profiles = check_value_array(check, raw->n, sizeof(*profiles));
	if (!profiles)
		return;
	if (init_names(&of.names, check) != 0) {
		load_no_memory(check->load);
		return;
	}
	for (uint32_t i = 0; i < raw->n && !check->load->failed; i++) {
		of.profile = &profiles[i];
		set_profile(&of, RAW_AT(raw_profile, *raw, i), i + 1);
	}
	mem_free(of.names.feature);
	check->out->profiles = profiles;
	check->out->n_profiles = (uint32_t)raw->n;
}
