/* SPDX-License-Identifier: MIT */
#include "data/folded.h"
#include "data/schema.h"
#include "data/shape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>

static void all(bool (*is)(const char *), bool expected, const char *const *words)
{
	for (; *words; words++) {
		if (is(*words) != expected)
			fail_msg("'%s' should be %s", *words, expected ? "right" : "wrong");
	}
}

static void ids_begin_with_a_letter_or_digit(void **state)
{
	static const char *const GOOD[] = {"istio", "1.3", "a_b-c.D", "0", NULL};
	static const char *const BAD[] = {"",    "-a",  ".a", "_a", "a b", "m\xc3\xa6sh",
					  "a/b", "a\n", NULL};

	(void)state;

	all(shape_is_id, true, GOOD);
	all(shape_is_id, false, BAD);
}

static bool is_weight(const char *word)
{
	double weight;

	return shape_to_weight(word, &weight);
}

static void weights_are_plain_decimal_numbers(void **state)
{
	static const char *const GOOD[] = {"0", "2", "0.5", "1.25", "100000", NULL};
	static const char *const BAD[] = {"",     "-1", "+1", "1e3", "inf",   "nan",
					  "0x10", "1.", ".5", "1,5", "1.2.3", "9999999999999999",
					  NULL};
	double weight = 0;

	(void)state;

	all(is_weight, true, GOOD);
	all(is_weight, false, BAD);
	assert_true(shape_to_weight("1.25", &weight));
	assert_true(weight > 1.2499999 && weight < 1.2500001);
}

static void licences_have_the_shape_of_spdx(void **state)
{
	static const char *const GOOD[] = {
		"MIT",
		"CC-BY-4.0",
		"GPL-2.0+",
		"MIT OR Apache-2.0",
		"(MIT AND BSD-3-Clause) OR GPL-2.0-only WITH Classpath-exception-2.0",
		"LicenseRef-Ours",
		"DocumentRef-x:LicenseRef-y",
		"(MIT)OR(ISC)",
		NULL};
	static const char *const BAD[] = {
		"",     "MIT OR",    "OR MIT",       "MIT Apache", "(MIT", "MIT)",
		"()",   "CC BY 4.0", "http://x",     "a_b",        "+",    "MIT (ISC)",
		"MIT(", "(+)",       "MIT THEN ISC", NULL};

	(void)state;

	all(shape_is_spdx, true, GOOD);
	all(shape_is_spdx, false, BAD);
}

static void languages_have_the_shape_of_bcp_47(void **state)
{
	static const char *const GOOD[] = {"en",        "de-AT",  "zh-Hant-TW", "pt-BR",
					   "sr-Latn",   "x-ours", "de-1996",    "en-u-ca-gregory",
					   "i-klingon", NULL};
	static const char *const BAD[] = {
		"",    "e",    "en_US",           "en-", "-en", "not a tag",
		"123", "en-u", "toolonglanguage", NULL};

	(void)state;

	all(shape_is_language, true, GOOD);
	all(shape_is_language, false, BAD);
}

static void a_symbol_is_one_character_to_be_seen(void **state)
{
	static const char *const GOOD[] = {"+",
					   "\xe2\x97\x90",
					   "\xe2\x9c\x94\xef\xb8\x8f",
					   "\xf0\x9f\x9a\xa7",
					   "e\xcc\x81",
					   "1\xe2\x83\xa3",
					   NULL};
	static const char *const BAD[] = {"",         " ",
					  "ab",       "\xe2\x97\x90\xe2\x97\x90",
					  "\xc2\xa0", "\xef\xb8\x8f",
					  "\t",       "\xe2\x80\xae",
					  "\xc2\x85", "\xe2\x83\xa3",
					  NULL};

	(void)state;

	all(shape_is_symbol, true, GOOD);
	all(shape_is_symbol, false, BAD);
}

static void hosts_are_told_from_files_by_their_ends(void **state)
{
	static const char *const GOOD[] = {"www.x", "istio.io", "a.b.ORG/c?d", NULL};
	static const char *const BAD[] = {"",      "www.",        ".io",   "readme.md",
					  "/a.io", "istio.io:80", "a.iox", NULL};

	(void)state;

	all(shape_is_bare_host, true, GOOD);
	all(shape_is_bare_host, false, BAD);
}

static void signs_are_arrows_shapes_and_pictures(void **state)
{
	(void)state;

	for (uint32_t i = 0; i < 6; i++) {
		static const uint32_t signs[] = {0x2190, 0x2bff, 0x1f000, 0x1faff, 0x3007, 0xd7};
		static const uint32_t others[] = {'x', 0x218f, 0x2c00, 0x1efff, 0x1fb00, 0x20000};

		assert_true(folded_is_sign(signs[i]));
		assert_false(folded_is_sign(others[i]));
	}
}

static void nothing_has_the_four_spellings_of_yaml(void **state)
{
	static const char *const GOOD[] = {"~", "null", "Null", "NULL", NULL};
	static const char *const BAD[] = {"nULL", "nil", "none", "~~", "No", NULL};

	(void)state;

	all(schema_is_null, true, GOOD);
	all(schema_is_null, false, BAD);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_begin_with_a_letter_or_digit),
		cmocka_unit_test(weights_are_plain_decimal_numbers),
		cmocka_unit_test(licences_have_the_shape_of_spdx),
		cmocka_unit_test(languages_have_the_shape_of_bcp_47),
		cmocka_unit_test(a_symbol_is_one_character_to_be_seen),
		cmocka_unit_test(hosts_are_told_from_files_by_their_ends),
		cmocka_unit_test(signs_are_arrows_shapes_and_pictures),
		cmocka_unit_test(nothing_has_the_four_spellings_of_yaml),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
