/* SPDX-License-Identifier: MIT */
/* Small writers that all formats share: filled words, code points, numbered links. */
#include "common/write/fill.h"
#include "common/write/ids.h"
#include "common/write/links.h"
#include "common/write/utf8.h"
#include "common/write/weights.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdint.h>
#include <cmocka.h>

#include "fake_matrix.h"

static void loud(struct out *out, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		out_char(out, text[i] == '<' ? '[' : text[i]);
}

static void places_in_words_are_filled_and_unknown_ones_stay(void **state)
{
	const struct fill_place places[] = {{"n", "3"}, {"total", "7"}};
	static const char *const cases[][2] = {
		{"page {n} of {total} {other} {", "page 3 of 7 {other} {"},
		{"{total}{n}", "73"},
		{"{n {n}} {na}", "{n 3} {na}"},
		{"nothing", "nothing"},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct out out;

		out_to_memory(&out, 0);
		fill_write(&out, cases[i][0], places, 2, NULL);
		assert_string_equal(out_at(&out), cases[i][1]);
		out_release(&out);
	}
}

static void words_and_values_are_escaped_alike_and_a_value_is_no_pattern(void **state)
{
	const struct fill_place places[] = {{"a", "<{b}"}, {"b", "no"}};
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	fill_write(&out, "<{a}>", places, 2, loud);
	assert_string_equal(out_at(&out), "[[{b}>");
	out_release(&out);
}

static void every_length_of_character_is_read(void **state)
{
	const char *at = "a\303\266\342\202\254\360\237\230\200";
	static const uint32_t codes[] = {'a', 0xf6, 0x20ac, 0x1f600};

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(utf8_next(&at), codes[i]);
	assert_int_equal(*at, '\0');
}

static void a_character_that_is_cut_does_not_lead_past_its_end(void **state)
{
	static const char *const cut[] = {"\303", "\342\202", "\360\237\230", "\377"};

	(void)state;
	for (size_t i = 0; i < sizeof(cut) / sizeof(*cut); i++) {
		const char *at = cut[i];

		utf8_next(&at);
		assert_ptr_equal(at, cut[i] + strlen(cut[i]));
	}
}

static void utf16_has_two_units_beyond_the_basic_plane(void **state)
{
	uint16_t units[2];

	(void)state;
	assert_int_equal(utf8_to_utf16(0x20ac, units), 1);
	assert_int_equal(units[0], 0x20ac);
	assert_int_equal(utf8_to_utf16(0x1f600, units), 2);
	assert_int_equal(units[0], 0xd83d);
	assert_int_equal(units[1], 0xde00);
}

static void links_are_numbered_once_in_the_order_of_their_use(void **state)
{
	struct links links = {0};
	char urls[500][8];

	(void)state;
	assert_int_equal(links_number(&links, "u0"), 0);
	for (uint32_t i = 0; i < 500; i++) {
		snprintf(urls[i], sizeof(urls[i]), "u%u", (unsigned)i);
		assert_int_equal(links_add(&links, urls[i], 0), i + 1);
	}

	assert_int_equal(links_add(&links, "u0", 2), 1);
	assert_int_equal(links_add(&links, "u0", 1), 1);
	assert_int_equal(links.at[0].flags, 3);
	assert_int_equal(links.at[1].flags, 0);
	assert_int_equal(links.n, 500);
	assert_int_equal(links_number(&links, "u499"), 500);
	assert_int_equal(links_number(&links, "u500"), 0);
	links_release(&links);
}

static void no_address_has_no_number(void **state)
{
	struct links links = {0};

	(void)state;
	assert_int_equal(links_add(&links, "", 0), 0);
	assert_int_equal(links.n, 0);
	assert_false(links.failed);
	links_release(&links);
}

static void weights_are_told_at_features_and_in_one_line(void **state)
{
	struct fake_matrix fake;
	struct out out;

	(void)state;
	fake_matrix_init(&fake, 2, 12, 4);
	fake_count(&fake);
	out_to_memory(&out, 0);
	weights_put_line(&out, &fake.matrix);
	assert_int_equal(out.n, 0);
	for (uint32_t row = 0; row < 12; row++) {
		fake_name_feature(&fake, row, (const char[]){(char)('a' + row), '\0'});
		fake.features[row].it.weight = row == 1 ? 0 : row == 2 ? 2.5 : row > 4 ? 3 : 1;
	}
	fake_set_all(&fake, MR_LIKE_YES);
	for (uint32_t col = 0; col < 2; col++)
		fake_set(&fake, 5, col, MR_LIKE_NONE);
	fake_count(&fake);

	/* a row of facts is counted nowhere, and the ninth is not named */
	weights_put_line(&out, &fake.matrix);
	assert_string_equal(out_at(&out),
			    "Coverage is weighted, the counts are not: b\302\240\303\2270, "
			    "c\302\240\303\2272.5, g\302\240\303\2273, h\302\240\303\2273, "
			    "i\302\240\303\2273, j\302\240\303\2273, k\302\240\303\2273, "
			    "l\302\240\303\2273");
	fake.features[0].it.weight = 7;
	fake.features[1].it.weight = 1e-9;
	out_clear(&out);
	weights_put_line(&out, &fake.matrix);
	assert_non_null(strstr(out_at(&out), "k\302\240\303\2273, \342\200\246"));
	assert_null(strstr(out_at(&out), "l\302\240"));
	/* somebody counts with them: no digit is rounded away, and none is cut */
	assert_non_null(strstr(out_at(&out), "b\302\240\303\2270.000000001, "));
	out_clear(&out);
	weights_put(&out, 999999999999999);
	assert_string_equal(out_at(&out), "\302\240\303\227999999999999999");
	out_release(&out);
	fake_matrix_release(&fake);
}

static void a_name_becomes_the_beginning_of_ids(void **state)
{
	static const char *const cases[][2] = {
		{"servicemesh", "servicemesh"},
		{"service mesh.v2", "service-mesh-v2"},
		{"2 years", "mr2-years"},
		{"\303\244", "mr--"},
		{"", "mr"},
		{"a\"><script>", "a---script-"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct out out;

		out_to_memory(&out, 0);
		ids_put_name(&out, cases[i][0]);
		assert_string_equal(out_at(&out), cases[i][1]);
		out_release(&out);
	}
}

/* What the Unicode Standard (table 3-7) leaves out: overlong forms, surrogates, what is beyond the last plane. */
static void what_is_no_character_is_one_replacement_a_byte(void **state)
{
	static const char *const wrong[] = {"\x80",
					    "\xbf",
					    "\xc0\x80",
					    "\xc1\xbf",
					    "\xc2"
					    "a",
					    "\xe0\x80\x80",
					    "\xe0\x9f\xbf",
					    "\xed\xa0\x80",
					    "\xed\xbf\xbf",
					    "\xe2\x82"
					    "a",
					    "\xf0\x80\x80\x80",
					    "\xf0\x8f\xbf\xbf",
					    "\xf4\x90\x80\x80",
					    "\xf5\x80\x80\x80",
					    "\xff"};
	static const struct {
		const char *bytes;
		uint32_t code;
	} right[] = {{"\x7f", 0x7f},
		     {"\xc2\x80", 0x80},
		     {"\xdf\xbf", 0x7ff},
		     {"\xe0\xa0\x80", 0x800},
		     {"\xed\x9f\xbf", 0xd7ff},
		     {"\xee\x80\x80", 0xe000},
		     {"\xef\xbf\xbf", 0xffff},
		     {"\xf0\x90\x80\x80", 0x10000},
		     {"\xf4\x8f\xbf\xbf", 0x10ffff}};
	size_t length;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		assert_int_equal(utf8_checked(wrong[i], strlen(wrong[i]), &length),
				 UTF8_REPLACEMENT);
		assert_int_equal(length, 1);
	}
	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++) {
		size_t n = strlen(right[i].bytes);

		assert_int_equal(utf8_checked(right[i].bytes, n, &length), right[i].code);
		assert_int_equal(length, n);
		if (n > 1)
			assert_int_equal(utf8_checked(right[i].bytes, n - 1, &length),
					 UTF8_REPLACEMENT);
	}
	assert_int_equal(utf8_checked("", 0, &length), UTF8_REPLACEMENT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_in_words_are_filled_and_unknown_ones_stay),
		cmocka_unit_test(words_and_values_are_escaped_alike_and_a_value_is_no_pattern),
		cmocka_unit_test(every_length_of_character_is_read),
		cmocka_unit_test(a_character_that_is_cut_does_not_lead_past_its_end),
		cmocka_unit_test(utf16_has_two_units_beyond_the_basic_plane),
		cmocka_unit_test(links_are_numbered_once_in_the_order_of_their_use),
		cmocka_unit_test(weights_are_told_at_features_and_in_one_line),
		cmocka_unit_test(a_name_becomes_the_beginning_of_ids),
		cmocka_unit_test(no_address_has_no_number),
		cmocka_unit_test(what_is_no_character_is_one_replacement_a_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
