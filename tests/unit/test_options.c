/* SPDX-License-Identifier: MIT */
#include "plugin/options.h"
#include "plugin/vet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static const struct mr_option paper = {"paper", MR_OPTION_CHOICE, "a4", "a3|a4|letter", 0, 0, "h"};
static const struct mr_option copies = {"copies", MR_OPTION_INTEGER, "1", NULL, 1, 9, "h"};
static const struct mr_option margin = {"margin", MR_OPTION_LENGTH, "0", NULL, 0, 0, "h"};
static const struct mr_option scale = {"scale", MR_OPTION_NUMBER, "1", NULL, -2.5, 2.5, "h"};
static const struct mr_option draft = {"draft", MR_OPTION_FLAG, "no", NULL, 0, 0, "h"};

static int read_value(const struct mr_option *option, const char *text, struct mr_value *out)
{
	char word[OPTIONS_WORD], why[OPTIONS_WHY];

	return options_value(option, text, word, out, why);
}

static void lengths_are_points(void **state)
{
	static const struct {
		const char *text;
		double points;
	} lengths[] = {{"36", 36}, {"36pt", 36}, {"1in", 72}, {"25.4mm", 72}, {"2.54cm", 72}};
	struct mr_value value;
	(void)state;

	for (size_t i = 0; i < COUNT(lengths); i++) {
		assert_int_equal(read_value(&margin, lengths[i].text, &value), 0);
		assert_true(value.number > lengths[i].points - 1e-9 &&
			    value.number < lengths[i].points + 1e-9);
	}
	assert_int_equal(read_value(&margin, "1 mm", &value), -1);
	assert_int_equal(read_value(&margin, "mm", &value), -1);
	assert_int_equal(read_value(&margin, "1km", &value), -1);
}

static void bounds_are_inclusive(void **state)
{
	struct mr_value value;
	(void)state;

	assert_int_equal(read_value(&copies, "1", &value), 0);
	assert_int_equal(read_value(&copies, "9", &value), 0);
	assert_int_equal(value.integer, 9);
	assert_int_equal(read_value(&copies, "10", &value), -1);
	assert_int_equal(read_value(&scale, "-2.5", &value), 0);
	assert_int_equal(read_value(&scale, "-2.51", &value), -1);
}

static void a_refusal_says_what_would_be_right(void **state)
{
	char word[OPTIONS_WORD], why[OPTIONS_WHY];
	struct mr_value value;
	(void)state;

	options_value(&paper, "lettr", word, &value, why);
	assert_string_equal(why,
			    "paper: 'lettr' is none of a3, a4, letter; did you mean 'letter'?");
	options_value(&scale, "7", word, &value, why);
	assert_string_equal(why, "scale: '7' is not from -2.5 to 2.5");
	options_value(&copies, NULL, word, &value, why);
	assert_string_equal(why, "copies: a value is missing (copies=VALUE)");
}

static void only_a_flag_stands_bare(void **state)
{
	struct mr_value value;
	(void)state;

	assert_int_equal(read_value(&draft, NULL, &value), 0);
	assert_int_equal(value.integer, 1);
	assert_int_equal(read_value(&draft, "off", &value), 0);
	assert_int_equal(value.integer, 0);
	assert_int_equal(read_value(&paper, NULL, &value), -1);
}

static void an_argument_is_taken_apart_at_the_first_signs(void **state)
{
	struct option_given given;
	(void)state;

	assert_true(options_split("pdf.paper=a.b=c", &given));
	assert_memory_equal(given.format, "pdf", given.n_format);
	assert_int_equal(given.n_format, 3);
	assert_memory_equal(given.key, "paper", 5);
	assert_string_equal(given.value, "a.b=c");
	assert_true(options_split("draft", &given));
	assert_int_equal(given.n_format, 0);
	assert_null(given.value);
	assert_true(options_split("a=x.y", &given));
	assert_int_equal(given.n_format, 0);
	assert_false(options_split("=x", &given));
	assert_false(options_split(".x", &given));
	assert_false(options_split("pdf.=x", &given));
}

static void a_table_is_refused_for_any_mistake_in_it(void **state)
{
	static const struct mr_option wrong[] = {
		{NULL, MR_OPTION_FLAG, "no", NULL, 0, 0, "h"},
		{"", MR_OPTION_FLAG, "no", NULL, 0, 0, "h"},
		{"Upper", MR_OPTION_FLAG, "no", NULL, 0, 0, "h"},
		{"x", 0, "no", NULL, 0, 0, "h"},
		{"x", 7, "no", NULL, 0, 0, "h"},
		{"x", MR_OPTION_FLAG, "perhaps", NULL, 0, 0, "h"},
		{"x", MR_OPTION_FLAG, "no", NULL, 0, 0, NULL},
		{"x", MR_OPTION_FLAG, "no", NULL, 0, 0, "two\nlines"},
		{"x", MR_OPTION_CHOICE, NULL, NULL, 0, 0, "h"},
		{"x", MR_OPTION_CHOICE, NULL, "", 0, 0, "h"},
		{"x", MR_OPTION_CHOICE, NULL, "a||b", 0, 0, "h"},
		{"x", MR_OPTION_CHOICE, NULL, "a|b|", 0, 0, "h"},
		{"x", MR_OPTION_CHOICE, NULL,
		 "a|0123456789012345678901234567890123456789012345678901234567890123", 0, 0, "h"},
		{"x", MR_OPTION_STRING, "two\nlines", NULL, 0, 0, "h"},
		{"x", MR_OPTION_INTEGER, "3", NULL, 4, 9, "h"},
		{"x", MR_OPTION_INTEGER, NULL, NULL, 9, 4, "h"},
	};
	char why[OPTIONS_WHY];
	(void)state;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct option_table table = {&wrong[i], 1};

		assert_int_equal(options_vet(&table, why), -1);
	}
}

static void a_table_with_one_name_twice_is_refused(void **state)
{
	const struct mr_option twice[] = {paper, copies, paper};
	struct option_table table = {twice, 2};
	char why[OPTIONS_WHY];
	(void)state;

	assert_int_equal(options_vet(&table, why), 0);
	table.n = 3;
	assert_int_equal(options_vet(&table, why), -1);
	assert_non_null(strstr(why, "'paper' twice"));
}

static void the_help_says_what_an_option_takes(void **state)
{
	char text[100];
	(void)state;

	options_describe(&paper, text, sizeof(text));
	assert_string_equal(text, "a3, a4, letter");
	options_describe(&scale, text, sizeof(text));
	assert_string_equal(text, "-2.5 to 2.5");
	options_describe(&(struct mr_option){"x", MR_OPTION_NUMBER, NULL, NULL, 0, 0, "h"}, text,
			 sizeof(text));
	assert_string_equal(text, "a number");
	options_describe(&margin, text, sizeof(text));
	assert_string_equal(text, "a length: 12mm, 1.5cm, 0.5in, 36pt");
	options_describe(&paper, text, 5);
	assert_int_equal(strlen(text) < 5, 1);
}

static void a_word_is_one_of_a_list_only_as_a_whole(void **state)
{
	(void)state;
	assert_true(vet_has_word("md|markdown", "md", 2));
	assert_true(vet_has_word("md|markdown", "markdown", 8));
	assert_false(vet_has_word("md|markdown", "mark", 4));
	assert_false(vet_has_word("md|markdown", "md|markdown", 11));
	assert_false(vet_has_word("md|markdown", "", 0));
	assert_false(vet_has_word("", "", 0));
}

static void what_is_no_value_of_its_kind_is_refused(void **state)
{
	static const struct {
		uint32_t type;
		const char *text;
	} wrong[] = {
		{MR_OPTION_INTEGER, ""},
		{MR_OPTION_INTEGER, "1.0"},
		{MR_OPTION_INTEGER, "1e3"},
		{MR_OPTION_INTEGER, "9007199254740994"},
		{MR_OPTION_INTEGER, "-9007199254740994"},
		{MR_OPTION_NUMBER, "nan"},
		{MR_OPTION_NUMBER, "0x1"},
		{MR_OPTION_FLAG, "perhaps"},
		{MR_OPTION_FLAG, ""},
		{MR_OPTION_COLOUR, ""},
		{MR_OPTION_COLOUR, "#1234"},
		{MR_OPTION_COLOUR, "#12345g"},
		{MR_OPTION_COLOUR, "##12345"},
		{MR_OPTION_DATE, "2026-02-29"},
		{MR_OPTION_DATE, "2026-1-31"},
		{MR_OPTION_DATE, "2026-01/31"},
		{MR_OPTION_DATE, "2026/01-31"},
		{MR_OPTION_LIST, "a,,b"},
		{MR_OPTION_LIST, ",a"},
		{MR_OPTION_STRING, "a\nb"},
		{MR_OPTION_STRING, "\xff"},
		{MR_OPTION_STRING, "\xe2\x80\xae"},
	};
	struct mr_value value;
	(void)state;

	for (size_t i = 0; i < COUNT(wrong); i++) {
		const struct mr_option option = {"x", wrong[i].type, NULL, NULL, 0, 0, "h"};

		assert_int_equal(read_value(&option, wrong[i].text, &value), -1);
	}
}

static void a_colour_and_a_list_are_read_to_their_end(void **state)
{
	const struct mr_option colour = {"c", MR_OPTION_COLOUR, NULL, NULL, 0, 0, "h"};
	const struct mr_option list = {"l", MR_OPTION_LIST, NULL, "a|b", 0, 0, "h"};
	char word[OPTIONS_WORD], why[OPTIONS_WHY];
	struct mr_value value;
	(void)state;

	assert_int_equal(options_value(&colour, "#0A5", word, &value, why), 0);
	assert_string_equal(value.text, "#00aa55");
	assert_int_equal(value.integer, 0xaa55);
	assert_int_equal(options_value(&list, "b,a,b", word, &value, why), 0);
	assert_int_equal(value.integer, 3);
	assert_int_equal(options_value(&list, "", word, &value, why), 0);
	assert_int_equal(value.integer, 0);
	assert_int_equal(options_value(&list, "a,c", word, &value, why), -1);
	assert_string_equal(why, "l: 'c' is none of a, b");
	/* the bar of its choices makes no word */
	assert_int_equal(options_value(&list, "a|b", word, &value, why), -1);
}

static void bounds_of_any_size_are_said(void **state)
{
	const struct mr_option length = {"x", MR_OPTION_LENGTH, NULL, NULL, -1e30, 1e30, "h"};
	const struct mr_option small = {"x", MR_OPTION_NUMBER, NULL, NULL, -0.00001, 0.00001, "h"};
	const struct mr_option text = {"x", MR_OPTION_STRING, NULL, NULL, 1, 2, "h"};
	char said[100];
	(void)state;

	options_describe(&length, said, sizeof(said));
	assert_string_equal(said, "-infinity to infinity pt");
	options_describe(&small, said, sizeof(said));
	assert_string_equal(said, "0 to 0");
	options_describe(&text, said, sizeof(said));
	assert_string_equal(said, "");
}

static void a_key_may_be_any_bytes(void **state)
{
	const struct mr_option known[] = {paper, copies};
	struct option_table table = {known, 2};
	char key[2000];
	(void)state;

	memset(key, 'p', sizeof(key));
	assert_null(options_nearest(&table, key, sizeof(key)));
	assert_null(options_nearest(&table, "", 0));
	assert_string_equal(options_nearest(&table, "papr", 4), "paper");
	assert_int_equal(options_find(&table, "pape", 4), -1);
	assert_int_equal(options_find(&table, "copies", 6), 1);
	table.n = OPTIONS_MAX + 1;
	assert_int_equal(options_vet(&table, key), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_one_of_a_list_only_as_a_whole),
		cmocka_unit_test(lengths_are_points),
		cmocka_unit_test(bounds_are_inclusive),
		cmocka_unit_test(a_refusal_says_what_would_be_right),
		cmocka_unit_test(only_a_flag_stands_bare),
		cmocka_unit_test(an_argument_is_taken_apart_at_the_first_signs),
		cmocka_unit_test(a_table_is_refused_for_any_mistake_in_it),
		cmocka_unit_test(a_table_with_one_name_twice_is_refused),
		cmocka_unit_test(the_help_says_what_an_option_takes),
		cmocka_unit_test(what_is_no_value_of_its_kind_is_refused),
		cmocka_unit_test(a_colour_and_a_list_are_read_to_their_end),
		cmocka_unit_test(bounds_of_any_size_are_said),
		cmocka_unit_test(a_key_may_be_any_bytes),
	};

	return cmocka_run_group_tests_name("options", tests, NULL, NULL);
}
