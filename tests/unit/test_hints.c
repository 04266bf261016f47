/* SPDX-License-Identifier: MIT */
/* What a file attaches to a cell and does not show: class names count, sentences are notes. */
#include "words/hints.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

static void classes_of_templates_count_always_and_others_where_the_cell_is_blank(void **state)
{
	static const struct {
		const char *hint;
		const char *with_words, *blank; /* "" for no status */
	} cases[] = {
		{"table-yes", "yes", "yes"},
		{"cell table-no2 wide", "no", "no"},
		{"yes", "", "yes"},
		{"partial sortable", "", "partial"},
		{"icon fa-xmark", "", "no"},
		{"Supported", "", "yes"},
		{"col-3\nNot supported", "", "no"},
		{"\n\ntable-na", "na", "na"},
		{"table-yesno", "", ""},
		{"", "", ""},
	};
	struct vocabulary vocabulary;
	(void)state;

	assert_int_equal(vocabulary_init(&vocabulary), 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		for (int is_blank = 0; is_blank < 2; is_blank++) {
			uint32_t status = hints_status(&vocabulary, cases[i].hint, is_blank);

			assert_string_equal(
				status == VOCABULARY_NONE ? "" : meaning_id((enum meaning)status),
				is_blank ? cases[i].blank : cases[i].with_words);
		}
	}
	vocabulary_release(&vocabulary);
}

/* Also where a legend or --map gave the blank cell a meaning: an empty line is no hint. */
static void an_empty_line_is_no_blank_cell(void **state)
{
	struct vocabulary vocabulary;
	(void)state;

	assert_int_equal(vocabulary_init(&vocabulary), 0);
	vocabulary_give(&vocabulary, "", 0, MEANING_NO, VOCABULARY_MAP);
	assert_int_equal(hints_status(&vocabulary, "\ntable-yes", true), MEANING_YES);
	assert_int_equal(hints_status(&vocabulary, "\n\n", true), VOCABULARY_NONE);
	vocabulary_release(&vocabulary);
}

static void a_sentence_is_written_for_people(void **state)
{
	static const struct {
		const char *line;
		bool is_sentence;
	} cases[] = {
		{"Since version 1.2 only", true},
		{"only with care, by hand", true},
		{"nur für große Netze", true},
		{"by isActive or col_2, at times", true},
		{"Two words", false},
		{"only with great care", false},
		{"sortable wide cell", false},
		{"MuiTableCell-root isActive css-1x2y3z, Cell", false},
		{"theCell aCell x{y}, isWide", false},
		{"A  B, of these", true},
		{"", false},
	};
	(void)state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *at = cases[i].line;
		size_t n = 0;
		const char *line = hints_sentence(&at, &n);

		if ((line != NULL) != cases[i].is_sentence)
			fail_msg("'%s'", cases[i].line);
		if (line) {
			assert_ptr_equal(line, cases[i].line);
			assert_int_equal(n, strlen(line));
		}
		assert_string_equal(at, "");
	}
}

static void sentences_are_found_among_other_lines(void **state)
{
	const char *at = "wide\nFirst of them, here\ntable-yes\n\nSecond of them, there\n";
	size_t n;
	const char *line;
	(void)state;

	line = hints_sentence(&at, &n);
	assert_non_null(line);
	assert_memory_equal(line, "First of them, here", n);
	line = hints_sentence(&at, &n);
	assert_non_null(line);
	assert_memory_equal(line, "Second of them, there", n);
	assert_null(hints_sentence(&at, &n));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			classes_of_templates_count_always_and_others_where_the_cell_is_blank),
		cmocka_unit_test(an_empty_line_is_no_blank_cell),
		cmocka_unit_test(a_sentence_is_written_for_people),
		cmocka_unit_test(sentences_are_found_among_other_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
