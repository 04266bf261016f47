/* SPDX-License-Identifier: MIT */
#include "loaded.h"

static const char mesh[] =
	"meshreport: 1\n"
	"title: Meshes\n"
	"products:\n"
	"  - {id: kuma, name: kuma}\n"
	"  - {id: istio, name: Istio, formerly: [istio-mesh]}\n"
	"  - {id: linkerd, name: Linkerd}\n"
	"categories:\n"
	"  - id: general\n"
	"    features:\n"
	"      - {id: license, name: License, values: [A, A, A]}\n"
	"      - {id: sidecar, name: Sidecar, formerly: [car], values: [yes, yes, yes]}\n"
	"  - id: resilience\n"
	"    name: Resilience\n"
	"    features:\n"
	"      - {id: breaking, name: Breaking, weight: 5, values: [no, yes, partial]}\n"
	"      - {id: retry, name: Retry, values: [yes, no, yes]}\n";

#define LIST(...)                                                                         \
	{                                                                                 \
		(const char *const[]){__VA_ARGS__},                                       \
			sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *) \
	}

static const char *product(const struct loaded *loaded, uint32_t col)
{
	return mr_product_at(loaded->m, col)->id;
}

static const char *feature(const struct loaded *loaded, uint32_t row)
{
	return mr_feature_at(loaded->m, row)->id;
}

static void nothing_asked_for_is_everything(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	assert_true(loaded.m->selection.is_whole);
	assert_string_equal(loaded.m->selection.words, "");
	assert_string_equal(loaded.m->selection.command, "meshreport mesh.yaml");
	assert_int_equal(loaded.m->selection.n_products_all, 3);
	assert_int_equal(loaded.m->selection.n_features_all, 4);
	loaded_release(&loaded);
}

static void products_stand_in_the_order_named(void **state)
{
	const struct select_request request = {.products = LIST("linkerd, kuma ", "istio")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_string_equal(product(&loaded, 0), "linkerd");
	assert_string_equal(product(&loaded, 1), "kuma");
	assert_string_equal(product(&loaded, 2), "istio");
	assert_true(loaded.m->selection.is_whole);
	assert_string_equal(loaded.m->selection.words, "Products: Linkerd, kuma, Istio");
	loaded_release(&loaded);
}

static void cells_follow_their_product(void **state)
{
	const struct select_request request = {.products = LIST("linkerd,istio")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(mr_cell_at(loaded.m, 2, 0)->like, MR_LIKE_PARTIAL);
	assert_int_equal(mr_cell_at(loaded.m, 2, 1)->like, MR_LIKE_YES);
	assert_int_equal(mr_product_at(loaded.m, 1)->counts.n[MR_LIKE_NO], 1);
	loaded_release(&loaded);
}

static void a_former_id_is_accepted_with_a_note(void **state)
{
	const struct select_request request = {.products = LIST("istio-mesh"),
					       .features = LIST("car")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_string_equal(product(&loaded, 0), "istio");
	assert_string_equal(feature(&loaded, 0), "sidecar");
	assert_int_equal(loaded.diag.n_errors, 0);
	assert_non_null(loaded_said(&loaded, "'istio-mesh' is called 'istio' now"));
	assert_string_equal(loaded.m->selection.command,
			    "meshreport --products istio --features sidecar mesh.yaml");
	loaded_release(&loaded);
}

static void every_unknown_id_is_an_error_with_the_nearest(void **state)
{
	const struct select_request request = {.products = LIST("isto"),
					       .categories = LIST("resilence"),
					       .features = LIST("retyr", "zzz"),
					       .require = LIST("brekaing")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_null(loaded.matrix);
	assert_int_equal(loaded.diag.n_errors, 5);
	assert_string_equal(loaded_said(&loaded, "product 'isto'")->suggestion, "istio");
	assert_string_equal(loaded_said(&loaded, "product 'isto'")->path, "--products");
	assert_string_equal(loaded_said(&loaded, "'resilence'")->suggestion, "resilience");
	assert_string_equal(loaded_said(&loaded, "'retyr'")->suggestion, "retry");
	assert_string_equal(loaded_said(&loaded, "'zzz'")->suggestion, "");
	assert_string_equal(loaded_said(&loaded, "'brekaing'")->path, "--require");
	loaded_release(&loaded);
}

static void an_id_given_twice_is_an_error_under_either_name(void **state)
{
	const struct select_request request = {.products = LIST("istio,istio-mesh"),
					       .features = LIST("retry", "retry")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_null(loaded.matrix);
	assert_non_null(loaded_said(&loaded, "'istio-mesh' is given twice"));
	assert_non_null(loaded_said(&loaded, "feature 'retry' is given twice"));
	loaded_release(&loaded);
}

static void an_empty_id_is_an_error(void **state)
{
	const struct select_request request = {.products = LIST("istio,,kuma")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_null(loaded.matrix);
	assert_non_null(loaded_said(&loaded, "an id is missing"));
	loaded_release(&loaded);
}

static void required_features_leave_only_products_that_have_all(void **state)
{
	const struct select_request request = {.require = LIST("sidecar,retry")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(loaded.m->products.n, 2);
	assert_string_equal(product(&loaded, 0), "kuma");
	assert_string_equal(product(&loaded, 1), "linkerd");
	assert_int_equal(loaded.m->features.n, 4);
	assert_string_equal(loaded.m->selection.words, "Has all of: Sidecar, Retry");
	assert_false(loaded.m->selection.is_whole);
	loaded_release(&loaded);
}

static void partial_does_not_meet_a_requirement(void **state)
{
	const struct select_request request = {.require = LIST("breaking")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(loaded.m->products.n, 1);
	assert_string_equal(product(&loaded, 0), "istio");
	loaded_release(&loaded);
}

static void what_is_enough_for_a_requirement_can_be_said(void **state)
{
	static const char *const asked[][3] = {
		{"breaking=yes", "istio", "Has all of: Breaking"},
		{"breaking=partial", "istio linkerd", "Has all of: Breaking (yes, partial)"},
		{"breaking=unknown, retry=unknown", "linkerd",
		 "Has all of: Breaking (yes, partial, unknown), Retry (yes, partial, unknown)"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++) {
		const struct select_request request = {.require = LIST(asked[i][0])};
		char left[64] = "";
		struct loaded loaded;

		loaded_init(&loaded, mesh, &request);
		for (uint32_t col = 0; col < loaded.m->products.n; col++) {
			strcat(left, col ? " " : "");
			strcat(left, product(&loaded, col));
		}
		assert_string_equal(left, asked[i][1]);
		assert_string_equal(loaded.m->selection.words, asked[i][2]);
		loaded_release(&loaded);
	}
}

static void what_nobody_knows_is_enough_where_that_is_said(void **state)
{
	static const char text[] =
		"meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C}, {id: d, name: D}]\n"
		"categories: [{id: k, features: [{id: f, name: F, values: {a: ~, b: no, c: na, d: {text: words}}}]}]\n";
	const struct select_request request = {.require = LIST("f=unknown")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, text, &request);
	assert_int_equal(loaded.m->products.n, 1);
	assert_string_equal(product(&loaded, 0), "a");
	assert_string_equal(loaded.m->selection.command,
			    "meshreport --require f=unknown mesh.yaml");
	loaded_release(&loaded);
}

static void a_misspelt_word_of_what_is_enough_is_an_error(void **state)
{
	const struct select_request request = {.require = LIST("breaking=partal")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);
	assert_null(loaded.matrix);
	assert_string_equal(loaded_said(&loaded, "'partal'")->suggestion, "partial");
	loaded_release(&loaded);
}

static void requirements_that_no_product_meets_are_an_error(void **state)
{
	const struct select_request request = {.require = LIST("breaking,retry")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_null(loaded.matrix);
	assert_non_null(loaded_said(&loaded, "no product is left"));
	loaded_release(&loaded);
}

static void categories_and_features_are_united_in_the_order_of_the_file(void **state)
{
	const struct select_request request = {.features = LIST("sidecar"),
					       .categories = LIST("resilience")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(loaded.m->features.n, 3);
	assert_string_equal(feature(&loaded, 0), "sidecar");
	assert_string_equal(feature(&loaded, 2), "retry");
	assert_int_equal(loaded.m->categories.n, 2);
	assert_string_equal(loaded.m->selection.words, "Categories: Resilience; Features: Sidecar");
	loaded_release(&loaded);
}

static void a_category_without_a_selected_row_is_not_there(void **state)
{
	const struct select_request request = {.features = LIST("retry")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(loaded.m->categories.n, 1);
	assert_string_equal(mr_category_at(loaded.m, 0)->id, "resilience");
	assert_int_equal(mr_feature_at(loaded.m, 0)->category, 0);
	loaded_release(&loaded);
}

static void only_differences_leaves_rows_that_differ(void **state)
{
	const struct select_request request = {.products = LIST("kuma,linkerd"),
					       .only_differences = true};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(loaded.m->features.n, 1);
	assert_string_equal(feature(&loaded, 0), "breaking");
	assert_string_equal(loaded.m->selection.words, "Products: kuma, Linkerd; only differences");
	assert_string_equal(loaded.m->selection.command,
			    "meshreport --products kuma,linkerd --only-differences mesh.yaml");
	loaded_release(&loaded);
}

static void a_dataset_named_like_a_verb_or_an_option_stays_one_in_the_command(void **state)
{
	static const char *const names[][2] = {{"a/check", "meshreport ./check"},
					       {"stats", "meshreport ./stats"},
					       {"./-f", "meshreport ./-f"},
					       {"check.yaml", "meshreport check.yaml"}};
	struct limits limits;

	(void)state;
	limits_init(&limits);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct loaded loaded;

		diag_init(&loaded.diag, DIAG_MAX);
		assert_int_equal(dataset_load_bytes(&loaded.set, mesh, strlen(mesh), names[i][0],
						    &limits, &loaded.diag),
				 0);
		loaded.matrix = matrix_new(&loaded.set, NULL, &loaded.diag);

		assert_string_equal(matrix_view(loaded.matrix)->selection.command, names[i][1]);
		loaded_release(&loaded);
	}
}

static void one_product_keeps_all_rows(void **state)
{
	const struct select_request request = {.products = LIST("kuma"), .only_differences = true};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(loaded.m->features.n, 4);
	loaded_release(&loaded);
}

static void products_without_a_difference_are_an_error(void **state)
{
	const struct select_request request = {.features = LIST("license,sidecar"),
					       .only_differences = true};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_null(loaded.matrix);
	assert_non_null(loaded_said(&loaded, "do not differ"));
	loaded_release(&loaded);
}

static void names_sort_without_case_and_locale(void **state)
{
	const struct select_request request = {.sort = SORT_NAME};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_string_equal(product(&loaded, 0), "istio");
	assert_string_equal(product(&loaded, 1), "kuma");
	assert_string_equal(product(&loaded, 2), "linkerd");
	assert_string_equal(loaded.m->selection.words, "sorted by name");
	loaded_release(&loaded);
}

static void coverage_sorts_best_first_by_weight(void **state)
{
	const struct select_request request = {.sort = SORT_COVERAGE};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_string_equal(product(&loaded, 0), "istio"); /* 6 of 7 */
	assert_string_equal(product(&loaded, 1), "linkerd"); /* 4.5 of 7 */
	assert_string_equal(product(&loaded, 2), "kuma"); /* 2 of 7 */
	assert_true(mr_product_at(loaded.m, 0)->counts.coverage >
		    mr_product_at(loaded.m, 1)->counts.coverage);
	loaded_release(&loaded);
}

static void coverage_is_taken_over_the_rows_left(void **state)
{
	const struct select_request request = {.features = LIST("retry"), .sort = SORT_COVERAGE};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_string_equal(product(&loaded, 0), "kuma"); /* equals keep their order */
	assert_string_equal(product(&loaded, 1), "linkerd");
	assert_string_equal(product(&loaded, 2), "istio");
	loaded_release(&loaded);
}

static void a_sort_that_changes_nothing_is_not_mentioned(void **state)
{
	const struct select_request request = {.products = LIST("istio,kuma,linkerd"),
					       .sort = SORT_NAME};
	const struct select_request in_order = {.products = LIST("kuma,istio,linkerd")};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);
	assert_string_equal(loaded.m->selection.words,
			    "Products: Istio, kuma, Linkerd; sorted by name");
	loaded_release(&loaded);

	loaded_init(&loaded, mesh, &in_order);
	assert_string_equal(loaded.m->selection.words, "");
	loaded_release(&loaded);
}

static void sort_words_are_three(void **state)
{
	enum sort sort = SORT_DATA;

	(void)state;
	assert_true(sort_parse("coverage", &sort));
	assert_int_equal(sort, SORT_COVERAGE);
	assert_true(sort_parse("data", &sort));
	assert_int_equal(sort, SORT_DATA);
	assert_false(sort_parse("Name", &sort));
	assert_false(sort_parse("", &sort));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_asked_for_is_everything),
		cmocka_unit_test(products_stand_in_the_order_named),
		cmocka_unit_test(cells_follow_their_product),
		cmocka_unit_test(a_former_id_is_accepted_with_a_note),
		cmocka_unit_test(every_unknown_id_is_an_error_with_the_nearest),
		cmocka_unit_test(an_id_given_twice_is_an_error_under_either_name),
		cmocka_unit_test(an_empty_id_is_an_error),
		cmocka_unit_test(required_features_leave_only_products_that_have_all),
		cmocka_unit_test(partial_does_not_meet_a_requirement),
		cmocka_unit_test(what_is_enough_for_a_requirement_can_be_said),
		cmocka_unit_test(what_nobody_knows_is_enough_where_that_is_said),
		cmocka_unit_test(a_misspelt_word_of_what_is_enough_is_an_error),
		cmocka_unit_test(requirements_that_no_product_meets_are_an_error),
		cmocka_unit_test(categories_and_features_are_united_in_the_order_of_the_file),
		cmocka_unit_test(a_category_without_a_selected_row_is_not_there),
		cmocka_unit_test(only_differences_leaves_rows_that_differ),
		cmocka_unit_test(one_product_keeps_all_rows),
		cmocka_unit_test(products_without_a_difference_are_an_error),
		cmocka_unit_test(names_sort_without_case_and_locale),
		cmocka_unit_test(coverage_sorts_best_first_by_weight),
		cmocka_unit_test(coverage_is_taken_over_the_rows_left),
		cmocka_unit_test(a_sort_that_changes_nothing_is_not_mentioned),
		cmocka_unit_test(sort_words_are_three),
		cmocka_unit_test(a_dataset_named_like_a_verb_or_an_option_stays_one_in_the_command),
	};

	return cmocka_run_group_tests_name("select", tests, NULL, NULL);
}
