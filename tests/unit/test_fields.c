/* SPDX-License-Identifier: MIT */
/* Delimited fields: which delimiter and quote a file has, where each field stands, and what is too much. */
#include "common/read/fields.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static void a_file_is_cut_where_its_rows_become_alike(void **state)
{
	static const struct {
		const char *text;
		char delimiter, quote;
		size_t n_columns;
	} cases[] = {
		{"a,b\n1,2\n", ',', '"', 2},
		{"a;b\n1,5;2,5\n", ';', '"', 2},
		{"a\tb, c\n1\t2\n", '\t', '"', 2},
		{"a|b|c\n1|2|3", '|', '"', 3},
		{"a:b\n1:2\n", ':', '"', 2},
		{"a,b\n10:20:30,1:2:3\n", ',', '"', 2},
		{"k:a,b\nl:c,d\n", ',', '"', 2},
		{"a,b;c;d\ne,f;g;h\n", ';', '"', 3},
		{"a,b:c:d\n1,2:3:4\n", ',', '"', 2},
		{"a^b~c\n1^2~3\n", '^', '"', 2},
		{"a\x1f"
		 "b\n1\x1f"
		 "2\n",
		 '\x1f', '"', 2},
		{"words\nand more\n", ',', '"', 0},
		{"", ',', '"', 0},
		/* quotes */
		{"'a,b',c\n'd','e'", ',', '\'', 2},
		{"'a','b'\r'c','d, e'\r", ',', '\'', 2},
		{"'it''s',b\n", ',', '\'', 2},
		{"'a\nb',c\n'd',e\n'f',g\n", ',', '\'', 2},
		{"'tis,b\nthe dogs',c\n", ',', '"', 2},
		{"'a',b\n'c,d\n", ',', '"', 2},
		{"'a',\"b\"\n", ',', '"', 2},
		{"'a',b\n'c',d\n'e,f\n", ',', '"', 2},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fields_kind kind = fields_guess(cases[i].text, strlen(cases[i].text), '\0');

		if (kind.delimiter != cases[i].delimiter || kind.quote != cases[i].quote ||
		    kind.n_columns != cases[i].n_columns)
			fail_msg("%s: '%c' %c %zu", cases[i].text, kind.delimiter, kind.quote,
				 kind.n_columns);
	}
}

static void a_delimiter_that_is_known_is_not_guessed(void **state)
{
	static const char text[] = "a,b;'c'\nd,e;'f'\n";

	(void)state;
	assert_int_equal(fields_guess(text, sizeof(text) - 1, ',').n_columns, 2);
	assert_int_equal(fields_guess(text, sizeof(text) - 1, ',').quote, '"');
	assert_int_equal(fields_guess(text, sizeof(text) - 1, ';').quote, '\'');
	assert_int_equal(fields_guess(text, sizeof(text) - 1, '|').n_columns, 0);
}

/* A head of 64 kB is looked at; the row that its end cuts counts for nothing. */
static void a_long_file_is_judged_by_its_beginning(void **state)
{
	enum { N = 70000 };
	char *text = malloc(N);
	struct fields_kind kind;

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < N; i++)
		text[i] = i == 3 || i % 10000 == 5000 ? ';' : i % 10000 == 9999 ? '\n' : 'x';
	text[3] = 'x';
	kind = fields_guess(text, N, '\0');
	assert_int_equal(kind.delimiter, ';');
	assert_int_equal(kind.n_columns, 2);
	assert_true(kind.agreement > 0.99);
	free(text);
}

static void each_field_has_its_letters_and_its_place(void **state)
{
	static const char text[] = "a,\"b \"\"c\"\"\"\n\n\r\n ,d\te\r\"x\r\ny\",\n";
	static const struct {
		const char *words;
		size_t offset;
	} wanted[] = {{"a", 0}, {"b \"c\"", 2}, {"", 15}, {"d e", 17}, {"x\ny", 21}, {"", 28}};
	struct fields fields = {0};
	const struct fields_kind kind = {.delimiter = ',', .quote = '"'};

	(void)state;
	assert_int_equal(fields_split(&fields, text, sizeof(text) - 1, kind), 0);
	assert_int_equal(fields.n_rows, 3);
	assert_int_equal(fields.n, 6);
	for (size_t i = 0; i < 6; i++) {
		const struct fields_field *field = fields_at(&fields, i / 2, i % 2);

		assert_string_equal(fields_text(&fields, field), wanted[i].words);
		assert_int_equal(field->n, strlen(wanted[i].words));
		assert_int_equal(field->offset, wanted[i].offset);
	}
	fields_release(&fields);
}

static void a_delimiter_in_quotes_is_a_letter(void **state)
{
	static const char text[] = "\",,\",\"b\r\"\n";
	struct fields fields = {0};
	const struct fields_kind kind = {.delimiter = ',', .quote = '"'};

	(void)state;
	assert_int_equal(fields_split(&fields, text, sizeof(text) - 1, kind), 0);
	assert_int_equal(fields.n, 2);
	assert_string_equal(fields_text(&fields, fields_at(&fields, 0, 0)), ",,");
	assert_int_equal(fields_at(&fields, 0, 0)->offset, 0);
	assert_string_equal(fields_text(&fields, fields_at(&fields, 0, 1)), "b\n");
	fields_release(&fields);
}

static void expect_refused(const char *text, size_t n, const char *why, size_t offset)
{
	struct fields fields = {0};
	const struct fields_kind kind = {.delimiter = ',', .quote = '"'};

	assert_int_equal(fields_split(&fields, text, n, kind), -1);
	assert_string_equal(fields.error, why);
	assert_int_equal(fields.error_offset, offset);
	fields_release(&fields);
}

static void what_is_too_long_or_never_closed_is_refused_at_its_place(void **state)
{
	static const char open[] = "a,b\nc,\"d\ne,f\n";
	static const char too_long[] =
		"a field is longer than 1048576 bytes; is its quote never closed?";
	size_t n = FIELDS_MAX_BYTES + 20;
	char *text = malloc(n);

	(void)state;
	expect_refused(open, sizeof(open) - 1, "a quote is opened here and never closed", 6);
	assert_non_null(text);
	memset(text, 'x', n);
	memcpy(text, "a,b\n", 4);
	expect_refused(text, n, too_long, 4);
	/* the same in a quote over many lines */
	memset(text, '\n', n);
	memcpy(text, "a,\"b", 4);
	expect_refused(text, n, too_long, 2);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_file_is_cut_where_its_rows_become_alike),
		cmocka_unit_test(a_delimiter_that_is_known_is_not_guessed),
		cmocka_unit_test(a_long_file_is_judged_by_its_beginning),
		cmocka_unit_test(each_field_has_its_letters_and_its_place),
		cmocka_unit_test(a_delimiter_in_quotes_is_a_letter),
		cmocka_unit_test(what_is_too_long_or_never_closed_is_refused_at_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
