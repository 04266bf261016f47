/* SPDX-License-Identifier: MIT */
#include "loaded.h"

#include "base/buf.h"
#include "view/blank.h"

#define HEAD "meshreport: 1\ntitle: T\nproducts: [{id: a, name: A}, {id: b, name: B}]\n"
#define ROWS                                                  \
	"categories:\n"                                       \
	"  - id: c\n"                                         \
	"    features:\n"                                     \
	"      - {id: f, name: F, values: {a: yes, b: no}}\n" \
	"      - {id: g, name: G, values: {b: yes}}\n"        \
	"      - {id: h, name: H}\n"

static enum blank judge(struct loaded *loaded, uint64_t blank, const char *features)
{
	const char *const given[] = {features};
	const struct select_request request = {.blank = blank,
					       .features = {given, features ? 1 : 0}};

	loaded_init(loaded, HEAD ROWS, NULL);
	return blank_judge(&loaded->set, &request, &loaded->diag);
}

static void cells_that_nobody_states_are_counted(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_int_equal(judge(&loaded, 3, NULL), BLANK_FITS);
	assert_int_equal(loaded.diag.n, 0);
	loaded_release(&loaded);
	assert_int_equal(judge(&loaded, 2, NULL), BLANK_TOO_MANY);
	assert_non_null(loaded_said(&loaded, "3 of 6 cells (3 features by 2 products)"));
	assert_non_null(loaded_said(&loaded, "the limit is 2 (--limit blank=N)"));
	loaded_release(&loaded);
}

static void the_message_stands_at_the_first_feature_without_a_cell(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_int_equal(judge(&loaded, 2, NULL), BLANK_TOO_MANY);

	assert_int_equal(loaded.diag.messages[0].place.line, 9);
	assert_non_null(strstr(loaded.diag.messages[0].hint, "--features"));
	loaded_release(&loaded);
}

static void only_what_is_selected_counts(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_int_equal(judge(&loaded, 1, "f,g"), BLANK_FITS);
	loaded_release(&loaded);
	assert_int_equal(judge(&loaded, 1, "g,h"), BLANK_TOO_MANY);
	assert_non_null(loaded_said(&loaded, "3 of 4 cells"));
	loaded_release(&loaded);
}

static void nought_is_no_limit(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_int_equal(judge(&loaded, 0, NULL), BLANK_FITS);
	loaded_release(&loaded);
}

static void what_cannot_be_selected_is_no_matter_of_cells(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_int_equal(judge(&loaded, 1, "nothing"), BLANK_UNASKED);
	assert_int_equal(diag_has_errors(&loaded.diag), true);
	loaded_release(&loaded);
}

static void a_default_grows_with_what_is_stated(void **state)
{
	struct buf words = BUF_INIT;

	(void)state;
	assert_true(limits_most(LIMITS_BY_WEIGHT, 0) == 500000);
	assert_true(limits_most(LIMITS_BY_WEIGHT, 7) == 500070);
	assert_true(limits_most(LIMITS_BY_WEIGHT, UINT64_MAX / 2) == UINT64_MAX);
	assert_true(limits_most(12, 7) == 12);
	limits_put_most(&words, "blank", LIMITS_BY_WEIGHT, 7, "that are");
	assert_string_equal(buf_text(&words),
			    "500000 and 10 for each of the 7 that are (--limit blank=N)");
	buf_release(&words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_that_nobody_states_are_counted),
		cmocka_unit_test(the_message_stands_at_the_first_feature_without_a_cell),
		cmocka_unit_test(only_what_is_selected_counts),
		cmocka_unit_test(nought_is_no_limit),
		cmocka_unit_test(what_cannot_be_selected_is_no_matter_of_cells),
		cmocka_unit_test(a_default_grows_with_what_is_stated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
