/* SPDX-License-Identifier: MIT */
/* Days of the calendar as numbers, and back. */
#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static void days_that_are_known_have_their_numbers(void **state)
{
	(void)state;
	assert_int_equal(date_to_days((struct mr_date){1970, 1, 1}), 0);
	assert_int_equal(date_to_days((struct mr_date){1969, 12, 31}), -1);
	assert_int_equal(date_to_days((struct mr_date){2000, 2, 29}), 11016);
	assert_int_equal(date_to_days((struct mr_date){2019, 11, 6}), 18206);
	assert_int_equal(date_to_days((struct mr_date){1, 1, 1}), -719162);
	assert_int_equal(date_to_days((struct mr_date){9999, 12, 31}), 2932896);
}

static void every_day_of_ten_thousand_years_follows_the_one_before(void **state)
{
	struct mr_date last = {0, 0, 0};

	(void)state;
	for (int64_t number = -719162; number <= 2932896; number++) {
		struct mr_date day = date_from_days(number);

		assert_true(date_to_days(day) == number);
		assert_true(day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31);
		if (last.year > 0 && day.day == last.day + 1)
			assert_true(day.month == last.month && day.year == last.year);
		else if (last.year > 0)
			assert_true(day.day == 1 && last.day >= 28 &&
				    (day.month == last.month + 1 ||
				     (day.month == 1 && last.month == 12 &&
				      day.year == last.year + 1)));
		last = day;
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_that_are_known_have_their_numbers),
		cmocka_unit_test(every_day_of_ten_thousand_years_follows_the_one_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
