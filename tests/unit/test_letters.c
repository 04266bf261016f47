/* SPDX-License-Identifier: MIT */
/* Letters as inline Markdown: what all readers hand over goes through them. */
#include "common/read/letters.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

typedef void putter(struct out *out, const char *text, size_t n);

static void expect(putter *put, const char *text, size_t n, const char *wanted)
{
	struct out out;

	out_to_memory(&out, 0);
	put(&out, text, n);
	assert_string_equal(out_at(&out), wanted);
	out_release(&out);
}

static void what_would_be_markup_is_escaped(void **state)
{
	static const char *const cases[][2] = {
		{"a*b [c] <d> `e` \\f", "a\\*b \\[c\\] \\<d> \\`e\\` \\\\f"},
		{"snake_case a_1 é_ü Z_{", "snake_case a_1 é_ü Z\\_{"},
		{"_a a_ _", "\\_a a\\_ \\_"},
		{"a & b && &x; &# &", "a & b && \\&x; \\&# &"},
		{" \t\n\v\f\r a \t b ", "a b "},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect(letters_put, cases[i][0], strlen(cases[i][0]), cases[i][1]);
}

static void ends_of_lines_of_any_kind_are_one_break(void **state)
{
	static const char *const cases[][2] = {
		{"a\nb", "a<br>b"},        {"a\rb", "a<br>b"},         {"a\r\nb", "a<br>b"},
		{"a\n\rb", "a<br><br>b"},  {"a\r\r\nb", "a<br><br>b"}, {"a\r", "a<br>"},
		{"a\tb\vc\fd", "a b c d"}, {"*\r_", "\\*<br>\\_"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect(letters_put_exactly, cases[i][0], strlen(cases[i][0]), cases[i][1]);
	expect(letters_put_exactly, "a\r\nb", 2, "a<br>");
}

static void code_keeps_its_letters(void **state)
{
	static const char *const cases[][2] = {
		{"a", "`a`"},
		{"a`b", "``a`b``"},
		{"`a", "`` `a ``"},
		{"a``", "``` a`` ```"},
		{" a", "`  a `"},
		{"a\nb\tc ", "`a b c`"},
		{"", ""},
		{" \n", ""},
		{"*&lt;", "`*&lt;`"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect(letters_code, cases[i][0], strlen(cases[i][0]), cases[i][1]);
}

static void put_code_behind(struct out *out, const char *text, size_t n)
{
	out_bytes(out, text, n);
	letters_code(out, "x", 1);
}

static void code_beside_code_stays_apart(void **state)
{
	(void)state;
	expect(put_code_behind, "`a`", 3, "`a` `x`");
	expect(put_code_behind, "a\\`", 3, "a\\``x`");
	expect(put_code_behind, "a", 1, "a`x`");
}

static void put_address(struct out *out, const char *text, size_t n)
{
	(void)n;
	letters_address(out, text);
}

static void an_address_ends_where_it_should(void **state)
{
	static const char *const cases[][2] = {
		{" \t\nhttps://x.example/a", "](https://x.example/a)"},
		{"a_(b)<c>\\d", "](a_\\(b\\)\\<c\\>\\\\d)"},
		{"?a=1&b=2&&=3&", "](?a=1\\&b=2&&=3&)"},
		{"a b\tc\x7f\x01", "](a%20b%09c%7F%01)"},
		{"", "]()"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect(put_address, cases[i][0], 0, cases[i][1]);
}

static void put_and_break(struct out *out, const char *text, size_t n)
{
	out_bytes(out, text, n);
	letters_break(out);
	out_string(out, "|");
}

static void put_and_trim(struct out *out, const char *text, size_t n)
{
	out_bytes(out, text, n);
	letters_trim(out, 2);
}

static void breaks_stand_between_words_alone(void **state)
{
	(void)state;
	expect(put_and_break, "", 0, "|");
	expect(put_and_break, " ", 1, "|");
	expect(put_and_break, "a ", 2, "a<br>|");
	expect(put_and_break, "a<br>", 5, "a<br>|");
	expect(put_and_break, "a\\<br>", 6, "a\\<br><br>|");
	expect(put_and_trim, "ab <br> ", 8, "ab");
	expect(put_and_trim, "<br>", 4, "<br>");
	expect(put_and_trim, "a   ", 4, "a ");
	expect(put_and_trim, "abc\\ ", 5, "abc\\ ");
	expect(put_and_trim, "abc\\<br>", 8, "abc\\<br>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_would_be_markup_is_escaped),
		cmocka_unit_test(ends_of_lines_of_any_kind_are_one_break),
		cmocka_unit_test(code_keeps_its_letters),
		cmocka_unit_test(code_beside_code_stays_apart),
		cmocka_unit_test(an_address_ends_where_it_should),
		cmocka_unit_test(breaks_stand_between_words_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
