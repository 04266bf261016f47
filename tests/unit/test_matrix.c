/* SPDX-License-Identifier: MIT */
#include "loaded.h"

static const char mesh[] =
	"meshreport: 1\n"
	"title: Meshes\n"
	"language: de-AT\n"
	"statuses:\n"
	"  beta: {label: in beta, like: partial, symbol: β}\n"
	"notes:\n"
	"  never: nobody uses this one\n"
	"  manual: by *hand*\n"
	"products:\n"
	"  - {id: istio, name: Istio}\n"
	"  - {id: linkerd, name: Linkerd 2, lifecycle: archived}\n"
	"  - {id: consul, name: Consul}\n"
	"categories:\n"
	"  - id: general\n"
	"    features:\n"
	"      - id: license\n"
	"        name: License\n"
	"        values: {istio: Apache, linkerd: [MIT, BSD]}\n"
	"  - id: resilience\n"
	"    name: Resilience\n"
	"    features:\n"
	"      - id: breaking\n"
	"        name: Breaking\n"
	"        weight: 3\n"
	"        values:\n"
	"          istio: yes\n"
	"          linkerd: {status: no, notes: [manual, a note of its own]}\n"
	"          consul: {status: yes, text: nach *Plan*, since: \"1.0\", verified: 2019-10-20, "
	"source: [https://a.example]}\n"
	"      - id: retry\n"
	"        name: Retry\n"
	"        values:\n"
	"          istio: beta\n"
	"          consul:\n"
	"            notes: [manual]\n"
	"            parts:\n"
	"              - {name: Timeout, status: yes, notes: [first in its cell]}\n"
	"              - {name: Retry, status: no, notes: [a note of its own]}\n";

static const struct mr_cell *cell(const struct loaded *loaded, uint32_t row, uint32_t col)
{
	return mr_cell_at(loaded->m, row, col);
}

static void what_stands_in_the_file_stands_in_the_matrix(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	assert_string_equal(loaded.m->title, "Meshes");
	assert_string_equal(loaded.m->subtitle, "");
	assert_int_equal(loaded.m->products.n, 3);
	assert_int_equal(loaded.m->categories.n, 2);
	assert_int_equal(loaded.m->features.n, 3);
	assert_string_equal(mr_product_at(loaded.m, 1)->name, "Linkerd 2");
	assert_int_equal(mr_category_at(loaded.m, 1)->first_feature, 1);
	assert_int_equal(mr_category_at(loaded.m, 1)->n_features, 2);
	assert_int_equal(mr_feature_at(loaded.m, 2)->category, 1);
	assert_string_equal(loaded.m->dataset_name, "mesh.yaml");
	assert_string_equal(loaded.m->base_name, "mesh");
	assert_int_equal(loaded.m->dataset.n, strlen(mesh));
	loaded_release(&loaded);
}

static void a_cell_has_the_size_and_the_accessors_of_the_contract(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	assert_int_equal(sizeof(struct mr_cell), 2 * sizeof(void *) + 8);
	assert_int_equal(loaded.m->cells.n, 9);
	assert_null(mr_cell_at(loaded.m, 3, 0));
	assert_null(mr_cell_at(loaded.m, 0, 3));
	loaded_release(&loaded);
}

static void what_is_not_stated_is_unknown(void **state)
{
	struct loaded loaded;
	const struct mr_cell *blank;

	(void)state;
	loaded_init(&loaded, mesh, NULL);
	blank = cell(&loaded, 2, 1);

	assert_int_equal(blank->kind, MR_CELL_STATUS);
	assert_int_equal(blank->like, MR_LIKE_UNKNOWN);
	assert_string_equal(mr_status_at(loaded.m, blank->status)->id, "unknown");
	assert_string_equal(blank->text->plain, "unbekannt");
	assert_null(blank->detail);
	loaded_release(&loaded);
}

static void statuses_speak_the_language_of_the_dataset(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	assert_string_equal(cell(&loaded, 1, 0)->text->plain, "ja");
	assert_false(cell(&loaded, 1, 0)->has_own_words);
	assert_string_equal(mr_word(loaded.m, "legend", "?"), "Legende");
	assert_string_equal(mr_product_at(loaded.m, 1)->lifecycle_word, "archiviert");
	assert_string_equal(mr_product_at(loaded.m, 0)->lifecycle_word, "");
	loaded_release(&loaded);
}

static void words_of_its_own_stand_in_place_of_the_label(void **state)
{
	struct loaded loaded;
	const struct mr_cell *own;

	(void)state;
	loaded_init(&loaded, mesh, NULL);
	own = cell(&loaded, 1, 2);

	assert_true(own->has_own_words);
	assert_string_equal(own->text->plain, "nach Plan");
	assert_int_equal(own->text->spans.n, 2);
	assert_string_equal(own->detail->since, "1.0");
	assert_int_equal(own->detail->verified.day, 20);
	assert_string_equal(mr_string_at(&own->detail->sources, 0), "https://a.example");
	loaded_release(&loaded);
}

static void a_list_holds_its_items_and_their_words_joined(void **state)
{
	struct loaded loaded;
	const struct mr_cell *list;

	(void)state;
	loaded_init(&loaded, mesh, NULL);
	list = cell(&loaded, 0, 1);

	assert_int_equal(list->kind, MR_CELL_LIST);
	assert_int_equal(list->status, MR_NO_STATUS);
	assert_int_equal(list->like, MR_LIKE_NONE);
	assert_string_equal(list->text->plain, "MIT, BSD");
	assert_string_equal(mr_item_at(list->detail, 1)->plain, "BSD");
	loaded_release(&loaded);
}

static void parts_that_count_differently_are_partial_together(void **state)
{
	struct loaded loaded;
	const struct mr_cell *parts;

	(void)state;
	loaded_init(&loaded, mesh, NULL);
	parts = cell(&loaded, 2, 2);

	assert_int_equal(parts->kind, MR_CELL_PARTS);
	assert_int_equal(parts->status, MR_NO_STATUS);
	assert_int_equal(parts->like, MR_LIKE_PARTIAL);
	assert_string_equal(parts->text->plain, "Timeout ja, Retry nein");
	assert_string_equal(mr_part_at(parts->detail, 1)->name, "Retry");
	loaded_release(&loaded);
}

static void notes_are_numbered_where_they_are_first_used(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	assert_int_equal(loaded.m->notes.n, 3);
	assert_string_equal(mr_note_at(loaded.m, 0)->id, "manual");
	assert_int_equal(mr_note_at(loaded.m, 0)->n_uses, 2);
	assert_string_equal(mr_note_at(loaded.m, 1)->id, "");
	assert_string_equal(mr_note_at(loaded.m, 1)->text->plain, "a note of its own");
	assert_int_equal(mr_note_at(loaded.m, 1)->n_uses, 2);
	assert_string_equal(mr_note_at(loaded.m, 2)->text->plain, "first in its cell");
	assert_int_equal(mr_note_at(loaded.m, 2)->number, 3);
	loaded_release(&loaded);
}

static void in_a_cell_the_notes_of_parts_come_before_its_own(void **state)
{
	const char *const only[] = {"consul"};
	struct select_request request = {.products = {only, 1}};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_string_equal(mr_note_at(loaded.m, 0)->text->plain, "first in its cell");
	assert_string_equal(mr_note_at(loaded.m, 1)->text->plain, "a note of its own");
	assert_string_equal(mr_note_at(loaded.m, 2)->text->plain, "by hand");
	assert_int_equal(mr_index_at(&cell(&loaded, 2, 0)->detail->notes, 0), 2);
	loaded_release(&loaded);
}

static void only_statuses_that_are_shown_are_used(void **state)
{
	struct loaded loaded;
	uint32_t n_used = 0;

	(void)state;
	loaded_init(&loaded, mesh, NULL);
	for (uint32_t i = 0; i < loaded.m->statuses.n; i++)
		n_used += mr_status_at(loaded.m, i)->is_used;

	assert_int_equal(loaded.m->statuses.n, DATASET_N_BUILTINS + 1);
	assert_int_equal(n_used, 4); /* yes, no, unknown, beta */
	assert_int_equal(mr_status_at(loaded.m, DATASET_YES)->n_cells, 2);
	assert_int_equal(mr_status_at(loaded.m, DATASET_NO)->n_cells, 1);
	assert_string_equal(mr_status_at(loaded.m, DATASET_N_BUILTINS)->symbol, "β");
	loaded_release(&loaded);
}

static void a_row_of_words_with_a_blank_is_a_fact_and_not_counted(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	assert_true(mr_feature_at(loaded.m, 0)->is_fact);
	assert_int_equal(mr_feature_at(loaded.m, 0)->counts.total, 0);
	assert_false(mr_feature_at(loaded.m, 1)->is_fact);
	assert_false(mr_feature_at(loaded.m, 2)->is_fact);
	loaded_release(&loaded);
}

static void a_mapping_that_states_nothing_is_a_blank(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded,
		    "{meshreport: 1, title: T, products: [{id: a, name: A}, {id: b, name: B}],\n"
		    " categories: [{id: g, features: [\n"
		    "  {id: f, name: F, values: {a: words, b: {}}},\n"
		    "  {id: h, name: H, values: {a: words, b: {text: \"\", notes: []}}},\n"
		    "  {id: i, name: I, values: {a: words, b: {status: unknown}}}]}]}\n",
		    NULL);

	assert_true(mr_feature_at(loaded.m, 0)->is_fact);
	assert_true(mr_feature_at(loaded.m, 1)->is_fact);
	assert_false(mr_feature_at(loaded.m, 2)->is_fact);
	loaded_release(&loaded);
}

static void counts_are_plain_and_coverage_is_weighted(void **state)
{
	struct loaded loaded;
	const struct mr_counts *istio, *linkerd;

	(void)state;
	loaded_init(&loaded, mesh, NULL);
	istio = &mr_product_at(loaded.m, 0)->counts;
	linkerd = &mr_product_at(loaded.m, 1)->counts;

	assert_int_equal(istio->n[MR_LIKE_YES], 1);
	assert_int_equal(istio->n[MR_LIKE_PARTIAL], 1);
	assert_int_equal(istio->total, 2);
	assert_true(istio->weighted[MR_LIKE_YES] > 2.9 && istio->weighted[MR_LIKE_YES] < 3.1);
	assert_true(istio->coverage > 0.874 && istio->coverage < 0.876); /* (3 + 1/2) / 4 */
	assert_int_equal(linkerd->n[MR_LIKE_UNKNOWN], 1);
	assert_true(linkerd->coverage < 0.001 && linkerd->coverage > -0.001);
	loaded_release(&loaded);
}

static void sums_agree_whichever_way_they_are_taken(void **state)
{
	struct loaded loaded;
	uint32_t by_product = 0, by_category = 0, by_feature = 0;

	(void)state;
	loaded_init(&loaded, mesh, NULL);
	for (uint32_t i = 0; i < 3; i++) {
		by_product += mr_product_at(loaded.m, i)->counts.total;
		by_feature += mr_feature_at(loaded.m, i)->counts.total;
	}
	for (uint32_t i = 0; i < 2; i++)
		by_category += mr_category_at(loaded.m, i)->counts.total;

	assert_int_equal(loaded.m->counts.total, 6);
	assert_int_equal(by_product, 6);
	assert_int_equal(by_category, 6);
	assert_int_equal(by_feature, 6);
	assert_int_equal(mr_category_counts(loaded.m, 0, 0)->total, 0);
	assert_true(mr_category_counts(loaded.m, 0, 0)->coverage < 0);
	assert_int_equal(mr_category_counts(loaded.m, 1, 2)->total, 2);
	loaded_release(&loaded);
}

static void a_row_differs_in_status_or_in_words(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded,
		    "meshreport: 1\n"
		    "title: t\n"
		    "products: [{id: a, name: A}, {id: b, name: B}]\n"
		    "notes: {n: a note}\n"
		    "categories:\n"
		    "  - id: c\n"
		    "    features:\n"
		    "      - {id: f0, name: f, values: [yes, yes]}\n"
		    "      - {id: f1, name: f, values: [yes, no]}\n"
		    "      - {id: f2, name: f, values: [yes, {status: yes, text: in part}]}\n"
		    "      - {id: f3, name: f, values: [yes, {status: yes, notes: [n]}]}\n"
		    "      - {id: f4, name: f, values: [yes, {status: yes, text: \"*yes*\"}]}\n"
		    "      - {id: f5, name: f, values: [yes, {status: yes, since: '2'}]}\n"
		    "      - {id: f6, name: f}\n"
		    "      - {id: f7, name: f, values: ['x, y', [x, y]]}\n"
		    "      - {id: f8, name: f, values: {a: unknown}}\n",
		    NULL);

	assert_false(mr_feature_at(loaded.m, 0)->differs);
	assert_true(mr_feature_at(loaded.m, 1)->differs);
	assert_true(mr_feature_at(loaded.m, 2)->differs);
	assert_false(mr_feature_at(loaded.m, 3)->differs);
	assert_false(mr_feature_at(loaded.m, 4)->differs);
	assert_true(mr_feature_at(loaded.m, 5)->differs);
	assert_false(mr_feature_at(loaded.m, 6)->differs);
	assert_false(mr_feature_at(loaded.m, 7)->differs);
	assert_false(mr_feature_at(loaded.m, 8)->differs);
	loaded_release(&loaded);
}

static void equal_texts_are_one_object_with_a_dense_id(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	assert_ptr_equal(cell(&loaded, 1, 0)->text,
			 mr_part_at(cell(&loaded, 2, 2)->detail, 0)->text);
	for (uint32_t i = 0; i < loaded.m->cells.n; i++)
		assert_true(cell(&loaded, i / 3, i % 3)->text->id < loaded.m->n_texts);
	loaded_release(&loaded);
}

static void places_lead_back_into_the_file(void **state)
{
	const char *const order[] = {"consul,istio"};
	struct select_request request = {.products = {order, 1}};
	struct loaded loaded;
	struct mr_where where = {MR_AT_CELL, 2, 1, NULL};

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(matrix_place(loaded.matrix, &where).line, 32); /* istio: beta */
	where.second = 7;
	assert_int_equal(matrix_place(loaded.matrix, &where).line, 0);
	where = (struct mr_where){MR_AT_PRODUCT, 0, 0, NULL};
	assert_int_equal(matrix_place(loaded.matrix, &where).line, 12);
	where = (struct mr_where){MR_AT_NOTE, 2, 0, NULL};
	assert_int_equal(matrix_place(loaded.matrix, &where).line, 8); /* manual */
	where = (struct mr_where){MR_AT_CELL, 0, 0, NULL};
	assert_int_equal(matrix_place(loaded.matrix, &where).line,
			 16); /* not stated: the feature */
	where = (struct mr_where){MR_AT_CATEGORY, 1, 0, NULL};
	assert_int_equal(matrix_place(loaded.matrix, &where).line, 19);
	where = (struct mr_where){MR_AT_FEATURE, 2, 0, NULL};
	assert_int_equal(matrix_place(loaded.matrix, &where).line, 29);
	assert_int_equal(matrix_place(loaded.matrix, NULL).line, 0);
	for (uint32_t kind = 0; kind <= MR_AT_CELL + 1; kind++) {
		where = (struct mr_where){kind, 1000, 0, NULL};
		assert_int_equal(matrix_place(loaded.matrix, &where).line, 0);
	}
	loaded_release(&loaded);
}

static void places_have_names_cut_between_characters(void **state)
{
	struct loaded loaded;
	struct mr_where where = {MR_AT_CELL, 1, 1, NULL};
	char name[64];

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	matrix_describe(loaded.matrix, &where, name, sizeof(name));
	assert_string_equal(name, "Breaking, Linkerd 2");
	matrix_describe(loaded.matrix, &where, name, 5);
	assert_string_equal(name, "Brea");
	matrix_describe(loaded.matrix, &where, name, 1);
	assert_string_equal(name, "");
	where = (struct mr_where){MR_AT_NOTE, 0, 0, NULL};
	matrix_describe(loaded.matrix, &where, name, sizeof(name));
	assert_string_equal(name, "note manual");
	where = (struct mr_where){MR_AT_CATEGORY, 0, 0, NULL};
	matrix_describe(loaded.matrix, &where, name, sizeof(name));
	assert_string_equal(name, "category general"); /* it has no name */
	where.index = 1;
	matrix_describe(loaded.matrix, &where, name, sizeof(name));
	assert_string_equal(name, "category Resilience");
	where = (struct mr_where){MR_AT_FEATURE, 2, 0, NULL};
	matrix_describe(loaded.matrix, &where, name, sizeof(name));
	assert_string_equal(name, "Retry");
	where = (struct mr_where){MR_AT_PRODUCT, 1, 0, NULL};
	matrix_describe(loaded.matrix, &where, name, sizeof(name));
	assert_string_equal(name, "product Linkerd 2");
	where = (struct mr_where){99, 0, 0, NULL};
	matrix_describe(loaded.matrix, &where, name, sizeof(name));
	assert_string_equal(name, "");
	loaded_release(&loaded);
}

static void a_long_name_is_one_line_and_cut_before_the_letter_that_does_not_fit(void **state)
{
	struct loaded loaded;
	struct mr_where where = {MR_AT_FEATURE, 0, 0, NULL};
	char name[7];

	(void)state;
	loaded_init(
		&loaded,
		"meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}]\n"
		"categories: [{id: c, features: [{id: f, name: \"a  \\nbüüü\", values: {}}]}]\n",
		NULL);

	matrix_describe(loaded.matrix, &where, name, sizeof(name));
	assert_string_equal(name, "a bü");
	matrix_describe(loaded.matrix, &where, name, 6);
	assert_string_equal(name, "a bü");
	matrix_describe(loaded.matrix, &where, name, 5);
	assert_string_equal(name, "a b");
	loaded_release(&loaded);
}

static void symbols_fall_back_to_those_of_what_a_status_counts_as(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded,
		    "meshreport: 1\n"
		    "title: t\n"
		    "statuses: {soon: {label: soon, like: no}, yes: {symbol: J}}\n"
		    "products: [{id: a, name: A}]\n"
		    "categories: [{id: c, features: [{id: f, name: F, values: [soon]}]}]\n",
		    NULL);

	assert_string_equal(mr_status_at(loaded.m, DATASET_YES)->symbol, "J");
	assert_string_equal(mr_status_at(loaded.m, DATASET_N_BUILTINS)->symbol,
			    mr_status_at(loaded.m, DATASET_NO)->symbol);
	for (uint32_t i = 0; i < loaded.m->statuses.n; i++)
		assert_true(*mr_status_at(loaded.m, i)->symbol != '\0');
	loaded_release(&loaded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_stands_in_the_file_stands_in_the_matrix),
		cmocka_unit_test(a_cell_has_the_size_and_the_accessors_of_the_contract),
		cmocka_unit_test(what_is_not_stated_is_unknown),
		cmocka_unit_test(statuses_speak_the_language_of_the_dataset),
		cmocka_unit_test(words_of_its_own_stand_in_place_of_the_label),
		cmocka_unit_test(a_list_holds_its_items_and_their_words_joined),
		cmocka_unit_test(parts_that_count_differently_are_partial_together),
		cmocka_unit_test(notes_are_numbered_where_they_are_first_used),
		cmocka_unit_test(in_a_cell_the_notes_of_parts_come_before_its_own),
		cmocka_unit_test(only_statuses_that_are_shown_are_used),
		cmocka_unit_test(a_row_of_words_with_a_blank_is_a_fact_and_not_counted),
		cmocka_unit_test(a_mapping_that_states_nothing_is_a_blank),
		cmocka_unit_test(counts_are_plain_and_coverage_is_weighted),
		cmocka_unit_test(sums_agree_whichever_way_they_are_taken),
		cmocka_unit_test(a_row_differs_in_status_or_in_words),
		cmocka_unit_test(equal_texts_are_one_object_with_a_dense_id),
		cmocka_unit_test(places_lead_back_into_the_file),
		cmocka_unit_test(places_have_names_cut_between_characters),
		cmocka_unit_test(
			a_long_name_is_one_line_and_cut_before_the_letter_that_does_not_fit),
		cmocka_unit_test(symbols_fall_back_to_those_of_what_a_status_counts_as),
	};

	return cmocka_run_group_tests_name("matrix", tests, NULL, NULL);
}
