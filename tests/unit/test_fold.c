/* SPDX-License-Identifier: MIT */
#include "base/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void letters_compare_without_case(void **state)
{
	(void)state;
	assert_int_equal(fold_compare("Istio", "iSTIO"), 0);
	assert_int_equal(fold_compare("MÆSH", "mæsh"), 0);
	assert_int_equal(fold_compare("ΣΊΣΥΦΟΣ", "σίσυφος"), 0);
	assert_int_equal(fold_compare("ЁЖ", "ёж"), 0);
	assert_int_equal(fold_compare("ŁÓDŹ", "łódź"), 0);
}

static void the_rest_follows_the_code_points(void **state)
{
	(void)state;
	assert_true(fold_compare("Zürich", "Łódź") < 0);
	assert_true(fold_compare("a", "B") < 0);
	assert_true(fold_compare("2", "a") < 0);
	assert_true(fold_compare("\xf0\x9f\x98\x80", "\xef\xbf\xbd") > 0); /* U+1F600, U+FFFD */
}

static void a_beginning_comes_before_the_whole(void **state)
{
	(void)state;
	assert_true(fold_compare("Linkerd", "Linkerd 2") < 0);
	assert_true(fold_compare("Linkerd 2", "linkerd") > 0);
	assert_int_equal(fold_compare("", ""), 0);
}

static void small_letters_and_signs_stay(void **state)
{
	(void)state;
	for (uint32_t c = 0; c < 0x250; c++)
		assert_int_equal(fold_code_point(fold_code_point(c)), fold_code_point(c));
	assert_int_equal(fold_code_point(0xD7), 0xD7); /* multiplication sign */
	assert_int_equal(fold_code_point(0x138), 0x138); /* kra */
	assert_int_equal(fold_code_point(0x131), 0x131); /* dotless i */
}

/* Letters of the kinds that a table by ranges loses: pairs, strangers, neighbours with a hole. */
static void every_script_with_case_is_folded(void **state)
{
	static const uint32_t pairs[][2] = {
		{0x018F, 0x0259},     {0x01A0, 0x01A1}, {0x01AF, 0x01B0},   {0x018E, 0x01DD},
		{0x0130, 0x0130},     {0x01C4, 0x01C6}, {0x01C5, 0x01C6},   {0x0243, 0x0180},
		{0x0370, 0x0371},     {0x03F4, 0x03B8}, {0x03D0, 0x03B2},   {0x04C0, 0x04CF},
		{0x04C1, 0x04C2},     {0x0500, 0x0501}, {0x0531, 0x0561},   {0x10A0, 0x2D00},
		{0x1E9E, 0x00DF},     {0x1EF8, 0x1EF9}, {0x1F88, 0x1F80},   {0x2126, 0x03C9},
		{0x24B6, 0x24D0},     {0xFF21, 0xFF41}, {0x10400, 0x10428}, {0x1E921, 0x1E943},
		{0x10FFFF, 0x10FFFF}, {0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		assert_int_equal(fold_code_point(pairs[i][0]), pairs[i][1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_compare_without_case),
		cmocka_unit_test(the_rest_follows_the_code_points),
		cmocka_unit_test(a_beginning_comes_before_the_whole),
		cmocka_unit_test(small_letters_and_signs_stay),
		cmocka_unit_test(every_script_with_case_is_folded),
	};

	return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
