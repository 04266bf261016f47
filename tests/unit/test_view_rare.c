/* SPDX-License-Identifier: MIT */
/* What is selected and shown of data at the edges: nobody's answers, equal names, breaks in names, evidence that repeats. */
#include "loaded.h"

#define PRODUCTS "meshreport: 1\ntitle: T\nproducts: [{id: a, name: Same}, {id: b, name: same}]\n"

static const struct mr_cell_detail *detail(const struct loaded *loaded, uint32_t row)
{
	return mr_cell_at(loaded->m, row, 0)->detail;
}

/* ---- selections */

static void the_first_requirement_that_nobody_meets_is_named_alone(void **state)
{
	static const char *const given[] = {"f,g"}, *const unknown[] = {"g=partial"};
	const struct select_request request = {.require = {given, 1}};
	const struct select_request partly = {.require = {unknown, 1}};
	static const char yaml[] =
		PRODUCTS "categories: [{id: c, features: [{id: f, name: F, values: [no, na]}, {id: "
			 "g, name: G, values: {a: yes}}]}]\n";
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, yaml, &request);
	assert_null(loaded.matrix);
	assert_non_null(
		loaded_said(&loaded, "no product is left: none of the 2 has 'f' (--require)"));
	loaded_release(&loaded);

	/* what nobody knows is no partly */
	loaded_init(&loaded, yaml, &partly);
	assert_int_equal(loaded.m->products.n, 1);
	assert_string_equal(mr_product_at(loaded.m, 0)->id, "a");
	loaded_release(&loaded);
}

static void categories_without_features_leave_nothing(void **state)
{
	static const char *const given[] = {"e"};
	const struct select_request request = {.categories = {given, 1}};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded,
		    PRODUCTS
		    "categories: [{id: c, features: [{id: f, name: F}]}, {id: e, features: "
		    "[]}]\n",
		    &request);
	assert_null(loaded.matrix);
	assert_non_null(loaded_said(&loaded, "no feature is left: the named categories have none"));
	loaded_release(&loaded);
}

static void a_status_whose_label_is_spaces_alone_is_called_by_its_id(void **state)
{
	struct loaded loaded;

	(void)state;
	/* "page" is a word of documents, too, which is none of its */
	loaded_init(&loaded,
		    PRODUCTS
		    "statuses: {page: {label: '  ', like: yes}, no: {label: ' '}}\n"
		    "categories: [{id: c, features: [{id: f, name: F, values: [page, no]}]}]\n",
		    NULL);
	assert_string_equal(mr_cell_at(loaded.m, 0, 0)->text->plain, "page");
	assert_string_equal(mr_cell_at(loaded.m, 0, 1)->text->plain, "no");
	loaded_release(&loaded);
}

static void equal_names_sort_as_they_stood(void **state)
{
	const struct select_request request = {.sort = SORT_NAME};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded,
		    PRODUCTS
		    "categories: [{id: c, features: [{id: f, name: F, values: [no, yes]}]}]\n",
		    &request);
	assert_string_equal(mr_product_at(loaded.m, 0)->id, "a");
	assert_string_equal(mr_product_at(loaded.m, 1)->id, "b");
	loaded_release(&loaded);
}

static void a_break_in_a_name_is_a_space_in_a_list_of_names(void **state)
{
	static const char *const given[] = {"f"};
	const struct select_request request = {.features = {given, 1}};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded,
		    PRODUCTS "categories: [{id: c, features: [{id: f, name: \"two\\\\\\nlines\", "
			     "values: [no, yes]}, {id: g, name: G}]}]\n",
		    &request);
	assert_string_equal(mr_feature_at(loaded.m, 0)->name->plain, "two\nlines");
	assert_string_equal(loaded.m->selection.words, "Features: two lines");
	loaded_release(&loaded);
}

/* ---- rows */

static void what_is_said_to_be_unknown_differs_from_nothing_said_by_its_words_alone(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded,
		    PRODUCTS "categories: [{id: c, features: [\n"
			     "{id: f, name: F, values: {b: unknown}},\n"
			     "{id: g, name: G, values: {a: unknown}},\n"
			     "{id: h, name: H, values: {b: {status: unknown, text: who knows}}},\n"
			     "{id: i, name: I, kind: text}, {id: j, name: J}]}]\n",
		    NULL);
	assert_false(mr_feature_at(loaded.m, 0)->differs);
	assert_false(mr_feature_at(loaded.m, 1)->differs);
	assert_true(mr_feature_at(loaded.m, 2)->differs);
	assert_true(mr_feature_at(loaded.m, 3)->is_fact); /* it takes no status */
	assert_false(mr_feature_at(loaded.m, 4)->is_fact);
	loaded_release(&loaded);
}

/* The cells of a column have one object where they have the same evidence of the same. */
static void inherited_evidence_that_repeats_is_one_object(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(
		&loaded,
		"meshreport: 1\ntitle: T\nproducts: [{id: a, name: A, source: https://a.example, "
		"verified: 2001-01-01}]\n"
		"categories:\n"
		"- id: c\n  features:\n"
		"  - {id: f, name: F, values: {a: no}}\n"
		"  - {id: g, name: G, values: {a: no}}\n"
		"  - {id: h, name: H, verified: 2001-01-01, values: {a: no}}\n"
		"  - {id: i, name: I, values: {a: no}}\n"
		"  - {id: j, name: J, since: '3', values: {a: no}}\n"
		"  - {id: k, name: K, verified: 2002-02-02, values: {a: no}}\n"
		"  - {id: l, name: L, source: https://l.example, values: {a: no}}\n",
		NULL);
	assert_non_null(detail(&loaded, 0));
	assert_ptr_equal(detail(&loaded, 1), detail(&loaded, 0));
	assert_int_equal(detail(&loaded, 2)->verified_from, MR_FROM_FEATURE);
	assert_int_equal(detail(&loaded, 3)->verified_from, MR_FROM_PRODUCT);
	assert_string_equal(detail(&loaded, 4)->since, ""); /* of what is no yes */
	assert_ptr_not_equal(detail(&loaded, 4), detail(&loaded, 3));
	assert_int_equal(detail(&loaded, 5)->verified.year, 2002);
	assert_string_equal(mr_string_at(&detail(&loaded, 6)->sources, 0), "https://l.example");
	loaded_release(&loaded);
}

static void evidence_may_be_a_version_alone_and_be_of_one_or_the_other(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded,
		    "meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}]\ncategories:\n"
		    "- id: c\n  verified: 2001-01-01\n  features:\n"
		    "  - {id: f, name: F, values: {a: no}}\n"
		    "- id: d\n  features:\n"
		    "  - {id: g, name: G, verified: 2001-01-01, values: {a: no}}\n"
		    "  - {id: h, name: H, since: '1', values: {a: yes}}\n",
		    NULL);
	assert_int_equal(detail(&loaded, 0)->verified_from, MR_FROM_CATEGORY);
	assert_int_equal(detail(&loaded, 1)->verified_from, MR_FROM_FEATURE);
	assert_string_equal(detail(&loaded, 2)->since, "1");
	assert_int_equal(detail(&loaded, 2)->since_from, MR_FROM_FEATURE);
	assert_int_equal(detail(&loaded, 2)->sources.n, 0);
	loaded_release(&loaded);
}

/* ---- the whole */

static void a_name_that_is_a_suffix_alone_stays_whole(void **state)
{
	static const char yaml[] = PRODUCTS "categories: [{id: c, features: [{id: f, name: F}]}]\n";
	struct loaded loaded = {.set = DATASET_INIT};
	struct limits limits;

	(void)state;
	limits_init(&limits);
	diag_init(&loaded.diag, DIAG_MAX);
	assert_int_equal(dataset_load_bytes(&loaded.set, yaml, sizeof(yaml) - 1, ".yaml", &limits,
					    &loaded.diag),
			 0);
	loaded.matrix = matrix_new(&loaded.set, NULL, &loaded.diag);
	assert_string_equal(matrix_view(loaded.matrix)->base_name, ".yaml");
	loaded_release(&loaded);
}

/* 65,536 products by as many features, which is a cell more than can be counted. */
static void more_cells_than_can_be_counted_are_refused(void **state)
{
	enum { MANY = 65536 };
	struct buf yaml = BUF_INIT;
	struct limits limits;
	struct loaded loaded = {.set = DATASET_INIT};

	(void)state;
	buf_put_text(&yaml, "meshreport: 1\ntitle: T\nproducts:\n");
	for (int i = 0; i < MANY; i++)
		buf_printf(&yaml, "- {id: p%d, name: p}\n", i);
	buf_put_text(&yaml, "categories:\n- id: c\n  features:\n");
	for (int i = 0; i < MANY; i++)
		buf_printf(&yaml, "  - {id: f%d, name: f}\n", i);
	limits_init(&limits);
	limits_set(&limits, "products", MANY);
	limits_set(&limits, "cells", UINT64_MAX);
	diag_init(&loaded.diag, DIAG_MAX);
	assert_int_equal(
		dataset_load_bytes(&loaded.set, yaml.at, yaml.n, "d.yaml", &limits, &loaded.diag),
		0);

	loaded.matrix = matrix_new(&loaded.set, NULL, &loaded.diag);

	assert_null(loaded.matrix);
	assert_true(diag_has_errors(&loaded.diag));
	loaded_release(&loaded);
	buf_release(&yaml);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_requirement_that_nobody_meets_is_named_alone),
		cmocka_unit_test(categories_without_features_leave_nothing),
		cmocka_unit_test(a_status_whose_label_is_spaces_alone_is_called_by_its_id),
		cmocka_unit_test(equal_names_sort_as_they_stood),
		cmocka_unit_test(a_break_in_a_name_is_a_space_in_a_list_of_names),
		cmocka_unit_test(
			what_is_said_to_be_unknown_differs_from_nothing_said_by_its_words_alone),
		cmocka_unit_test(inherited_evidence_that_repeats_is_one_object),
		cmocka_unit_test(evidence_may_be_a_version_alone_and_be_of_one_or_the_other),
		cmocka_unit_test(a_name_that_is_a_suffix_alone_stays_whole),
		cmocka_unit_test(more_cells_than_can_be_counted_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
