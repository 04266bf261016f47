/* SPDX-License-Identifier: MIT */
#include "common/write/number.h"
#include "common/write/out.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

struct counting_sink {
	struct mr_sink sink;
	size_t n_calls, n_bytes;
	unsigned sum;
};

static void count_bytes(struct mr_sink *sink, const void *bytes, size_t n)
{
	struct counting_sink *counting = (struct counting_sink *)sink;

	counting->n_calls++;
	counting->n_bytes += n;
	for (size_t i = 0; i < n; i++)
		counting->sum = counting->sum * 31 + ((const unsigned char *)bytes)[i];
}

static void a_decimal_is_rounded_and_trimmed(void **state)
{
	static const struct {
		double value;
		unsigned n;
		const char *decimal, *fixed;
	} cases[] = {
		{0, 3, "0", "0.000"},
		{1.5, 2, "1.5", "1.50"},
		{-0.0004, 3, "0", "0.000"},
		{-1.25, 1, "-1.3", "-1.3"},
		{0.125, 2, "0.13", "0.13"},
		{99.9999, 2, "100", "100.00"},
		{12, 0, "12", "12"},
		{100, 0, "100", "100"},
		{0.05, 1, "0.1", "0.1"},
		{1e300, 1, "9000000000", "9000000000.0"},
		{-1e300, 0, "-9000000000", "-9000000000"},
	};
	char text[NUMBER_SIZE];
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		number_decimal(text, cases[i].value, cases[i].n);
		assert_string_equal(text, cases[i].decimal);
		number_fixed(text, cases[i].value, cases[i].n);
		assert_string_equal(text, cases[i].fixed);
	}
}

static void whole_numbers_reach_their_limits(void **state)
{
	char text[NUMBER_SIZE];
	(void)state;

	number_unsigned(text, UINT64_MAX);
	assert_string_equal(text, "18446744073709551615");
	number_signed(text, INT64_MIN);
	assert_string_equal(text, "-9223372036854775808");
	number_unsigned(text, 0);
	assert_string_equal(text, "0");
}

static void percent_keeps_nothing_and_everything_for_themselves(void **state)
{
	(void)state;

	assert_int_equal(number_percent(0), 0);
	assert_int_equal(number_percent(0.0001), 1);
	assert_int_equal(number_percent(0.505), 51);
	assert_int_equal(number_percent(0.9999), 99);
	assert_int_equal(number_percent(1), 100);
	assert_int_equal(number_percent(-1), 0);
}

static void a_sink_gets_every_byte_in_large_pieces(void **state)
{
	struct counting_sink sink = {.sink = {.write = count_bytes}};
	struct out out;
	unsigned expected = 0;
	char big[100000];
	(void)state;

	out_to_sink(&out, &sink.sink);
	memset(big, 'x', sizeof big);
	for (int i = 0; i < 100000; i++) {
		out_char(&out, (char)i);
		expected = expected * 31 + (unsigned char)i;
	}
	out_bytes(&out, big, sizeof big);
	for (size_t i = 0; i < sizeof big; i++)
		expected = expected * 31 + 'x';

	assert_int_equal(out_finish(&out), 0);
	assert_int_equal(sink.n_bytes, 200000);
	assert_int_equal(out.n_flushed, 200000);
	assert_int_equal(sink.sum, expected);
	assert_true(sink.n_calls < 10);
	out_release(&out);
}

static void memory_grows_and_moves_to_the_caller(void **state)
{
	struct out out;
	size_t n = 0;
	char *taken;
	(void)state;

	out_to_memory(&out, 0);
	for (int i = 0; i < 1000; i++)
		out_unsigned(&out, 1234567890);
	taken = out_take(&out, &n);

	assert_int_equal(n, 10000);
	assert_int_equal(strlen(taken), 10000);
	assert_string_equal(out_at(&out), "");
	free(taken);
	out_release(&out);
}

static void a_maximum_is_kept_and_failure_is_sticky(void **state)
{
	struct out out;
	(void)state;

	out_to_memory(&out, 10);
	out_string(&out, "123456789a");
	assert_string_equal(out_at(&out), "123456789a");
	out_string(&out, "b");
	assert_true(out.failed);
	out_string(&out, "c");

	assert_string_equal(out_at(&out), "");
	assert_null(out_take(&out, NULL));
	assert_int_equal(out_finish(&out), -1);
	out_release(&out);
}

static void a_date_is_written_as_iso_8601_and_no_date_as_nothing(void **state)
{
	struct out out;
	(void)state;

	out_to_memory(&out, 0);
	out_date(&out, (struct mr_date){0});
	out_date(&out, (struct mr_date){.year = 2019, .month = 11, .day = 6});

	assert_string_equal(out_at(&out), "2019-11-06");
	out_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_decimal_is_rounded_and_trimmed),
		cmocka_unit_test(whole_numbers_reach_their_limits),
		cmocka_unit_test(percent_keeps_nothing_and_everything_for_themselves),
		cmocka_unit_test(a_sink_gets_every_byte_in_large_pieces),
		cmocka_unit_test(memory_grows_and_moves_to_the_caller),
		cmocka_unit_test(a_maximum_is_kept_and_failure_is_sticky),
		cmocka_unit_test(a_date_is_written_as_iso_8601_and_no_date_as_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
