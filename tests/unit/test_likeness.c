/* SPDX-License-Identifier: MIT */
#include "lint/likeness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/date.h"
#include "base/json.h"

static void assert_likeness(const char *name, const char *expected)
{
	struct buf out = BUF_INIT;

	likeness_put(&out, name);
	assert_string_equal(buf_text(&out), expected);
	buf_release(&out);
}

static void what_carries_no_meaning_is_left_out(void **state)
{
	(void)state;

	assert_likeness("Load-Balancing", "loadbalancing");
	assert_likeness("  load\xc2\xa0 balancing ", "loadbalancing");
	assert_likeness("Retry & Timeout", "retryandtimeout");
	assert_likeness("\xe2\x80\x9cQuoted\xe2\x80\x9d", "quoted");
	assert_likeness("\xc3\x84rger", "\xc3\xa4rger");
	assert_likeness("a\xe2\x80\x93"
			"b\xe2\x80\xa2"
			"c\xe2\x80\xa6"
			"d\xc2\xb7"
			"e\xe2\x80\x99"
			"f",
			"abcdef");
}

static void a_plural_s_goes_and_no_other(void **state)
{
	(void)state;

	assert_likeness("Custom Metrics", "custommetric");
	assert_likeness("APIs", "api");
	assert_likeness("1000s", "1000s");
	assert_likeness("TLS HTTPS https status class bus", "tlshttpshttpsstatusclassbus");
}

static void what_tells_names_apart_stays(void **state)
{
	(void)state;

	assert_likeness("C++", "c++");
	assert_likeness("C#", "c#");
	assert_likeness("Version 1.0", "version1.0");
	assert_likeness("Version 10", "version10");
	assert_likeness("v.1 of .5", "v1of5");
	assert_likeness(".5 of 1.5", "5of1.5");
	assert_likeness("R&D", "r&d");
	assert_likeness("?", "?");
	assert_likeness("", "");
}

static void a_day_is_a_number_and_back(void **state)
{
	static const struct {
		struct mr_date date;
		int64_t days;
	} known[] = {{{1970, 1, 1}, 0},     {{1969, 12, 31}, -1}, {{2000, 2, 29}, 11016},
		     {{2024, 3, 1}, 19783}, {{1, 1, 1}, -719162}, {{9999, 12, 31}, 2932896}};

	(void)state;

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		assert_int_equal(date_to_days(known[i].date), known[i].days);
	for (int64_t days = -719162; days <= 2932896; days += 13)
		assert_int_equal(date_to_days(date_from_days(days)), days);
	assert_int_equal(date_from_days(11016).day, 29);
}

static void json_is_valid_whatever_the_bytes(void **state)
{
	struct buf out = BUF_INIT;

	(void)state;

	json_put_member(&out, "k", "a\"\\\n\x01\x7f\xff\xe2\x80\xae\xf0\x9f\x98\x80\xc3\xa4");

	assert_string_equal(buf_text(&out), "\"k\": \"a\\\"\\\\\\u000a\\u0001\\u007f\xef\xbf\xbd"
					    "\\u202e\xf0\x9f\x98\x80\xc3\xa4\"");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_carries_no_meaning_is_left_out),
		cmocka_unit_test(a_plural_s_goes_and_no_other),
		cmocka_unit_test(what_tells_names_apart_stays),
		cmocka_unit_test(a_day_is_a_number_and_back),
		cmocka_unit_test(json_is_valid_whatever_the_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
