/* SPDX-License-Identifier: MIT */
/* What the loader takes: cells, places, aliases, merge keys, order of keys. */
#include "dataset_help.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>

static void load_good(struct loaded *loaded, const char *yaml)
{
	load(loaded, yaml, strlen(yaml));
	if (loaded->status != 0)
		fail_msg("refused: %s", buf_text(&loaded->messages));
	assert_string_equal(buf_text(&loaded->messages), "");
}

static void a_scalar_is_a_status_in_any_case_quoted_or_not(void **state)
{
	struct loaded l;

	(void)state;

	load_good(&l, HEAD "{id: f, name: F, values: {istio: YES, linkerd: 'No'}},\n"
			   "{id: g, name: G, values: {istio: 'true', linkerd: Unknown}}" TAIL);

	assert_int_equal(cell_of(&l.set, 0, "istio")->status, DATASET_YES);
	assert_int_equal(cell_of(&l.set, 0, "linkerd")->status, DATASET_NO);
	assert_int_equal(cell_of(&l.set, 1, "istio")->kind, MR_CELL_TEXT);
	assert_string_equal(cell_of(&l.set, 1, "istio")->text->plain, "true");
	assert_int_equal(cell_of(&l.set, 1, "linkerd")->status, DATASET_UNKNOWN);
	unload(&l);
}

static void nothing_stated_is_no_cell_and_so_unknown(void **state)
{
	struct loaded l;

	(void)state;

	load_good(&l, HEAD "{id: f, name: F, values: {istio: , linkerd: ~}},\n"
			   "{id: g, name: G, values: {istio: null, linkerd: ''}},\n"
			   "{id: h, name: H, kind: text, values: {istio: '~', linkerd: ''}},\n"
			   "{id: i, name: I}" TAIL);

	assert_int_equal(l.set.n_features, 4);
	assert_int_equal(l.set.cells.n, 1);
	assert_string_equal(cell_of(&l.set, 2, "istio")->text->plain, "~");
	unload(&l);
}

static void kind_text_makes_every_word_a_text(void **state)
{
	struct loaded l;

	(void)state;

	load_good(&l,
		  HEAD "{id: f, name: F, kind: text, values: {istio: yes, linkerd: [a, no]}}" TAIL);

	assert_int_equal(cell_of(&l.set, 0, "istio")->kind, MR_CELL_TEXT);
	assert_string_equal(cell_of(&l.set, 0, "istio")->text->plain, "yes");
	assert_int_equal(cell_of(&l.set, 0, "linkerd")->detail->n_items, 2);
	unload(&l);
}

static void a_cell_has_words_notes_sources_and_dates(void **state)
{
	const struct dataset_cell *cell;
	struct loaded l;

	(void)state;

	load_good(&l, HEAD
		  "{id: f, name: F, values: {\n"
		  "istio: {status: yes, text: '*yes*', source: [https://a.b/, c.html],\n"
		  "  verified: 2019-10-20, since: '1.0', notes: [manual, a note of its own]},\n"
		  "linkerd: {notes: [manual]}}}" TAIL);
	cell = cell_of(&l.set, 0, "istio");

	assert_int_equal(cell->place.line, 7);
	assert_int_equal(cell->place.column, 8);
	assert_int_equal(cell->status, DATASET_YES);
	assert_string_equal(cell->text->plain, "yes");
	assert_int_equal(cell->detail->sources.n, 2);
	assert_string_equal(cell->detail->sources.at[1], "c.html");
	assert_int_equal(cell->detail->verified.day, 20);
	assert_string_equal(cell->detail->since, "1.0");
	assert_int_equal(cell->detail->notes.n, 2);
	assert_int_equal(cell->detail->notes.at[0].note, 0);
	assert_int_equal(cell->detail->notes.at[1].note, DATASET_OWN_NOTE);
	assert_string_equal(cell->detail->notes.at[1].text->plain, "a note of its own");
	assert_int_equal(cell_of(&l.set, 0, "linkerd")->status, DATASET_UNKNOWN);
	unload(&l);
}

static void parts_have_statuses_texts_and_notes_of_their_own(void **state)
{
	const struct dataset_part *parts;
	struct loaded l;

	(void)state;

	load_good(
		&l, HEAD
		"{id: f, name: F, values: {istio: {parts: [{name: Timeout, status: yes},\n"
		"{name: Retry, status: no, text: not yet, notes: [manual]}, {name: Rest}]}}}" TAIL);
	parts = cell_of(&l.set, 0, "istio")->detail->parts;

	assert_int_equal(cell_of(&l.set, 0, "istio")->kind, MR_CELL_PARTS);
	assert_string_equal(parts[0].name, "Timeout");
	assert_null(parts[0].text);
	assert_string_equal(parts[1].text->plain, "not yet");
	assert_int_equal(parts[1].notes.n, 1);
	assert_int_equal(parts[2].status, DATASET_UNKNOWN);
	unload(&l);
}

static void values_may_be_a_list_in_the_order_of_products(void **state)
{
	struct loaded l;

	(void)state;

	load_good(&l, HEAD "{id: f, name: F, values: [yes, [a, b]]}" TAIL);

	assert_int_equal(cell_of(&l.set, 0, "istio")->status, DATASET_YES);
	assert_int_equal(cell_of(&l.set, 0, "linkerd")->kind, MR_CELL_LIST);
	unload(&l);
}

static void statuses_of_the_dataset_join_the_built_in_ones(void **state)
{
	struct loaded l;

	(void)state;

	load_good(
		&l,
		"statuses: {preview: {label: in preview, like: no}, Beta: {like: partial, symbol: β}}\n" HEAD
		"{id: f, name: F, kind: status, values: {istio: beta, linkerd: preview}}" TAIL);

	assert_int_equal(l.set.n_statuses, DATASET_N_BUILTINS + 1);
	assert_string_equal(l.set.statuses[DATASET_PREVIEW].label, "in preview");
	assert_int_equal(l.set.statuses[DATASET_PREVIEW].like, MR_LIKE_NO);
	assert_true(l.set.statuses[DATASET_PREVIEW].is_builtin);
	assert_string_equal(l.set.statuses[DATASET_N_BUILTINS].label, "Beta");
	assert_int_equal(cell_of(&l.set, 0, "istio")->status, DATASET_N_BUILTINS);
	unload(&l);
}

static void keys_stand_in_any_order(void **state)
{
	struct loaded l;

	(void)state;

	load_good(
		&l,
		"categories: [{features: [{values: {istio: beta, linkerd: {notes: n}}, name: F, id: f}], id: c}]\n"
		"x-home: {anything: [at, all]}\n"
		"products: [{name: I, id: istio}, {name: L, id: linkerd}]\n"
		"notes: {n: N}\n"
		"statuses: {beta: {like: yes}}\n"
		"title: T\n"
		"meshreport: 1\n");

	assert_int_equal(cell_of(&l.set, 0, "istio")->status, DATASET_N_BUILTINS);
	assert_int_equal(cell_of(&l.set, 0, "linkerd")->detail->notes.at[0].note, 0);
	unload(&l);
}

static void aliases_repeat_and_merge_keys_fill_what_is_not_said(void **state)
{
	struct loaded l;

	(void)state;

	load_good(
		&l,
		"x-a: &all {istio: yes, linkerd: {status: no, notes: [manual]}}\n"
		"x-b: &more {<<: *all, istio: partial}\n" HEAD
		"{id: f, name: F, values: *all}, {id: g, name: G, values: {<<: *all, linkerd: yes}},\n"
		"{id: h, name: H, values: {<<: [*more, *all]}},\n"
		"{id: i, name: I, values: {linkerd: na, <<: {istio: no, linkerd: no}}}" TAIL);

	assert_int_equal(cell_of(&l.set, 0, "linkerd")->detail->notes.n, 1);
	assert_int_equal(cell_of(&l.set, 0, "linkerd")->place.line, 1);
	assert_int_equal(cell_of(&l.set, 1, "istio")->status, DATASET_YES);
	assert_int_equal(cell_of(&l.set, 1, "linkerd")->status, DATASET_YES);
	assert_int_equal(cell_of(&l.set, 2, "istio")->status, DATASET_PARTIAL);
	assert_int_equal(cell_of(&l.set, 2, "linkerd")->status, DATASET_NO);
	assert_int_equal(cell_of(&l.set, 3, "istio")->status, DATASET_NO);
	assert_int_equal(cell_of(&l.set, 3, "linkerd")->status, DATASET_NA);
	unload(&l);
}

static void a_bom_and_cr_lf_change_no_place(void **state)
{
	struct loaded l;

	(void)state;

	load_good(&l,
		  "\xef\xbb\xbfmeshreport: 1\r\ntitle: T\r\n"
		  "products:\r\n- {id: istio, name: I}\r\ncategories:\r\n- id: c\r\n  features:\r\n"
		  "  - id: f\r\n    name: F\r\n    values: {istio: yes}\r\n");

	assert_int_equal(l.set.features[0].place.line, 8);
	assert_int_equal(l.set.features[0].place.column, 9);
	assert_int_equal(cell_of(&l.set, 0, "istio")->place.line, 10);
	unload(&l);
}

static void json_is_a_dataset_too(void **state)
{
	struct loaded l;

	(void)state;

	load_good(
		&l,
		"{\"meshreport\": 1, \"title\": \"T \\u00e6\", \"products\": [{\"id\": \"i\", \"name\": \"I\"}],\n"
		"\t\"categories\": [{\"id\": \"c\", \"features\": [\n"
		"\t{\"id\": \"f\", \"name\": \"F\", \"weight\": 0.5, \"values\": {\"i\": \"yes\"}}]}]}");

	assert_string_equal(l.set.title, "T \xc3\xa6");
	assert_true(l.set.features[0].weight > 0.49 && l.set.features[0].weight < 0.51);
	unload(&l);
}

static void the_bytes_are_kept_as_they_were_read(void **state)
{
	static const char YAML[] = HEAD FEATURE TAIL;
	struct loaded l;

	(void)state;

	load_good(&l, YAML);

	assert_int_equal(l.set.bytes.n, sizeof(YAML) - 1);
	assert_memory_equal(l.set.bytes.at, YAML, sizeof(YAML) - 1);
	assert_string_equal(l.set.name, "d.yaml");
	assert_string_equal(l.set.language, "en");
	assert_int_equal(l.set.as_of.year, 0);
	unload(&l);
}

static void equal_texts_of_a_dataset_are_one_object(void **state)
{
	struct loaded l;

	(void)state;

	load_good(
		&l, HEAD
		"{id: f, name: F, values: {istio: '*some* words', linkerd: '*some* words'}}" TAIL);

	assert_ptr_equal(cell_of(&l.set, 0, "istio")->text, cell_of(&l.set, 0, "linkerd")->text);
	unload(&l);
}

static void sections_and_lists_that_say_nothing_are_empty(void **state)
{
	static const char yaml[] =
		"notes:\nstatuses: ~\nprofiles: null\nmeshreport: 1\ntitle: T\n"
		"products: [{id: istio, name: I, formerly: }]\ncategories: [{id: e, features: ~},\n"
		"{id: c, features: [{id: f, name: F, values: ~, notes: ~, source: Null}]}]\n";
	struct loaded l;

	(void)state;

	load(&l, yaml, sizeof(yaml) - 1);
	assert_int_equal(l.status, 0);
	assert_int_equal(l.set.n_profiles, 0);
	assert_int_equal(l.set.n_statuses, DATASET_N_BUILTINS);
	assert_int_equal(l.set.n_features, 1);
	assert_int_equal(l.set.cells.n, 0);
	unload(&l);
	load_good(&l, HEAD FEATURE TAIL "profiles: [{id: p, name: P, require: , weights: ~}]\n");
	assert_int_equal(l.set.profiles[0].n_requirements, 0);
	assert_int_equal(l.set.profiles[0].n_weights, 0);
	unload(&l);
}

/* A workbook has cells in place of lines. */
static void a_place_has_a_name_where_it_has_no_line(void **state)
{
	const char *names[] = {"Sheet1!A1", "Sheet1!B2"};
	const struct dataset set = {.place_names = names, .n_place_names = 2};

	(void)state;

	assert_string_equal(dataset_place_name(&set, (struct place){2, PLACE_NAMED}), "Sheet1!B2");
	assert_string_equal(dataset_place_name(&set, (struct place){2, 1}), "");
	assert_string_equal(dataset_place_name(&set, (struct place){0, 0}), "");
}

static void limits_have_names_and_suggestions(void **state)
{
	struct limits limits;

	(void)state;
	limits_init(&limits);

	assert_int_equal(limits_set(&limits, "depth", 7), 0);
	assert_int_equal(limits.depth, 7);
	assert_int_equal(limits_set(&limits, "dept", 8), -1);
	assert_string_equal(limits_nearest("dept"), "depth");
	assert_int_equal(limits.depth, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_scalar_is_a_status_in_any_case_quoted_or_not),
		cmocka_unit_test(nothing_stated_is_no_cell_and_so_unknown),
		cmocka_unit_test(kind_text_makes_every_word_a_text),
		cmocka_unit_test(a_cell_has_words_notes_sources_and_dates),
		cmocka_unit_test(parts_have_statuses_texts_and_notes_of_their_own),
		cmocka_unit_test(values_may_be_a_list_in_the_order_of_products),
		cmocka_unit_test(statuses_of_the_dataset_join_the_built_in_ones),
		cmocka_unit_test(keys_stand_in_any_order),
		cmocka_unit_test(aliases_repeat_and_merge_keys_fill_what_is_not_said),
		cmocka_unit_test(a_bom_and_cr_lf_change_no_place),
		cmocka_unit_test(json_is_a_dataset_too),
		cmocka_unit_test(the_bytes_are_kept_as_they_were_read),
		cmocka_unit_test(equal_texts_of_a_dataset_are_one_object),
		cmocka_unit_test(sections_and_lists_that_say_nothing_are_empty),
		cmocka_unit_test(a_place_has_a_name_where_it_has_no_line),
		cmocka_unit_test(limits_have_names_and_suggestions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
