/* SPDX-License-Identifier: MIT */
#include "loaded.h"

#include "change/change.h"

#define HEAD "meshreport: 1\ntitle: T\n"
#define ONE(cell)                                                                       \
	HEAD "notes: {m: by hand}\nproducts: [{id: a, name: A}]\ncategories: [{id: c, " \
	     "features: [{id: f, name: F, values: {a: " cell "}}]}]\n"

struct pair {
	struct loaded old, new;
	struct change *change;
	const struct mr_since *since;
};

static void pair_compare(struct pair *pair, const char *old, const char *new,
			 const struct change_wish *wish)
{
	static const struct select_request everything;
	struct change_wish own = *wish;

	if (!own.request)
		own.request = &everything;
	loaded_init(&pair->old, old, NULL);
	loaded_init(&pair->new, new, own.request);
	pair->change = change_new(pair->new.matrix, &pair->old.set, &own, &pair->new.diag);
	assert_non_null(pair->change);
	pair->since = pair->new.m->since;
	assert_non_null(pair->since);
}

static void pair_init(struct pair *pair, const char *old, const char *new)
{
	pair_compare(pair, old, new, &(struct change_wish){.by_name = false});
}

static void pair_release(struct pair *pair)
{
	change_free(pair->change);
	loaded_release(&pair->new);
	loaded_release(&pair->old);
}

/* What became of the one cell. */
static struct mr_was cell(const char *old, const char *new, unsigned ignored)
{
	struct pair pair;
	struct mr_was was;

	pair_compare(&pair, old, new, &(struct change_wish){.ignored = ignored});
	was = *mr_was_cell(pair.new.m, 0, 0);
	pair_release(&pair);
	return was;
}

static void what_is_equal_is_no_change(void **state)
{
	struct pair pair;

	(void)state;
	pair_init(&pair, ONE("{status: yes, text: ok, notes: [m], source: \"https://a.b\"}"),
		  ONE("{status: yes, text: ok, notes: [m], source: \"https://a.b\"}"));

	assert_int_equal(pair.since->n_changes, 0);
	assert_false(mr_was_other(mr_was_cell(pair.new.m, 0, 0)));
	pair_release(&pair);
}

static void each_difference_of_a_cell_has_its_bit_and_tone(void **state)
{
	static const struct {
		const char *old, *new;
		unsigned what;
		enum mr_tone tone;
	} cases[] = {
		{ONE("yes"), ONE("no"), MR_CHANGED_STATUS, MR_TONE_PLAIN},
		{ONE("unknown"), ONE("no"), MR_CHANGED_STATUS, MR_TONE_PLAIN},
		{ONE("no"), ONE("unknown"), MR_CHANGED_STATUS, MR_TONE_LOUD},
		{ONE("na"), ONE("unknown"), MR_CHANGED_STATUS, MR_TONE_LOUD},
		{ONE("yes"), ONE("{status: yes, text: more}"), MR_CHANGED_WORDS, MR_TONE_PLAIN},
		{ONE("{status: yes, since: '1'}"), ONE("{status: yes, since: '2'}"),
		 MR_CHANGED_WORDS, MR_TONE_PLAIN},
		{ONE("{text: some words}"), ONE("{text: other words}"), MR_CHANGED_WORDS,
		 MR_TONE_PLAIN},
		{ONE("{text: some words}"), ONE("{text: some *words*}"), MR_CHANGED_WORDS,
		 MR_TONE_QUIET},
		{ONE("[some, words]"), ONE("{text: 'some, words'}"), 0, MR_TONE_PLAIN},
		{ONE("{text: 'some, *more* words'}"), ONE("[some, '*more* words']"), 0,
		 MR_TONE_PLAIN},
		{ONE("['[v](https://a.b)', '[w](https://a.b)']"),
		 ONE("{text: '[v](https://a.b), [w](https://a.b)'}"), 0, MR_TONE_PLAIN},
		{ONE("[some, words]"), ONE("{text: 'some, *words*'}"), MR_CHANGED_WORDS,
		 MR_TONE_QUIET},
		{ONE("[some, words]"), ONE("[some, other]"), MR_CHANGED_WORDS, MR_TONE_PLAIN},
		{ONE("{text: '[w](https://a.b)'}"), ONE("{text: '[w](https://a.c)'}"),
		 MR_CHANGED_LINKS, MR_TONE_QUIET},
		{ONE("yes"), ONE("{status: yes, notes: [m]}"), MR_CHANGED_NOTES, MR_TONE_PLAIN},
		{ONE("{status: yes, notes: [m]}"), ONE("{status: yes, notes: [by machine]}"),
		 MR_CHANGED_NOTES, MR_TONE_PLAIN},
		{ONE("{status: yes, notes: [m]}"), ONE("{status: yes, notes: [by hand]}"), 0,
		 MR_TONE_PLAIN},
		{ONE("yes"), ONE("{status: yes, verified: 2024-01-01}"), MR_CHANGED_EVIDENCE,
		 MR_TONE_PLAIN},
		{ONE("{status: yes, verified: 2024-01-01}"),
		 ONE("{status: yes, verified: 2024-02-01}"), MR_CHANGED_EVIDENCE, MR_TONE_PLAIN},
		{ONE("{status: yes, verified: 2024-01-01}"),
		 ONE("{status: yes, verified: 2024-01-02}"), MR_CHANGED_EVIDENCE, MR_TONE_PLAIN},
		{ONE("{text: \"some words\"}"), ONE("{text: \"some  \\n  words\"}"),
		 MR_CHANGED_WORDS, MR_TONE_QUIET},
		{ONE("{text: \"some  \\n  words\"}"), ONE("{text: \"some words\"}"),
		 MR_CHANGED_WORDS, MR_TONE_QUIET},
		{ONE("{text: \"some words\"}"), ONE("{text: \"somewords\"}"), MR_CHANGED_WORDS,
		 MR_TONE_PLAIN},
		{ONE("{text: '`some` words'}"), ONE("{text: '`some words`'}"), MR_CHANGED_WORDS,
		 MR_TONE_QUIET},
		{ONE("{text: '[w](https://a.b)'}"), ONE("{text: w}"), MR_CHANGED_LINKS,
		 MR_TONE_QUIET},
		{ONE("{text: '*w*'}"), ONE("{text: w}"), MR_CHANGED_WORDS, MR_TONE_QUIET},
		{ONE("{parts: [{name: x, status: yes}, {name: y, status: yes}]}"),
		 ONE("{parts: [{name: x, status: yes}, {name: y, status: yes}, {name: z, status: "
		     "yes}]}"),
		 MR_CHANGED_WORDS, MR_TONE_PLAIN},
		{ONE("{status: yes, source: \"https://a.b\"}"),
		 ONE("{status: yes, source: \"https://a.c\"}"), MR_CHANGED_EVIDENCE, MR_TONE_PLAIN},
		{ONE("{parts: [{name: x, status: yes}, {name: y, status: no, text: w}]}"),
		 ONE("{parts: [{name: x, status: yes}, {name: y, status: partial, text: w}]}"),
		 MR_CHANGED_STATUS, MR_TONE_PLAIN},
		{ONE("{text: known words}"), ONE("unknown"), MR_CHANGED_STATUS | MR_CHANGED_WORDS,
		 MR_TONE_LOUD},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mr_was was = cell(cases[i].old, cases[i].new, 0);

		if (was.what != cases[i].what || was.tone != cases[i].tone)
			fail_msg("case %zu: what %u, tone %u", i, was.what, was.tone);
		assert_int_equal(was.kind, cases[i].what ? MR_CHANGE_CHANGED : MR_CHANGE_NONE);
	}
}

static void what_is_ignored_is_no_change(void **state)
{
	(void)state;
	assert_int_equal(cell(ONE("yes"), ONE("{status: yes, notes: [m]}"), MR_CHANGED_NOTES).kind,
			 MR_CHANGE_NONE);
	assert_int_equal(cell(ONE("yes"), ONE("{status: no, notes: [m]}"), MR_CHANGED_NOTES).what,
			 MR_CHANGED_STATUS);
	assert_int_equal(change_ignored("links", 5), MR_CHANGED_LINKS);
	assert_int_equal(change_ignored("evidence", 8), MR_CHANGED_EVIDENCE);
	assert_int_equal(change_ignored("link", 4), 0);
}

static const char before[] =
	HEAD "products: [{id: a, name: A}, {id: b, name: B}, {id: d, name: D}]\n"
	     "categories:\n"
	     "  - {id: x, name: X, features: [{id: f, name: F, values: [yes, no, no]},\n"
	     "      {id: g, name: G, values: [yes, no, no]}, {id: h, name: H, values: [no, no, "
	     "no]}]}\n"
	     "  - {id: y, name: Y, features: [{id: i, name: I, values: [yes, yes, no]}]}\n";
static const char after[] =
	HEAD "products: [{id: b2, name: B2, formerly: [b]}, {id: a, name: A, lifecycle: "
	     "archived}, {id: e, name: E}]\n"
	     "categories:\n"
	     "  - {id: x, name: X, features: [{id: h, name: H, values: [no, no, no]},\n"
	     "      {id: f, name: F, values: [no, yes, no]}]}\n"
	     "  - {id: z, name: Z, features: [{id: g, name: G, weight: 2, values: [yes, yes, "
	     "no]},\n"
	     "      {id: j, name: J, values: [yes, yes, no]}]}\n";

static void rows_and_columns_are_added_removed_renamed_and_moved(void **state)
{
	struct pair pair;
	const struct mr_matrix *m;

	(void)state;
	pair_init(&pair, before, after);
	m = pair.new.m;

	assert_int_equal(mr_was_product(m, 0)->what & ~(unsigned)MR_CHANGED_PLACE,
			 MR_CHANGED_ID | MR_CHANGED_NAME);
	assert_int_equal(mr_was_product(m, 0)->then, 1);
	assert_true(mr_was_product(m, 1)->what & MR_CHANGED_LIFECYCLE);
	/* One of the two has moved: as few as can be. */
	assert_int_equal(!!(mr_was_product(m, 0)->what & MR_CHANGED_PLACE) +
				 !!(mr_was_product(m, 1)->what & MR_CHANGED_PLACE),
			 1);
	assert_int_equal(mr_was_product(m, 2)->kind, MR_CHANGE_ADDED);
	assert_int_equal(pair.since->gone_products.n, 1);
	assert_string_equal(
		mr_product_at(pair.since->old, mr_index_at(&pair.since->gone_products, 0))->id,
		"d");
	assert_int_equal(mr_was_category(m, 1)->kind, MR_CHANGE_ADDED);
	assert_int_equal(pair.since->gone_categories.n, 1);
	assert_int_equal(mr_was_feature(m, 2)->what, MR_CHANGED_PLACE | MR_CHANGED_WEIGHT);
	assert_int_equal(mr_was_feature(m, 3)->kind, MR_CHANGE_ADDED);
	assert_int_equal(pair.since->gone_features.n, 1);
	/* b2 has f: no -> no; a has f: yes -> yes; the cells of what is new are none of their own */
	assert_int_equal(pair.since->n_cells_changed, 1);
	assert_int_equal(mr_was_cell(m, 2, 0)->what, MR_CHANGED_STATUS);
	assert_int_equal(mr_then_cell(m, 2, 0)->like, MR_LIKE_NO);
	assert_null(mr_then_cell(m, 2, 2));
	pair_release(&pair);
}

static void ids_of_texts_are_of_one_edition_only(void **state)
{
	struct pair pair;
	uint32_t now, then;

	(void)state;
	pair_init(&pair, ONE("{text: words one}"), ONE("{text: '*words* two'}"));
	now = mr_cell_at(pair.new.m, 0, 0)->text->id;
	then = mr_then_cell(pair.new.m, 0, 0)->text->id;

	assert_true(now < then);
	assert_true(then < pair.new.m->n_texts);
	assert_int_equal(pair.since->old->n_texts, pair.new.m->n_texts);
	pair_release(&pair);
}

static void names_match_only_where_a_file_has_no_ids(void **state)
{
	static const char other[] =
		HEAD "products: [{id: alpha, name: ' a '}]\ncategories: [{id: k, features: "
		     "[{id: eff, name: f, values: [no]}]}]\n";
	struct pair pair;

	(void)state;
	pair_init(&pair, ONE("yes"), other);
	assert_int_equal(mr_was_product(pair.new.m, 0)->kind, MR_CHANGE_ADDED);
	assert_non_null(loaded_said(&pair.new, "no product of"));
	pair_release(&pair);

	pair_compare(&pair, ONE("yes"), other, &(struct change_wish){.by_name = true});
	assert_int_equal(mr_was_product(pair.new.m, 0)->then, 0);
	assert_int_equal(mr_was_cell(pair.new.m, 0, 0)->what, MR_CHANGED_STATUS);
	pair_release(&pair);
}

static void swapped_ids_are_doubted_at_their_place(void **state)
{
	struct pair pair;
	const struct diag_message *said;

	(void)state;
	pair_init(&pair, before,
		  HEAD
		  "products: [{id: a, name: B}, {id: b, name: A}, {id: d, name: D}]\n"
		  "categories: [{id: x, features: [{id: f, name: F, values: [yes, no, no]}]}]\n");
	said = loaded_said(&pair.new, "'a' is B here");

	assert_non_null(said);
	assert_int_equal(said->severity, MR_WARNING);
	assert_int_equal(said->place.line, 3);
	assert_non_null(loaded_said(&pair.new, "'b' is A here"));
	pair_release(&pair);
}

static void the_old_edition_is_narrowed_as_the_new_one(void **state)
{
	static const char *const ids[] = {"a"}, *const rows[] = {"f"};
	const struct select_request request = {.products = {ids, 1}, .features = {rows, 1}};
	struct pair pair;

	(void)state;
	pair_compare(&pair, before, after, &(struct change_wish){.request = &request});

	assert_int_equal(pair.since->old->products.n, 1);
	assert_int_equal(pair.since->old->features.n, 1);
	assert_int_equal(pair.since->gone_products.n, 0);
	assert_int_equal(pair.since->gone_features.n, 0);
	assert_int_equal(mr_then_cell(pair.new.m, 0, 0)->like, MR_LIKE_YES);
	pair_release(&pair);
}

static void the_document_counts_among_the_changes(void **state)
{
	struct pair pair;

	(void)state;
	pair_init(&pair, ONE("yes"), "as_of: 2024-01-01\n" ONE("yes") "subtitle: S\n");

	assert_int_equal(pair.since->n_changes, 2);
	pair_release(&pair);
	pair_init(&pair, "as_of: 2024-01-01\ncredit: {text: C, license: MIT}\n" ONE("yes"),
		  "as_of: 2024-01-02\ncredit: {text: C, license: CC0-1.0}\n" ONE("yes"));

	assert_int_equal(pair.since->n_changes, 2);
	pair_release(&pair);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_equal_is_no_change),
		cmocka_unit_test(each_difference_of_a_cell_has_its_bit_and_tone),
		cmocka_unit_test(what_is_ignored_is_no_change),
		cmocka_unit_test(rows_and_columns_are_added_removed_renamed_and_moved),
		cmocka_unit_test(ids_of_texts_are_of_one_edition_only),
		cmocka_unit_test(names_match_only_where_a_file_has_no_ids),
		cmocka_unit_test(swapped_ids_are_doubted_at_their_place),
		cmocka_unit_test(the_old_edition_is_narrowed_as_the_new_one),
		cmocka_unit_test(the_document_counts_among_the_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
