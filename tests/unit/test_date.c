/* SPDX-License-Identifier: MIT */
/* Days of the calendar as numbers, and back. */
#include "base/date.h"
#include "base/tongue.h"

#include <math.h>
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

static void a_day_is_read_where_the_calendar_has_it(void **state)
{
	static const char *const good[] = {"2019-11-06", "2020-02-29", "2000-02-29", "0001-01-01",
					   "9999-12-31"};
	static const char *const bad[] = {"2019-02-29",       "1900-02-29", "2019-13-01",
					  "2019-00-10",       "2019-04-31", "2019-1-1",
					  "0000-01-01",       "2019/11/06", "20191106",
					  "2019-11-06T00:00", "2019-11-0x", ""};
	struct mr_date date;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(*good); i++)
		assert_true(date_read(good[i], &date));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(date_read(bad[i], &date));
	assert_true(date_read("2019-11-06", &date));
	assert_int_equal(date.year, 2019);
	assert_int_equal(date.month, 11);
	assert_int_equal(date.day, 6);
}

static void expect_number(const char *language, double number, uint32_t decimals,
			  const char *wanted)
{
	struct buf out = BUF_INIT;

	tongue_put_number(&out, language, number, decimals);
	assert_string_equal(buf_text(&out), wanted);
	buf_release(&out);
}

static void a_number_of_any_plugin_is_one(void **state)
{
	(void)state;
	expect_number("en", 1234.5, 1, "1,234.5");
	expect_number("EN-GB", 1234.5, 1, "1,234.5");
	expect_number("pl", 1234, 0, "1234"); /* grouped from five on */
	expect_number("pt", -1234.5, 1, "-1.234,5");
	expect_number("en", -0.04, 1, "0.0");
	expect_number("en", 1e300, 0, "1,000,000,000");
	expect_number("en", -HUGE_VAL, 0, "-1,000,000,000");
	expect_number("en", NAN, 2, "0.00");
	expect_number("en", 0.123456789, 4000000000u, "0.123457");
	expect_number("", 1234.5, 1, "1234.5");
	expect_number("tlh", 1234.5, 1, "1234.5");
}

static void expect_day(const char *language, struct mr_date date, const char *wanted)
{
	struct buf out = BUF_INIT;

	tongue_put_date(&out, language, date);
	assert_string_equal(buf_text(&out), wanted);
	buf_release(&out);
}

static void a_day_that_is_none_is_nothing(void **state)
{
	(void)state;
	expect_day("en", (struct mr_date){2026, 0, 1}, "");
	expect_day("en", (struct mr_date){2026, 13, 1}, "");
	expect_day("en", (struct mr_date){2026, 255, 1}, "");
	expect_day("en", (struct mr_date){0, 1, 1}, "");
	expect_day("en", (struct mr_date){-1, 1, 1}, "");
	expect_day("fr", (struct mr_date){2026, 12, 1}, "1er décembre 2026");
	expect_day("ja-JP", (struct mr_date){2026, 12, 3}, "2026年12月3日");
	expect_day("tlh", (struct mr_date){2026, 12, 3}, "2026-12-03");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_is_read_where_the_calendar_has_it),
		cmocka_unit_test(days_that_are_known_have_their_numbers),
		cmocka_unit_test(every_day_of_ten_thousand_years_follows_the_one_before),
		cmocka_unit_test(a_number_of_any_plugin_is_one),
		cmocka_unit_test(a_day_that_is_none_is_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
