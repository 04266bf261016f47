/* SPDX-License-Identifier: MIT */
/* Fields of CSV: quoted as RFC 4180 has it, defused, and what was written given back. */
#include "csv/write/csv_field.h"
#include "csv/write/csv_label.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static void expect_with(char delimiter, bool keeps, const char *text, const char *wanted)
{
	struct out out;
	struct csv_field field;

	out_to_memory(&out, 0);
	csv_field_init(&field, &out, delimiter, keeps);
	csv_field_put(&field, text, strlen(text));
	assert_string_equal(out_at(&out), wanted);
	csv_field_release(&field);
	out_release(&out);
}

static void expect(const char *text, const char *wanted)
{
	expect_with(',', false, text, wanted);
}

static void what_holds_a_delimiter_a_quote_or_a_line_is_quoted(void **state)
{
	(void)state;
	expect("plain", "plain");
	expect("a,b", "\"a,b\"");
	expect("a \"b\"", "\"a \"\"b\"\"\"");
	expect("a\nb", "\"a\nb\"");
	expect("a\rb", "\"a\rb\"");
	expect(" a", "\" a\"");
	expect("a;b", "a;b");
	expect_with(';', false, "a;b", "\"a;b\"");
	expect_with('\t', false, "a,b", "a,b");
}

static void a_formula_gets_an_apostrophe(void **state)
{
	(void)state;
	expect("=1+1", "'=1+1");
	expect("+", "+");
	expect("a\r=1+1", "\"a\r'=1+1\"");
	expect("@A1", "'@A1");
	expect("+x", "'+x");
	expect("-x", "'-x");
	expect("＝1", "'＝1");
	expect("'=1", "''=1");
	expect("a =1", "a =1");
}

static void a_sign_alone_and_a_number_are_none(void **state)
{
	(void)state;
	expect("-", "-");
	expect("-5", "-5");
	expect("+1.25", "+1.25");
	expect("=", "=");
	expect("-5x", "'-5x");
}

static void what_another_locale_cuts_off_is_defused_as_well(void **state)
{
	(void)state;
	expect("x;=1", "x;'=1");
	expect("x\t@1", "x\t'@1");
	expect("x\n-1", "\"x\n'-1\"");
	expect("x,=1", "\"x,=1\"");
	expect_with(';', false, "x,=1", "x,'=1");
	expect_with('\t', false, "x;=1", "x;'=1");
}

static void formulas_are_kept_for_who_asks(void **state)
{
	(void)state;
	expect_with(',', true, "=1", "=1");
	expect_with(',', true, "x;=1", "x;=1");
}

/* Whatever is put is given back by who takes the apostrophes off. */
static void what_was_defused_comes_back(void **state)
{
	static const char alphabet[] = "a='-+@;,\t\n5 ";
	uint32_t seed = 7;
	(void)state;

	for (unsigned i = 0; i < 200000; i++) {
		char text[9] = "";
		struct out out, back;
		struct csv_field field;

		for (unsigned at = 0; at < 1 + i % 8; at++) {
			seed = seed * 1664525 + 1013904223;
			text[at] = alphabet[(seed >> 16) % (sizeof(alphabet) - 1)];
		}
		out_to_memory(&out, 0);
		out_to_memory(&back, 0);
		csv_field_init(&field, &out, ',', false);
		csv_field_put(&field, text, strlen(text));
		csv_field_restore(&back, field.made.n ? out_at(&field.made) : text,
				  field.made.n ? field.made.n : strlen(text), ',');
		assert_string_equal(out_at(&back), text);
		csv_field_release(&field);
		out_release(&out);
		out_release(&back);
	}
}

static void the_longest_label_is_what_words_say(void **state)
{
	static const struct csv_label labels[] = {{"yes", 3, 1}, {"no", 2, 2}, {"no data", 7, 3}};
	(void)state;

	assert_int_equal(csv_label_said(labels, 3, "yes (per node)"), 1);
	assert_int_equal(csv_label_said(labels, 3, "no data yet"), 3);
	assert_int_equal(csv_label_said(labels, 3, "no"), 2);
	assert_int_equal(csv_label_said(labels, 3, "none"), CSV_LABEL_NONE);
	assert_int_equal(csv_label_said(labels, 3, ""), CSV_LABEL_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_holds_a_delimiter_a_quote_or_a_line_is_quoted),
		cmocka_unit_test(a_formula_gets_an_apostrophe),
		cmocka_unit_test(a_sign_alone_and_a_number_are_none),
		cmocka_unit_test(what_another_locale_cuts_off_is_defused_as_well),
		cmocka_unit_test(formulas_are_kept_for_who_asks),
		cmocka_unit_test(what_was_defused_comes_back),
		cmocka_unit_test(the_longest_label_is_what_words_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
