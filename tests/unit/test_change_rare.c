/* SPDX-License-Identifier: MIT */
/* Changes of what few editions have: statuses that count otherwise, profiles, logos, names that stand twice. */
#include "loaded.h"

#include "change/change.h"
#include "change/compare.h"
#include "change/sides.h"

#define HEAD "meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}, {id: b, name: B}]\n"

struct pair {
	struct loaded old, new;
	struct change *change;
	const struct mr_since *since;
};

static void pair_init(struct pair *pair, const char *old, const char *new,
		      const struct select_request *request, bool by_name)
{
	static const struct select_request everything;
	const struct change_wish wish = {.request = request ? request : &everything,
					 .by_name = by_name};

	loaded_init(&pair->old, old, NULL);
	loaded_init(&pair->new, new, wish.request);
	pair->change = change_new(pair->new.matrix, &pair->old.set, &wish, &pair->new.diag);
	pair->since = pair->new.m->since;
}

static void pair_release(struct pair *pair)
{
	change_free(pair->change);
	loaded_release(&pair->new);
	loaded_release(&pair->old);
}

#define ONE(cell) \
	HEAD "categories: [{id: c, features: [{id: f, name: F, values: {a: " cell "}}]}]\n"

static void a_cell_has_the_tone_of_what_is_loudest_in_it(void **state)
{
	static const struct {
		const char *old, *new;
		unsigned what;
		enum mr_tone tone;
	} cases[] = {
		{ONE("{text: w}"), ONE("{text: '*w*', notes: [a note]}"),
		 MR_CHANGED_WORDS | MR_CHANGED_NOTES, MR_TONE_PLAIN},
		{ONE("{text: '`  w  `'}"), ONE("{text: '`w`'}"), MR_CHANGED_WORDS, MR_TONE_QUIET},
		{ONE("{text: '`w`'}"), ONE("{text: '`  w  `'}"), MR_CHANGED_WORDS, MR_TONE_QUIET},
		{ONE("{text: somewords}"), ONE("{text: some words}"), MR_CHANGED_WORDS,
		 MR_TONE_PLAIN},
		{"statuses: {beta: {like: yes}}\n" ONE("beta"),
		 "statuses: {beta: {like: partial}}\n" ONE("beta"), MR_CHANGED_STATUS,
		 MR_TONE_PLAIN},
		{"statuses: {tbd: {like: unknown}}\n" ONE("tbd"), ONE("unknown"), MR_CHANGED_STATUS,
		 MR_TONE_PLAIN},
		{ONE("{parts: [{name: x, status: yes}, {name: y, status: no}]}"),
		 ONE("{parts: [{name: x, status: yes}, {name: y}]}"),
		 MR_CHANGED_STATUS | MR_CHANGED_WORDS, MR_TONE_LOUD},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct mr_was *was;
		struct pair pair;

		pair_init(&pair, cases[i].old, cases[i].new, NULL, false);
		was = mr_was_cell(pair.new.m, 0, 0);
		if (was->what != cases[i].what || was->tone != cases[i].tone)
			fail_msg("case %zu: what %u, tone %u", i, was->what, was->tone);
		pair_release(&pair);
	}
}

static void the_loudest_tone_wins_in_any_order(void **state)
{
	const struct compare compare = {.ignored = MR_CHANGED_LINKS};
	struct mr_was was = {0};

	(void)state;
	compare_add(&compare, &was, MR_CHANGED_LINKS, MR_TONE_LOUD);
	assert_int_equal(was.kind, MR_CHANGE_NONE);
	compare_add(&compare, &was, MR_CHANGED_NAME, MR_TONE_QUIET);
	assert_int_equal(was.tone, MR_TONE_QUIET);
	compare_add(&compare, &was, MR_CHANGED_NOTES, MR_TONE_PLAIN);
	assert_int_equal(was.tone, MR_TONE_PLAIN);
	compare_add(&compare, &was, MR_CHANGED_STATUS, MR_TONE_LOUD);
	compare_add(&compare, &was, MR_CHANGED_WORDS, MR_TONE_QUIET);
	assert_int_equal(was.tone, MR_TONE_LOUD);
	assert_int_equal(was.what,
			 MR_CHANGED_NAME | MR_CHANGED_NOTES | MR_CHANGED_STATUS | MR_CHANGED_WORDS);
}

static void a_logo_changes_by_its_bytes(void **state)
{
	const struct compare compare = {0};
	static const struct {
		struct mr_bytes old, new;
		unsigned what;
	} cases[] = {
		{{"one", 3}, {"one", 3}, 0},
		{{"one", 3}, {"two", 3}, MR_CHANGED_LOGO},
		{{"one", 3}, {"three", 5}, MR_CHANGED_LOGO},
		{{NULL, 0}, {"one", 3}, MR_CHANGED_LOGO},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mr_product then = {.id = "a", .name = "A", .url = ""}, now = then;
		struct mr_was was = {0};

		then.logo = cases[i].old;
		now.logo = cases[i].new;
		sides_products(&compare, &was, &now, &then);
		assert_int_equal(was.what, cases[i].what);
		assert_int_equal(was.tone, cases[i].what ? MR_TONE_QUIET : MR_TONE_PLAIN);
	}
}

/* ---- profiles */

#define PROFILE(of)                                                                          \
	HEAD "categories: [{id: c, features: [{id: f, name: F, values: [yes, no]}, {id: g, " \
	     "name: G, values: [yes, no]}]}, {id: d, features: [{id: h, name: H}]}]\n"       \
	     "profiles: [{id: p, name: P, " of "}]\n"

static void each_difference_of_a_profile_has_its_bit(void **state)
{
	static const struct {
		const char *old, *new;
		unsigned what;
	} cases[] = {
		{PROFILE("require: [f]"), PROFILE("require: [f]"), 0},
		{PROFILE("require: [f]"), PROFILE("require: [g]"), MR_CHANGED_REQUIREMENTS},
		{PROFILE("require: [f]"), PROFILE("require: [{feature: f, at-least: partial}]"),
		 MR_CHANGED_REQUIREMENTS},
		{PROFILE("weights: {f: 2}"), PROFILE("weights: {f: 3}"), MR_CHANGED_WEIGHT},
		{PROFILE("weights: {f: 3}"), PROFILE("weights: {f: 2}"), MR_CHANGED_WEIGHT},
		{PROFILE("weights: {f: 2}"), PROFILE("weights: {g: 2}"), MR_CHANGED_WEIGHT},
		{PROFILE("weights: {d: 2}"),
		 HEAD "categories: [{id: c, features: [{id: d, name: D}]}]\n"
		      "profiles: [{id: p, name: P, weights: {d: 2}}]\n",
		 MR_CHANGED_WEIGHT},
		{PROFILE("without: [a]"), PROFILE("without: [b]"), MR_CHANGED_WITHOUT},
		{PROFILE("without: [a]"), PROFILE("without: [a]"), 0},
		{PROFILE("partial: 0.5"), PROFILE("partial: 0.25"), MR_CHANGED_PARTIAL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct mr_was *was;
		struct pair pair;

		pair_init(&pair, cases[i].old, cases[i].new, NULL, false);
		was = mr_at(&pair.since->profiles, 0);
		if (was->what != cases[i].what)
			fail_msg("case %zu: what %u", i, was->what);
		pair_release(&pair);
	}
}

/* ---- what belongs to the selection */

#define TWO                                                                                \
	"categories: [{id: c, features: [{id: f, name: F, values: [yes, no]}, {id: gone, " \
	"name: G, values: [yes, no]}]}, {id: d, features: [{id: lost, name: L}, {id: h, "  \
	"name: H}]}]\n"

static void what_is_gone_shows_where_its_own_are_selected(void **state)
{
	static const char *const category[] = {"c"}, *const required[] = {"f"};
	const struct select_request of_category = {.categories = {category, 1}},
				    of_required = {.require = {required, 1}};
	static const char now[] =
		HEAD "categories: [{id: c, features: [{id: f, name: F, values: [yes, no]}]}, "
		     "{id: d, features: [{id: h, name: H}]}]\n";
	struct pair pair;

	(void)state;
	pair_init(&pair, HEAD TWO, now, &of_category, false);
	assert_int_equal(pair.since->gone_features.n, 1);
	assert_string_equal(
		mr_feature_at(pair.since->old, mr_index_at(&pair.since->gone_features, 0))->id,
		"gone");
	pair_release(&pair);

	pair_init(&pair,
		  "meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}, {id: old, name: O}]\n" TWO,
		  now, &of_required, false);
	assert_int_equal(pair.since->gone_products.n, 0);
	assert_int_equal(pair.since->old->products.n, 1);
	pair_release(&pair);
}

static void an_old_edition_with_too_many_blanks_is_refused(void **state)
{
	const struct select_request request = {.blank = 2};
	struct pair pair;

	(void)state;
	pair_init(&pair, HEAD TWO, ONE("yes"), &request, false);
	assert_null(pair.change);
	assert_non_null(loaded_said(&pair.new, "4 of 8 cells (4 features by 2 products) are stated "
					       "by nobody"));
	pair_release(&pair);
}

/* ---- names in place of ids */

static void a_name_that_stands_once_in_either_edition_is_followed_into_another_category(
	void **state)
{
	struct pair pair;
	const struct mr_matrix *m;

	(void)state;
	pair_init(&pair,
		  HEAD
		  "categories: [{id: c, name: C, features: [{id: f1, name: F}, {id: g1, name: "
		  "G}, {id: s1, name: S}]}, {id: d, name: D, features: [{id: h1, name: H}]}]\n",
		  HEAD "categories: [{id: k, name: C, features: [{id: g2, name: G}, {id: s2, name: "
		       "S}, {id: s3, name: S}, {id: n2, name: N}]}, {id: l, name: D, features: "
		       "[{id: f2, name: F}, {id: h2, name: H}]}]\n",
		  NULL, true);
	m = pair.new.m;

	assert_int_equal(mr_was_feature(m, 0)->then, 1); /* G */
	assert_int_equal(mr_was_feature(m, 1)->kind, MR_CHANGE_ADDED); /* S, which stands twice */
	assert_int_equal(mr_was_feature(m, 2)->kind, MR_CHANGE_ADDED);
	assert_int_equal(mr_was_feature(m, 3)->kind, MR_CHANGE_ADDED); /* N */
	assert_int_equal(mr_was_feature(m, 4)->then, 0); /* F, from C to D */
	assert_true(mr_was_feature(m, 4)->what & MR_CHANGED_PLACE);
	assert_int_equal(mr_was_feature(m, 5)->then, 3); /* H */
	assert_int_equal(pair.since->gone_features.n, 1);
	pair_release(&pair);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_has_the_tone_of_what_is_loudest_in_it),
		cmocka_unit_test(the_loudest_tone_wins_in_any_order),
		cmocka_unit_test(a_logo_changes_by_its_bytes),
		cmocka_unit_test(each_difference_of_a_profile_has_its_bit),
		cmocka_unit_test(what_is_gone_shows_where_its_own_are_selected),
		cmocka_unit_test(an_old_edition_with_too_many_blanks_is_refused),
		cmocka_unit_test(
			a_name_that_stands_once_in_either_edition_is_followed_into_another_category),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
