/* SPDX-License-Identifier: MIT */
/* Shares as a person reads them. */
#include "stats/stats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void only_none_is_0_and_only_all_is_100_percent(void **state)
{
	(void)state;

	assert_int_equal(stats_percent(0), 0);
	assert_int_equal(stats_percent(1.0 / 1000), 1);
	assert_int_equal(stats_percent(0.5), 50);
	assert_int_equal(stats_percent(2.0 / 3), 67);
	assert_int_equal(stats_percent(299.0 / 300), 99);
	assert_int_equal(stats_percent(1), 100);
}

static void of_nothing_there_is_no_share(void **state)
{
	(void)state;

	assert_true(stats_share(0, 0) < 0);
	assert_int_equal(stats_percent(stats_share(1, 4)), 25);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_none_is_0_and_only_all_is_100_percent),
		cmocka_unit_test(of_nothing_there_is_no_share),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
