/* SPDX-License-Identifier: MIT */
/* What a house has in documents: its colour, its lines, and what kind of picture its logo is. */
#include "common/bytes/image.h"
#include "common/scene/accent.h"
#include "common/write/running.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void any_colour_becomes_one_in_which_words_can_be_read(void **state)
{
	static const uint32_t grounds[] = {0xffffff, 0xf2f4f7, 0x1e232a, 0x15181d, 0x000000};

	(void)state;
	for (uint32_t rgb = 0; rgb < 0x1000000; rgb += 0x0d0b07)
		for (size_t i = 0; i < sizeof(grounds) / sizeof(*grounds); i++) {
			uint32_t words = accent_words(rgb, grounds[i]);

			assert_true(accent_contrast(words, grounds[i]) >= 4.5);
			if (accent_contrast(rgb, grounds[i]) >= 4.6)
				assert_int_equal(words, rgb);
		}
}

static void contrast_is_that_of_wcag_whichever_is_the_ground(void **state)
{
	(void)state;
	assert_true(accent_contrast(0, 0xffffff) > 20.99 && accent_contrast(0, 0xffffff) < 21.01);
	assert_true(accent_contrast(0xffffff, 0x767676) > 4.53 &&
		    accent_contrast(0x767676, 0xffffff) < 4.55);
}

static void a_little_of_a_colour_lies_between_it_and_its_ground(void **state)
{
	(void)state;
	assert_int_equal(accent_thinned(0x0000ff, 0xffffff, 0), 0xffffff);
	assert_int_equal(accent_thinned(0x0000ff, 0xffffff, 100), 0x0000ff);
	assert_int_equal(accent_thinned(0x000000, 0x646464, 50), 0x323232);
	assert_int_equal(accent_grey(0x808080), 0x808080);
}

static void check_part(const char *line, uint32_t part, const struct running *values,
		       const char *expected)
{
	struct out out;

	out_to_memory(&out, 0);
	running_put(&out, line, part, values);
	assert_string_equal(out_at(&out), expected);
	out_release(&out);
}

static void a_part_with_pages_is_left_out_where_there_are_none(void **state)
{
	struct running values = {.title = "T {page}",
				 .subtitle = "",
				 .date = "2019-11-06",
				 .client = "",
				 .credit = ""};
	static const char line[] = " {title} |{client}| {page} / {total}";

	(void)state;
	check_part(line, 0, &values, "T {page}");
	check_part(line, 1, &values, "");
	check_part(line, 2, &values, "");
	values.page = 2;
	values.total = 10;
	check_part(line, 2, &values, "2 / 10");
	values.page = 0;
	values.page_words = "<p>";
	values.total_words = "<t>";
	check_part(line, 2, &values, "<p> / <t>");
}

static void a_part_is_left_out_where_a_page_has_not_what_it_names(void **state)
{
	struct running values = {.title = "T",
				 .subtitle = "",
				 .date = "",
				 .client = "",
				 .credit = "",
				 .page = 1,
				 .total = 1};
	static const char line[] = "in {category} | {title}: {products} | {page}";

	(void)state;
	check_part(line, 0, &values, "");
	check_part(line, 1, &values, "");
	check_part(line, 2, &values, "1");
	values.category = "Security {title}";
	values.products = "";
	check_part(line, 0, &values, "in Security {title}");
	check_part(line, 1, &values, "");
	values.products = "Products 1-7 of 14";
	check_part(line, 1, &values, "T: Products 1-7 of 14");
}

#define SVG "<svg xmlns='http://www.w3.org/2000/svg'"
#define BYTES(text) ((struct mr_bytes){text, sizeof(text) - 1})

static void a_picture_is_known_by_its_first_bytes(void **state)
{
	static const struct {
		struct mr_bytes bytes;
		const char *type;
	} cases[] = {
		{{"\211PNG\r\n\032\n", 8}, "image/png"},
		{{"\377\330\377\340", 4}, "image/jpeg"},
		{{"GIF89a", 6}, "image/gif"},
		{{"RIFF\0\0\0\0WEBP", 12}, "image/webp"},
		{{"\0\0\0\040ftypavif", 12}, "image/avif"},
		{{"\357\273\277 <?xml?><!-- x -->" SVG ">", 21 + sizeof(SVG)}, "image/svg+xml"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct mr_bytes cut = cases[i].bytes;

		assert_string_equal(image_media_type(cut), cases[i].type);
		for (cut.n = 0; cut.n < 2; cut.n++)
			assert_null(image_media_type(cut));
	}
	assert_null(image_media_type(BYTES("<html>")));
	assert_null(image_media_type(BYTES("svg: " SVG ">")));
}

static void measures(const char *at, size_t n, uint32_t width, uint32_t height)
{
	uint32_t is_wide = 1, is_high = 1;

	assert_int_equal(image_measure((struct mr_bytes){at, n}, &is_wide, &is_high), width > 0);
	assert_int_equal(is_wide, width);
	assert_int_equal(is_high, height);
}

#define MEASURES(text, width, height) measures(text, sizeof(text) - 1, width, height)

static void other_pictures_say_it_in_bytes_or_in_words(void **state)
{
	(void)state;
	MEASURES("GIF89a\3\1\2\0", 259, 2);
	MEASURES("GIF89a\3\1\2", 0, 0);
	MEASURES("RIFF....WEBPVP8X....\20\0\0\0\1\1\0\2\0\0....", 258, 3);
	MEASURES("RIFF....WEBPVP8L....\57\1\200\0\0.........", 2, 3);
	MEASURES("RIFF....WEBPVP8X....\20\0\0\0\1\1\0\2", 0, 0);
	MEASURES(SVG " width='12.5' height=\"7px\">", 13, 7);
	MEASURES("<?xml version='1.0'?>\n" SVG " width='3cm' height='2cm' viewBox='-1 0, 30 20.2'>",
		 30, 20);
	MEASURES(SVG " data-width='5' viewBox='0 0 4'>", 0, 0);
	MEASURES(SVG " width='100001' height='1'>", 0, 0);
	MEASURES(SVG " width='99999999999999999999999999' height='1'>", 0, 0);
	MEASURES(SVG " width='1' height='1'", 0, 0);
	MEASURES(SVG " width='", 0, 0);
	MEASURES(SVG " viewBox='0 0 9 9", 0, 0);
}

static void a_png_and_a_jpeg_say_how_large_they_are(void **state)
{
	static const char png[] = "\211PNG\r\n\032\n\0\0\0\015IHDR\0\0\001\002\0\0\0\003";
	/* a fill byte, a comment of four bytes, a table that is no frame, and the frame */
	static const char jpeg[] = "\377\330\377\377\376\0\004ab\377\304\0\003x\377\302\0\010\010"
				   "\001\000\002\003";
	struct mr_bytes bytes = BYTES(jpeg);
	uint32_t width, height;

	(void)state;
	assert_true(image_measure(BYTES(png), &width, &height));
	assert_int_equal(width, 258);
	assert_int_equal(height, 3);
	assert_true(image_measure(bytes, &width, &height));
	assert_int_equal(width, 515);
	assert_int_equal(height, 256);
	for (bytes.n = 0; bytes.n < sizeof(jpeg) - 1; bytes.n++)
		assert_false(image_measure(bytes, &width, &height));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_colour_becomes_one_in_which_words_can_be_read),
		cmocka_unit_test(contrast_is_that_of_wcag_whichever_is_the_ground),
		cmocka_unit_test(a_little_of_a_colour_lies_between_it_and_its_ground),
		cmocka_unit_test(a_part_with_pages_is_left_out_where_there_are_none),
		cmocka_unit_test(a_part_is_left_out_where_a_page_has_not_what_it_names),
		cmocka_unit_test(a_picture_is_known_by_its_first_bytes),
		cmocka_unit_test(a_png_and_a_jpeg_say_how_large_they_are),
		cmocka_unit_test(other_pictures_say_it_in_bytes_or_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
