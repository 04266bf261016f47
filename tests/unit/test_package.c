/* SPDX-License-Identifier: MIT */
/* Which Debian package a library that a plugin lacks comes from. */
#include "plugin/package.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void a_library_has_the_package_that_policy_names_for_it(void **state)
{
	static const char *const names[][2] = {
		{"libcairo.so.2", "libcairo2"},
		{"libpng16.so.16", "libpng16-16"},
		{"libhpdf-2.3.0.so", "libhpdf-2.3.0"},
		{"libX11_xcb.so.1", "libx11-xcb1"},
	};
	char package[64];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		assert_true(package_of_library(names[i][0], package, sizeof(package)));
		assert_string_equal(package, names[i][1]);
	}
}

static void some_have_another_name(void **state)
{
	char package[64];

	(void)state;
	assert_true(package_of_library("libharfbuzz.so.0", package, sizeof(package)));
	assert_string_equal(package, "libharfbuzz0b");
	assert_true(package_of_library("libgcc_s.so.1", package, sizeof(package)));
	assert_string_equal(package, "libgcc-s1");
	assert_true(package_of_library("libcrypto.so.3", package, sizeof(package)));
	assert_string_equal(package, "libssl3");
}

static void of_what_is_no_library_of_the_system_none_is_guessed(void **state)
{
	static const char *const names[] = {"mine.so.1", "lib/x.so.1", "lib.so.1", "libmine.so",
					    "lib.so",    "libmine",    "so",       ""};
	char package[64];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		assert_false(package_of_library(names[i], package, sizeof(package)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_library_has_the_package_that_policy_names_for_it),
		cmocka_unit_test(some_have_another_name),
		cmocka_unit_test(of_what_is_no_library_of_the_system_none_is_guessed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
