/* SPDX-License-Identifier: MIT */
/* What readers need, as the dataset holds it. */
#include "loaded.h"

#include "canon/canon.h"
#include "canon/canon_json.h"

static const char *const yaml = "meshreport: 1\n"
				"title: T\n"
				"products: [{id: a, name: A}, {id: b, name: B}]\n"
				"categories:\n"
				"  - {id: c, features: [{id: f, name: F}, {id: g, name: G}]}\n"
				"  - {id: f, features: [{id: h, name: H}]}\n"
				"profiles:\n"
				"  - id: one\n"
				"    name: One\n"
				"    description: as *we* do\n"
				"    require: [f, {feature: g, at-least: partial}]\n"
				"    weights: {c: 2, f: 0.125}\n"
				"    without: b\n"
				"    partial: 0.25\n"
				"  - {id: two, name: Two, require: h}\n";

static void assert_one(const struct dataset *set)
{
	const struct dataset_profile *one = &set->profiles[0];

	assert_string_equal(one->id, "one");
	assert_string_equal(one->description->plain, "as we do");
	assert_int_equal(one->n_requirements, 2);
	assert_int_equal(one->requirements[0].feature, 0);
	assert_false(one->requirements[0].is_partial_enough);
	assert_int_equal(one->requirements[1].feature, 1);
	assert_true(one->requirements[1].is_partial_enough);
	assert_int_equal(one->n_weights, 2);
	assert_true(one->weights[0].is_category);
	assert_true(one->weights[0].weight == 2);
	assert_false(one->weights[1].is_category); /* an id that both have is the feature's */
	assert_int_equal(one->weights[1].index, 0);
	assert_true(one->weights[1].weight == 0.125);
	assert_int_equal(one->n_without, 1);
	assert_int_equal(one->without[0], 1);
	assert_true(one->partial == 0.25);
}

static void a_profile_names_what_there_is(void **state)
{
	struct loaded l;

	(void)state;

	loaded_init(&l, yaml, NULL);

	assert_int_equal(l.set.n_profiles, 2);
	assert_one(&l.set);
	assert_true(l.set.profiles[1].partial == 0.5);
	assert_int_equal(l.set.profiles[1].requirements[0].feature, 2);
	loaded_release(&l);
}

static void what_is_written_again_has_the_profiles(void **state)
{
	struct loaded l, again;

	(void)state;

	loaded_init(&l, yaml, NULL);
	for (int json = 0; json < 2; json++) {
		struct buf text = BUF_INIT;

		if (json)
			canon_json_put(&text, &(struct canon){.matrix = l.matrix}, "", false);
		else
			canon_put(&text, &(struct canon){.matrix = l.matrix});
		loaded_init(&again, buf_text(&text), NULL);
		assert_int_equal(again.set.n_profiles, 2);
		assert_one(&again.set);
		loaded_release(&again);
		buf_release(&text);
	}
	loaded_release(&l);
}

static void of_a_selection_only_profiles_are_written_that_name_nothing_else(void **state)
{
	const char *feature = "h";
	const struct select_request request = {.features = {&feature, 1}};
	struct loaded l, again;
	struct buf text = BUF_INIT;

	(void)state;

	loaded_init(&l, yaml, &request);
	canon_put(&text, &(struct canon){.matrix = l.matrix});

	loaded_init(&again, buf_text(&text), NULL);
	assert_int_equal(again.set.n_profiles, 1);
	assert_string_equal(again.set.profiles[0].id, "two");
	loaded_release(&again);
	loaded_release(&l);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_profile_names_what_there_is),
		cmocka_unit_test(what_is_written_again_has_the_profiles),
		cmocka_unit_test(of_a_selection_only_profiles_are_written_that_name_nothing_else),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
