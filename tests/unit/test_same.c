/* SPDX-License-Identifier: MIT */
/* Whether two texts are layouts of one document: what fmt asks of its own work before it hands it out. */
#include "fmt/same.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static enum same compare(const char *a, const char *b)
{
	return same_document(a, strlen(a), b, strlen(b));
}

static void layouts_of_one_document_are_the_same(void **state)
{
	static const char *const pairs[][2] = {
		{"", ""},
		{"a: b\n", "a:   'b'"},
		{"a:\n- b # c\n", "a:\n    - b  # c\n"},
		{"a: [b, c]\n", "a: [\n    b,\n    c\n  ]\n"},
		{"a: |\n  b\n", "a: |\n      b\n"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(pairs) / sizeof(*pairs); i++) {
		assert_int_equal(compare(pairs[i][0], pairs[i][1]), SAME_YES);
		assert_int_equal(compare(pairs[i][1], pairs[i][0]), SAME_YES);
	}
}

/* Most of them have the same bytes but for blanks and quotes. */
static void what_differs_in_any_way_is_not_the_same(void **state)
{
	static const struct {
		const char *differs, *a, *b;
	} cases[] = {
		{"a letter", "a: b\n", "a: c\n"},
		{"more letters", "a: b\n", "a: bc\n"},
		{"a blank of a value", "a: 'b c'\n", "a: 'b\tc'\n"},
		{"the length of a value", "a: b c\n", "a: bc\n"},
		{"blanks of a directive", "%YAML 1.1\n--- a\n", "%YAML  1.1\n--- a\n"},
		{"the mapping of a key", "a:\n  b: c\n  d: e\n", "a:\n  b: c\nd: e\n"},
		{"the list of an entry", "- - a\n  - b\n", "- - a\n- b\n"},
		{"whether it is a key", "[a: b]\n", "[a\n: b]\n"},
		{"a block and quotes", "a: |\n  b", "a: \"|\n  b\"\n"},
		{"where a comment stands", "a: b # c\n", "a: b\n# c\n"},
		{"the words of a comment", "a: b # c d\n", "a: b # cd\n"},
		{"what a comment is about", "- '' # c\n", "- # c\n  ''\n"},
		{"what stands there", "- ''\n", "-\n"},
		{"what begins there", "- - a\n", "-\n- a\n"},
		{"a quote that is not closed", "a: b\n", "a: 'b\n"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (compare(cases[i].a, cases[i].b) != SAME_NO ||
		    compare(cases[i].b, cases[i].a) != SAME_NO)
			fail_msg("'%s' and '%s' differ in %s", cases[i].a, cases[i].b,
				 cases[i].differs);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(layouts_of_one_document_are_the_same),
		cmocka_unit_test(what_differs_in_any_way_is_not_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
