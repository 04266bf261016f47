/* SPDX-License-Identifier: MIT */
/* How a reference to a note looks within words. */
#include "words/mark.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

struct mark_case {
	const char *words;
	size_t taken; /* bytes, 0 for no mark */
	const char *key;
};

static void raised_digits_and_rows_of_one_symbol_are_marks(void **state)
{
	static const struct mark_case cases[] = {
		{"¹ by hand", 2, "1"}, {"²³", 4, "23"}, {"⁰⁴⁹ x", 9, "049"}, {"¹⁰", 5, "10"},
		{"* x", 1, "*"},       {"**", 2, "**"}, {"*†", 1, "*"},      {"††", 6, "††"},
		{"⁺¹", 0, ""},         {"ⁿ", 0, ""},    {"a*", 0, ""},       {"", 0, ""}};
	char key[MARK_KEY];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(mark_at(cases[i].words, strlen(cases[i].words), key),
				 cases[i].taken);
		assert_string_equal(key, cases[i].key);
	}
}

/* A line of stars in place of a table's head is cut where a key ends, and goes on as another mark. */
static void a_key_has_an_end(void **state)
{
	char stars[2 * MARK_KEY], raised[4 * MARK_KEY] = "", daggers[6 * MARK_KEY] = "",
					     key[MARK_KEY];

	(void)state;
	memset(stars, '*', sizeof(stars));
	for (int i = 0; i < 2 * MARK_KEY; i++) {
		memcpy(raised + 2 * (size_t)i, "¹", 2);
		memcpy(daggers + 3 * (size_t)i, "†", 3);
	}

	assert_int_equal(mark_at(stars, sizeof(stars), key), MARK_KEY - 2);
	assert_int_equal(strlen(key), MARK_KEY - 2);
	assert_int_equal(mark_at(raised, sizeof(raised), key), 2 * (MARK_KEY - 1));
	assert_int_equal(strlen(key), MARK_KEY - 1);
	assert_int_equal(mark_at(daggers, sizeof(daggers), key), 3 * ((MARK_KEY - 2) / 3));
	assert_int_equal(strlen(key), 3 * ((MARK_KEY - 2) / 3));
}

static void a_label_is_a_short_number_or_one_letter(void **state)
{
	static const struct {
		const char *words;
		bool is_label;
	} cases[] = {{"1", true}, {"123", true}, {"a", true},   {"Z", true}, {"1234", false},
		     {"", false}, {"ab", false}, {"1a", false}, {"*", false}};
	char key[MARK_KEY];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		size_t n = strlen(cases[i].words);

		assert_int_equal(mark_label(cases[i].words, n, key), cases[i].is_label);
		if (cases[i].is_label)
			assert_string_equal(key, cases[i].words);
	}
}

static void brackets_hold_a_label(void **state)
{
	static const struct mark_case cases[] = {
		{"[1]", 3, "1"}, {"(a) x", 3, "a"}, {"[12] x", 4, "12"},
		{"[1", 0, ""},   {"[1)", 0, ""},    {"(note 1)", 0, ""},
		{"1]x", 0, ""},  {"[]x", 0, ""},    {"[1234]", 0, ""}};
	char key[MARK_KEY];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(mark_bracketed(cases[i].words, strlen(cases[i].words), key),
				 cases[i].taken);
		if (cases[i].taken > 0)
			assert_string_equal(key, cases[i].key);
	}
}

static void what_stands_raised_is_a_mark_with_whatever_is_around_it(void **state)
{
	static const struct {
		const char *words, *key; /* null: none */
	} cases[] = {{"2", "2"},      {"(1)", "1"},        {"[a]", "a"}, {" 2.", "2"},
		     {"note 3", "3"}, {"[Note 12]", "12"}, {"*", "*"},   {"††", "††"},
		     {"notes", NULL}, {"noted 3", NULL},   {"th", NULL}, {"1 and 2", NULL},
		     {"", NULL},      {"([", NULL},        {"). ", NULL}};
	char key[MARK_KEY];

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		bool is_mark = mark_raised(cases[i].words, strlen(cases[i].words), key);

		assert_int_equal(is_mark, cases[i].key != NULL);
		if (is_mark)
			assert_string_equal(key, cases[i].key);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(raised_digits_and_rows_of_one_symbol_are_marks),
		cmocka_unit_test(a_key_has_an_end),
		cmocka_unit_test(a_label_is_a_short_number_or_one_letter),
		cmocka_unit_test(brackets_hold_a_label),
		cmocka_unit_test(what_stands_raised_is_a_mark_with_whatever_is_around_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
