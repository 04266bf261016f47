/* SPDX-License-Identifier: MIT */
/* utf8, nearest and strset. */
#include "base/breaks.h"
#include "base/nearest.h"
#include "base/strset.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static void every_code_point_comes_back_as_it_went(void **state)
{
	uint32_t code_point;
	size_t n, length;
	char bytes[4];

	(void)state;

	for (code_point = 0; code_point <= 0x110000; code_point++) {
		n = utf8_encode(code_point, bytes);
		if (code_point > 0x10ffff || (code_point >= 0xd800 && code_point <= 0xdfff)) {
			assert_int_equal(n, 0);
			continue;
		}
		assert_int_equal(utf8_decode(bytes, n, &length), code_point);
		assert_int_equal(length, n);
		assert_int_equal(utf8_length(bytes, n), 1);
	}
}

static void overlong_surrogate_and_cut_forms_are_invalid(void **state)
{
	static const char *const BAD[] = {"\x80",
					  "\xc0\xaf",
					  "\xc1\xbf",
					  "\xe0\x80\xaf",
					  "\xed\xa0\x80",
					  "\xf0\x80\x80\xaf",
					  "\xf4\x90\x80\x80",
					  "\xf5\x80\x80\x80",
					  "\xe2\x82",
					  "\xff"};
	size_t i, length;

	(void)state;

	for (i = 0; i < sizeof(BAD) / sizeof(BAD[0]); i++) {
		assert_int_equal(utf8_decode(BAD[i], strlen(BAD[i]), &length), UTF8_INVALID);
		assert_in_range(length, 1, 3);
		assert_false(utf8_is_valid(BAD[i], strlen(BAD[i])));
	}
	assert_int_equal(utf8_decode("", 0, &length), UTF8_INVALID);
	assert_int_equal(length, 0);
}

static void the_first_invalid_byte_is_found_wherever_it_stands(void **state)
{
	char text[40];
	size_t at;

	(void)state;

	for (at = 0; at < sizeof(text); at++) {
		memset(text, 'a', sizeof(text));
		text[at] = '\xff';
		assert_int_equal(utf8_valid_until(text, sizeof(text)), at);
	}
}

static void control_characters_are_those_no_text_may_hold(void **state)
{
	(void)state;

	assert_true(utf8_is_control(0));
	assert_true(utf8_is_control(0x1b));
	assert_true(utf8_is_control(0x7f));
	assert_true(utf8_is_control(0x9b));
	assert_true(utf8_is_control(0x2028));
	assert_false(utf8_is_control('\n'));
	assert_false(utf8_is_control('\t'));
	assert_false(utf8_is_control(0xe6));
	assert_true(utf8_is_invisible(0x202e) && utf8_is_invisible(0x200b) &&
		    utf8_is_invisible(0xa0));
	assert_false(utf8_is_invisible(' ') || utf8_is_invisible(0xe9) ||
		     utf8_is_invisible(0xfe0f));
	assert_true(utf8_is_bidi_control(0x202e));
	assert_int_equal(utf8_find_control("m\xc3\xa6sh\n\x1b[", 8), 0x1b);
	assert_int_equal(utf8_find_control("m\xc3\xa6sh", 5), UTF8_INVALID);
}

static void a_swap_of_neighbours_is_one_mistake(void **state)
{
	(void)state;

	assert_int_equal(nearest_distance("istio", "istio"), 0);
	assert_int_equal(nearest_distance("isito", "istio"), 1);
	assert_int_equal(nearest_distance("ISTIO", "istio"), 0);
	assert_int_equal(nearest_distance("kitten", "sitting"), 3);
	assert_int_equal(nearest_distance("", "abc"), 3);
}

static void only_a_near_word_is_suggested(void **state)
{
	static const char *const WORDS[] = {"status", "text", "notes", "parts", "source", "no"};
	char lengthy[100];

	(void)state;
	memset(lengthy, 'a', sizeof(lengthy) - 1);
	lengthy[sizeof(lengthy) - 1] = '\0';

	assert_string_equal(nearest_of("statsu", WORDS, 6), "status");
	assert_string_equal(nearest_of("note", WORDS, 6), "notes");
	assert_null(nearest_of("colour", WORDS, 6));
	assert_null(nearest_of("", WORDS, 6));
	assert_null(nearest_of(lengthy, WORDS, 6));
	assert_true(nearest_distance(lengthy, "a") == SIZE_MAX);
	assert_true(nearest_distance("a", lengthy) == SIZE_MAX);
}

/* A table of ten thousand names, each looked for among all, would cost what no message is worth. */
static void what_is_offered_after_very_many_is_not_looked_at(void **state)
{
	struct nearest nearest;

	(void)state;
	nearest_init(&nearest, "istio");
	for (int i = 0; i < NEAREST_OFFERS - 1; i++)
		nearest_offer(&nearest, "something else");
	nearest_offer(&nearest, "isti");
	nearest_offer(&nearest, "istio");

	assert_string_equal(nearest.best, "isti");
}

static void equal_strings_have_one_number_and_numbers_are_dense(void **state)
{
	struct strset set;
	char word[16];
	uint32_t i;
	int n;

	(void)state;
	strset_init(&set);

	assert_int_equal(strset_find(&set, "w7", 2), STRSET_NONE);
	for (i = 0; i < 5000; i++) {
		n = snprintf(word, sizeof(word), "w%u", (unsigned)i);
		assert_int_equal(strset_put(&set, word, (size_t)n), i);
	}

	assert_int_equal(set.n, 5000);
	assert_int_equal(strset_put(&set, "w7", 2), 7);
	assert_int_equal(strset_find(&set, "w4999", 5), 4999);
	assert_int_equal(strset_find(&set, "w5000", 5), STRSET_NONE);
	assert_int_equal(strset_put(&set, "", 0), 5000);
	assert_int_equal(strset_put(&set, "w\0007", 3), 5001);
	assert_string_equal(set.at[7].at, "w7");
	strset_release(&set);
}

/* Unicode, 23.2 and UAX #9, 2: what would break a line, or turn the letters around it. */
static void controls_are_those_that_do_something(void **state)
{
	static const uint32_t CONTROLS[] = {0, 0x1f, 0x7f, 0x9f, 0x2028, 0x2029, 0xfffe, 0xffff};
	static const uint32_t TURNING[] = {0x61c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069};
	(void)state;

	for (size_t i = 0; i < sizeof(CONTROLS) / sizeof(CONTROLS[0]); i++) {
		assert_true(utf8_is_control(CONTROLS[i]));
		assert_false(utf8_is_bidi_control(CONTROLS[i]));
	}
	for (size_t i = 0; i < sizeof(TURNING) / sizeof(TURNING[0]); i++) {
		assert_true(utf8_is_bidi_control(TURNING[i]));
		assert_false(utf8_is_control(TURNING[i]));
	}
	assert_false(utf8_is_control('\t') || utf8_is_control('\n') || utf8_is_control(0xa0));
	assert_false(utf8_is_bidi_control(0x2029) || utf8_is_bidi_control(0x206a));
}

/* YAML 1.1, 5.4: LF, CR LF, CR, NEL, LS, PS */
static void a_text_ends_in_a_line_end_of_any_kind_or_in_none(void **state)
{
	static const char *const ENDS[] = {
		"\n", "\r\n", "\r", "a\n", "a\xc2\x85", "\xe2\x80\xa8", "ab\xe2\x80\xa9"};
	static const char *const NONE[] = {"", "a", "ab", "abc", "\na", "\x85", "\xe2\x80\xa7"};
	(void)state;

	for (size_t i = 0; i < sizeof(ENDS) / sizeof(ENDS[0]); i++)
		assert_true(breaks_end(ENDS[i], strlen(ENDS[i])));
	for (size_t i = 0; i < sizeof(NONE) / sizeof(NONE[0]); i++)
		assert_false(breaks_end(NONE[i], strlen(NONE[i])));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(controls_are_those_that_do_something),
		cmocka_unit_test(a_text_ends_in_a_line_end_of_any_kind_or_in_none),
		cmocka_unit_test(every_code_point_comes_back_as_it_went),
		cmocka_unit_test(overlong_surrogate_and_cut_forms_are_invalid),
		cmocka_unit_test(the_first_invalid_byte_is_found_wherever_it_stands),
		cmocka_unit_test(control_characters_are_those_no_text_may_hold),
		cmocka_unit_test(a_swap_of_neighbours_is_one_mistake),
		cmocka_unit_test(only_a_near_word_is_suggested),
		cmocka_unit_test(what_is_offered_after_very_many_is_not_looked_at),
		cmocka_unit_test(equal_strings_have_one_number_and_numbers_are_dense),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
