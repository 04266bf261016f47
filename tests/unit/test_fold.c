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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_compare_without_case),
		cmocka_unit_test(the_rest_follows_the_code_points),
		cmocka_unit_test(a_beginning_comes_before_the_whole),
		cmocka_unit_test(small_letters_and_signs_stay),
	};

	return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
