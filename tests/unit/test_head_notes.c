/* SPDX-License-Identifier: MIT */
/* Notes on the names of products, categories and features. */
#include "loaded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
/* after the C headers it needs */
#include <cmocka.h>

static const char mesh[] =
	"meshreport: 1\n"
	"title: Meshes\n"
	"notes: {manual: by hand, late: much later}\n"
	"products:\n"
	"  - {id: istio, name: Istio, notes: [manual, of istio alone]}\n"
	"  - {id: kuma, name: Kuma}\n"
	"categories:\n"
	"  - id: general\n"
	"    name: General\n"
	"    notes: of the category\n"
	"    features:\n"
	"      - id: license\n"
	"        name: License\n"
	"        notes: [late]\n"
	"        values: {istio: {status: yes, notes: [in a cell, manual]}, kuma: no}\n";

static uint32_t note_of(const struct mr_array *notes, uint32_t index)
{
	return *(const uint32_t *)mr_at(notes, index);
}

static void notes_on_names_are_numbered_before_those_of_the_cells(void **state)
{
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, NULL);

	assert_int_equal(mr_product_at(loaded.m, 0)->notes.n, 2);
	assert_int_equal(note_of(&mr_product_at(loaded.m, 0)->notes, 0), 0);
	assert_int_equal(note_of(&mr_product_at(loaded.m, 0)->notes, 1), 1);
	assert_int_equal(mr_product_at(loaded.m, 1)->notes.n, 0);
	assert_int_equal(note_of(&mr_category_at(loaded.m, 0)->notes, 0), 2);
	assert_int_equal(note_of(&mr_feature_at(loaded.m, 0)->notes, 0), 3);
	assert_int_equal(note_of(&mr_cell_at(loaded.m, 0, 0)->detail->notes, 0), 4);
	assert_int_equal(note_of(&mr_cell_at(loaded.m, 0, 0)->detail->notes, 1), 0);
	assert_int_equal(loaded.m->notes.n, 5);
	assert_string_equal(mr_note_at(loaded.m, 2)->text->plain, "of the category");
	assert_int_equal(mr_note_at(loaded.m, 0)->n_uses, 2);
	loaded_release(&loaded);
}

static void a_product_that_is_not_selected_numbers_no_note(void **state)
{
	const char *ids[] = {"kuma"};
	const struct select_request request = {.products = {ids, 1}};
	struct loaded loaded;

	(void)state;
	loaded_init(&loaded, mesh, &request);

	assert_int_equal(loaded.m->notes.n, 2);
	assert_string_equal(mr_note_at(loaded.m, 0)->text->plain, "of the category");
	assert_string_equal(mr_note_at(loaded.m, 1)->text->plain, "much later");
	loaded_release(&loaded);
}

static void an_unknown_note_on_a_name_is_an_error_at_its_place(void **state)
{
	static const char yaml[] = "meshreport: 1\ntitle: T\nnotes: {manual: by hand}\n"
				   "products: [{id: a, name: A, notes: [manuel]}]\n"
				   "categories: [{id: c, features: [{id: f, name: F}]}]\n";
	struct limits limits;
	struct dataset set;
	struct diag diag;

	(void)state;
	limits_init(&limits);
	diag_init(&diag, 0);

	assert_int_equal(dataset_load_bytes(&set, yaml, strlen(yaml), "d.yaml", &limits, &diag),
			 -1);
	assert_string_equal(diag.messages[0].text, "unknown note 'manuel'");
	assert_string_equal(diag.messages[0].path, "products[0].notes[0]");
	assert_string_equal(diag.messages[0].suggestion, "manual");
	assert_int_equal(diag.messages[0].place.line, 4);
	dataset_release(&set);
	diag_release(&diag);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notes_on_names_are_numbered_before_those_of_the_cells),
		cmocka_unit_test(a_product_that_is_not_selected_numbers_no_note),
		cmocka_unit_test(an_unknown_note_on_a_name_is_an_error_at_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
