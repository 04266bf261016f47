/* SPDX-License-Identifier: MIT */
/* How a table lies on its paper, what pictures can be shown, and what addresses a package can say. */
#include "docx/docx_plan.h"

#include "common/office/office_address.h"
#include "common/office/office_plain.h"
#include "docx/docx_logo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "fake_matrix.h"

static void a_narrow_table_stands_upright_and_a_wide_one_lies_across(void **state)
{
	struct fake_matrix fake;
	struct docx_plan plan;

	(void)state;
	fake_matrix_init(&fake, 3, 10, 5);
	docx_plan_make(&plan, &fake.matrix, 0, DOCX_AUTO);
	assert_false(plan.is_landscape);
	assert_int_equal(plan.n_groups, 1);
	docx_plan_release(&plan);
	fake_matrix_release(&fake);

	fake_matrix_init(&fake, 9, 10, 5);
	docx_plan_make(&plan, &fake.matrix, 0, DOCX_AUTO);
	assert_true(plan.is_landscape);
	docx_plan_release(&plan);
	fake_matrix_release(&fake);
}

static void every_product_stands_in_one_group_and_groups_are_about_even(void **state)
{
	struct fake_matrix fake;
	struct docx_plan plan;
	uint32_t next = 0, least = UINT32_MAX, most = 0;

	(void)state;
	fake_matrix_init(&fake, 61, 10, 5);
	docx_plan_make(&plan, &fake.matrix, 0, DOCX_AUTO);

	assert_true(plan.n_groups > 1);
	for (uint32_t i = 0; i < plan.n_groups; i++) {
		assert_int_equal(plan.groups[i].first, next);
		next += plan.groups[i].n;
		least = plan.groups[i].n < least ? plan.groups[i].n : least;
		most = plan.groups[i].n > most ? plan.groups[i].n : most;
	}
	assert_int_equal(next, 61);
	assert_true(most - least <= most / 2);
	docx_plan_release(&plan);
	fake_matrix_release(&fake);
}

static void columns_fill_the_room_between_the_margins(void **state)
{
	struct fake_matrix fake;
	struct docx_plan plan;
	uint32_t widths[64], sum = 0;

	(void)state;
	fake_matrix_init(&fake, 14, 10, 0);
	docx_plan_make(&plan, &fake.matrix, 1, DOCX_PORTRAIT);
	docx_plan_widths(&plan, &plan.groups[0], widths);
	for (uint32_t i = 0; i <= plan.groups[0].n; i++)
		sum += widths[i];

	assert_int_equal(sum, docx_plan_room(&plan));
	assert_int_equal(docx_plan_room(&plan), 16838 - 2 * DOCX_PLAN_MARGIN);
	docx_plan_release(&plan);
	fake_matrix_release(&fake);
}

static void no_products_are_no_groups(void **state)
{
	struct fake_matrix fake;
	struct docx_plan plan;

	(void)state;
	fake_matrix_init(&fake, 1, 1, 1);
	fake.matrix.products.n = 0;
	docx_plan_make(&plan, &fake.matrix, 0, DOCX_AUTO);

	assert_int_equal(plan.n_groups, 0);
	docx_plan_release(&plan);
	fake_matrix_release(&fake);
}

/* ------------------------------------------------------------------ pictures */

static bool measure(const char *bytes, size_t n, struct docx_logo *logo)
{
	return docx_logo_measure((struct mr_bytes){bytes, n}, logo);
}

static void pictures_say_how_large_they_are(void **state)
{
	static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x10....";
	static const char jpeg[] = "\xff\xd8\xff\xe0\0\x04xx\xff\xc0\0\x11\x08\0\x20\0\x30.......";
	struct docx_logo logo;

	(void)state;
	assert_true(measure(png, sizeof(png) - 1, &logo));
	assert_string_equal(logo.media_type, "image/png");
	assert_int_equal(logo.width, 258);
	assert_int_equal(logo.height, 16);
	assert_true(measure(jpeg, sizeof(jpeg) - 1, &logo));
	assert_string_equal(logo.media_type, "image/jpeg");
	assert_int_equal(logo.width, 48);
	assert_int_equal(logo.height, 32);
}

static void what_is_no_picture_has_no_size(void **state)
{
	static const char *const cases[] = {"", "<svg/>", "\xff\xd8\xff\xe0",
					    "\xff\xd8\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff",
					    "\x89PNG\r\n\x1a\n"};
	static const char huge[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\0\x01\x02\0\0\0\x10....";
	static const char flat[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x10....";
	struct docx_logo logo;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_false(measure(cases[i], strlen(cases[i]), &logo));
	assert_false(measure(huge, sizeof(huge) - 1, &logo));
	assert_false(measure(flat, sizeof(flat) - 1, &logo));
	assert_null(logo.media_type);
}

/* ------------------------------------------------------------------ addresses */

static void addresses_are_written_as_a_package_says_them(void **state)
{
	static const char *const cases[][2] = {
		{"https://example.org/a_(b)?x=1&y=2#z", "https://example.org/a_(b)?x=1&y=2#z"},
		{"http://user@example.org:8080/a b", "http://user@example.org:8080/a%20b"},
		{"https://example.org/%41%zz", "https://example.org/%41%25zz"},
		{"https://example.org/ä[1]#a#b", "https://example.org/%C3%A4%5B1%5D#a%23b"},
		{"mailto:someone@example.org", "mailto:someone@example.org"},
		{"docs/x.html", "docs/x.html"},
		{"HTTPS://E.org:/%aF%g0%0g%", "HTTPS://E.org:/%aF%25g0%250g%25"},
		{"http://\xc3\xbc.org", "http://%C3%BC.org"},
		{"http://e.org?<\">`\x01{}|\\^\x7f",
		 "http://e.org?%3C%22%3E%60%01%7B%7D%7C%5C%5E%7F"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct out out;

		out_to_memory(&out, 0);
		assert_int_equal(office_address_put(&out, cases[i][0]), OFFICE_ADDRESS_GOOD);
		assert_string_equal(out_at(&out), cases[i][1]);
		out_release(&out);
	}
}

static void what_is_no_address_is_told_apart(void **state)
{
	char text[2200] = "https://example.org/";
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	memset(text + strlen(text), 'a', 2079 - strlen(text));

	assert_int_equal(office_address_put(&out, text), OFFICE_ADDRESS_GOOD);
	text[2078] = ' ';
	out_clear(&out);
	assert_int_equal(office_address_put(&out, text), OFFICE_ADDRESS_LONG);
	assert_int_equal(office_address_put(&out, ""), OFFICE_ADDRESS_INSIDE);
	assert_int_equal(office_address_put(&out, "#here"), OFFICE_ADDRESS_INSIDE);
	assert_int_equal(office_address_put(&out, "http://"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "https://[bad"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "https://a b/"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "https://example.org:80x/"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "mailto:nobody"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "mailto:a@b c"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "mailto:a@b>"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "http://a@/x"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "http://a@b@c"), OFFICE_ADDRESS_BAD);
	assert_int_equal(office_address_put(&out, "//example.org"), OFFICE_ADDRESS_BAD);
	assert_int_equal(out.n, 0);
	out_release(&out);
}

static void scripts_from_the_right_are_known_by_their_blocks(void **state)
{
	/* the first and the last of each block, and what stands beside it */
	static const char *const right[] = {
		"\xd6\x90",         "\xe0\xa3\xbf",    "\xef\xac\x9d",     "\xef\xb7\xbf",
		"\xef\xb9\xb0",     "\xef\xbb\xbc",    "\xf0\x90\xa0\x80", "\xf0\x90\xbf\xbf",
		"\xf0\x9e\xa0\x80", "\xf0\x9e\xbf\xbf"};
	static const char *const others[] = {
		"\xd6\x8f",         "\xe0\xa4\x80",    "\xef\xac\x9c",     "\xef\xb8\x80",
		"\xef\xb9\xaf",     "\xef\xbb\xbd",    "\xf0\x90\x9f\xbf", "\xf0\x91\x80\x80",
		"\xf0\x9e\x9f\xbf", "\xf0\x9f\x80\x80"};
	char text[16];

	(void)state;
	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++) {
		snprintf(text, sizeof(text), "1 %sb", right[i]);
		assert_true(office_plain_has_from_right(text, strlen(text)));
		assert_true(office_plain_begins_from_right(right[i], strlen(right[i])));
		assert_false(office_plain_has_from_right(others[i], strlen(others[i])));
		assert_false(office_plain_begins_from_right(others[i], strlen(others[i])));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_narrow_table_stands_upright_and_a_wide_one_lies_across),
		cmocka_unit_test(every_product_stands_in_one_group_and_groups_are_about_even),
		cmocka_unit_test(columns_fill_the_room_between_the_margins),
		cmocka_unit_test(no_products_are_no_groups),
		cmocka_unit_test(pictures_say_how_large_they_are),
		cmocka_unit_test(what_is_no_picture_has_no_size),
		cmocka_unit_test(addresses_are_written_as_a_package_says_them),
		cmocka_unit_test(what_is_no_address_is_told_apart),
		cmocka_unit_test(scripts_from_the_right_are_known_by_their_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
