/* SPDX-License-Identifier: MIT */
/* What is shown of a number: codes of formats as people's workbooks have them, and what Excel makes of each. */
#include "xlsx/read/xlsx_format.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct shown {
	const char *code, *letters, *expected;
};

static void expect_all(const struct shown *cases, size_t n, bool is_1904)
{
	for (size_t i = 0; i < n; i++) {
		struct out out;

		out_to_memory(&out, 0);
		xlsx_format_put(&out, cases[i].code, cases[i].letters, is_1904);
		if (strcmp(out_at(&out), cases[i].expected) != 0)
			print_error("%s of %s\n", cases[i].code, cases[i].letters);

		assert_string_equal(out_at(&out), cases[i].expected);
		out_release(&out);
	}
}

#define EXPECT(...)                                                       \
	do {                                                              \
		static const struct shown cases[] = {__VA_ARGS__};        \
		expect_all(cases, sizeof(cases) / sizeof(*cases), false); \
	} while (0)

static void a_number_without_a_format_is_as_it_stands_and_no_longer(void **state)
{
	(void)state;
	EXPECT({"General", "5", "5"}, {"General", "-0.25", "-0.25"},
	       {"General", "0.30000000000000004", "0.3"}, {"GENERAL", "0.7", "0.7"},
	       {"General", "1234567890123", "1234567890123"},
	       {"General", "1234567890.12345", "1234567890.12345"},
	       {"General", "1.2345678901E-5", "1.2345678901E-5"}, {"", "7", "7"},
	       {"0.00", "1e300", "1e300"}, {"0.00", "nan", "nan"}, {"0%", "99999999", "99999999"});
}

static void a_number_has_the_digits_that_its_format_shows(void **state)
{
	(void)state;
	EXPECT({"0", "2.5", "3"}, {"0.00", "1.5", "1.50"}, {"0.0#", "1.5", "1.5"},
	       {"0.0#", "1.25", "1.25"}, {"0.0##", "2", "2.0"}, {"0.##", "2", "2"},
	       {"0.0?", "1.5", "1.5"}, {"#.##", "0.5", ".5"}, {"#", "0", ""}, {"#", "5", "5"},
	       {"#", "12", "12"}, {"0000000000000000", "5", "000000000000005"}, {"000", "7", "007"},
	       {"000", "-7", "-007"}, {"00000", "1234", "01234"}, {"#,##0", "1234567", "1,234,567"},
	       {"#,##0", "-123456", "-123,456"}, {"#,##0", "999", "999"}, {"0,000", "7", "0,007"},
	       {"#,##0.00", "1234.5", "1,234.50"}, {"0.0000000000", "0.5", "0.500000000"},
	       {"#.##########", "0.5", ".5"}, {"0%", "0.125", "13%"}, {"0.00%", "0.125", "12.50%"});
}

static void commas_behind_the_digits_are_thousands_that_are_not_shown(void **state)
{
	(void)state;
	EXPECT({"0,", "12345", "12"}, {"#,##0,", "1234567", "1,235"},
	       {"0.0,,\"M\"", "1500000", "1.5M"}, {"#,##0.0,\" k\"", "1234567", "1,234.6 k"},
	       {"0.0,", "1250", "1.3"});
}

static void letters_of_a_format_are_shown_around_the_number(void **state)
{
	(void)state;
	EXPECT({"0.0\" ms\"", "1.5", "1.5 ms"}, {"General\" ms\"", "5", "5 ms"},
	       {"\"v\"General", "1.25", "v1.25"}, {"\"~ \"General", "-3", "~ -3"},
	       {"general\\s", "2", "2s"}, {"\\<0", "5", "<5"}, {"\\", "5", ""},
	       {"[$€-407] 0", "12", "€ 12"}, {"[$USD] 0", "12", "USD 12"}, {"[Red]0", "5", "5"},
	       {"0\" of", "5", "5 of"}, {"0\"", "5", "5"}, {"[0", "5", ""}, {"0_", "5", "5 "},
	       {"0_)", "5", "5 "}, {"* 0", "5", "5"}, {"\"yes\"", "1", "yes"},
	       {"0.0\\ \\[x\\]", "5", "5.0 [x]"});
}

static void a_number_is_shown_by_the_section_for_its_sign(void **state)
{
	(void)state;
	EXPECT({"0;\\(0\\)", "-5", "(5)"}, {"0;\\(0\\)", "5", "5"}, {"0;\\(0\\)", "0", "0"},
	       {"0;-0;\"none\"", "0", "none"}, {"0;-0;\"none\";@", "-5", "-5"},
	       {"0;-0;;@", "0", "0"}, {"\"a;b\"0;\"c\"", "1", "a;b1"},
	       {"0;-0;\"none\";\"e\";\"f\"", "0", "none"}, {"General;-General", "-5", "-5"},
	       {"General;\"minus \"General", "-2.5", "minus 2.5"}, {"0.0;@", "-5", "-5.0"},
	       {"@", "5", "5"}, {"\"✓ \"@", "5", "5"},
	       {"\"✓ \"@\" 1\"", "0.30000000000000004", "0.3"});
	/* the one for sums of money, of nothing */
	EXPECT({"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "0", " - "},
	       {"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "-1234.5", " (1,234.50)"},
	       {"_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "1234.5", " 1,234.50 "});
}

static void a_number_is_shown_by_the_section_whose_condition_it_meets(void **state)
{
	(void)state;
	EXPECT({"[=1]\"✓\";[=0]\"✗\";General", "1", "✓"}, {"[=1]\"✓\";[=0]\"✗\";General", "0", "✗"},
	       {"[=1]\"✓\";[=0]\"✗\";General", "7", "7"}, {"[>0]\"yes\";\"no\"", "0", "no"},
	       {"[>0]\"yes\";\"no\"", "1", "yes"}, {"[>0]\"yes\";\"no\"", "-1", "no"},
	       {"[Green][>=90]0\" good\";[Red][<50]0\" bad\";0", "90", "90 good"},
	       {"[Green][>=90]0\" good\";[Red][<50]0\" bad\";0", "49", "49 bad"},
	       {"[Green][>=90]0\" good\";[Red][<50]0\" bad\";0", "50", "50"},
	       {"[<=9]0\" few\";0", "9", "9 few"}, {"[<=9]0\" few\";0", "10", "10"},
	       {"[<>0]\"some\";\"none\"", "0", "none"}, {"[<>0]\"some\";\"none\"", "3", "some"},
	       {"[>=1000000]0.0,,\"M\";[>=1000]0.0,\"k\";0", "1500000", "1.5M"},
	       {"[>=1000000]0.0,,\"M\";[>=1000]0.0,\"k\";0", "2500", "2.5k"},
	       {"[>=1000000]0.0,,\"M\";[>=1000]0.0,\"k\";0", "999", "999"},
	       /* no section is for it */
	       {"[=1]\"one\"", "2", "2"}, {"[=1]\"one\";[=2]\"two\"", "3", "3"});
}

static void what_is_no_decimal_number_stays_as_the_file_has_it(void **state)
{
	(void)state;
	EXPECT({"0.00E+00", "12345", "12345"}, {"# ?/?", "0.25", "0.25"});
}

static void days_and_times_are_shown_as_their_format_has_them(void **state)
{
	(void)state;
	EXPECT({"yyyy-mm-dd", "45418", "2024-05-06"}, {"d.m.yy", "45418", "6.5.24"},
	       {"mmm d, yyyy", "45418", "May 6, 2024"}, {"mmmm yyyy", "45536", "September 2024"},
	       {"mmm yyyy", "45536", "Sep 2024"}, {"mmmmm", "45536", "S"},
	       {"dddd", "45418", "Monday"}, {"ddd", "45419", "Tue"}, {"ddd", "45424", "Sun"},
	       {"[$-409]d\\-mmm\\-yy;@", "45418", "6-May-24"}, {"m/d/yyyy", "45351", "2/29/2024"},
	       {"yyyy-mm-dd", "45292", "2024-01-01"}, {"yyyy-mm-dd", "45657", "2024-12-31"},
	       {"yyyy-mm-dd h:mm", "45418.75", "2024-05-06 18:00"},
	       {"hh:mm:ss", "0.0423726852", "01:01:01"}, {"h:mm AM/PM", "0.5", "12:00 PM"},
	       {"h:mm AM/PM", "0.25", "6:00 AM"}, {"h:mm am/pm", "0", "12:00 AM"},
	       {"h \"o'clock\"", "0.25", "6 o'clock"}, {"mm:ss", "0.0423726852", "01:01"},
	       {"m", "45418", "5"}, {"s", "0.0423726852", "1"},
	       /* the last second of a day, rounded, is the next day */
	       {"d h:mm:ss", "45418.999999", "7 0:00:00"});
	/* before a day that never was, and the first and last that a sheet knows */
	EXPECT({"yyyy-mm-dd", "1", "1900-01-01"}, {"yyyy-mm-dd", "59", "1900-02-28"},
	       {"yyyy-mm-dd", "61", "1900-03-01"}, {"yyyy-mm-dd", "2958465", "9999-12-31"},
	       {"yyyy-mm-dd", "2958466", "2958466"}, {"yyyy-mm-dd", "-1", "-1"});
}

static void time_that_elapsed_is_not_cut_into_days(void **state)
{
	(void)state;
	EXPECT({"[h]:mm:ss", "1.5", "36:00:00"}, {"[hh]:mm", "0.125", "03:00"},
	       {"[h]", "10.5", "252"}, {"[m]:ss", "0.0423726852", "61:01"}, {"[mm]", "0.5", "720"},
	       {"[s]", "0.5", "43200"}, {"[SS]", "0.5", "43200"}, {"[hm]0", "5", "5"});
}

static void days_of_a_mac_are_counted_from_1904(void **state)
{
	static const struct shown cases[] = {{"yyyy-mm-dd", "0", "1904-01-01"},
					     {"yyyy-mm-dd", "43956", "2024-05-06"}};

	(void)state;
	expect_all(cases, sizeof(cases) / sizeof(*cases), true);
}

static void a_code_that_is_too_long_to_be_one_shows_the_number(void **state)
{
	char code[400];

	(void)state;
	memset(code, 'm', sizeof(code) - 1);
	code[sizeof(code) - 1] = '\0';
	expect_all(&(struct shown){code, "5", "5"}, 1, false);
}

static void formats_without_a_code_have_the_one_that_all_know(void **state)
{
	static const struct {
		long id;
		const char *letters, *expected;
	} cases[] = {{0, "1.5", "1.5"},       {2, "1.5", "1.50"},
		     {9, "0.5", "50%"},       {14, "45418", "2024-05-06"},
		     {17, "45418", "May-24"}, {46, "1.25", "30:00:00"},
		     {49, "5", "5"},          {-1, "5", "5"},
		     {100000, "5", "5"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_all(&(struct shown){xlsx_format_builtin(cases[i].id), cases[i].letters,
					   cases[i].expected},
			   1, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_without_a_format_is_as_it_stands_and_no_longer),
		cmocka_unit_test(a_number_has_the_digits_that_its_format_shows),
		cmocka_unit_test(commas_behind_the_digits_are_thousands_that_are_not_shown),
		cmocka_unit_test(letters_of_a_format_are_shown_around_the_number),
		cmocka_unit_test(a_number_is_shown_by_the_section_for_its_sign),
		cmocka_unit_test(a_number_is_shown_by_the_section_whose_condition_it_meets),
		cmocka_unit_test(what_is_no_decimal_number_stays_as_the_file_has_it),
		cmocka_unit_test(days_and_times_are_shown_as_their_format_has_them),
		cmocka_unit_test(time_that_elapsed_is_not_cut_into_days),
		cmocka_unit_test(days_of_a_mac_are_counted_from_1904),
		cmocka_unit_test(a_code_that_is_too_long_to_be_one_shows_the_number),
		cmocka_unit_test(formats_without_a_code_have_the_one_that_all_know),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
