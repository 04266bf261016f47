/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "common/picture/picture_svg.h"

#define LOGOS "tests/judges/data/logos/"
#define PIXELS 1000000u
#define SIDE 10000u

struct file {
	unsigned char at[8192];
	size_t n;
};

static void read_logo(struct file *file, const char *name)
{
	FILE *from = fopen(name, "rb");

	assert_non_null(from);
	file->n = fread(file->at, 1, sizeof(file->at), from);
	assert_true(file->n > 0 && file->n < sizeof(file->at));
	fclose(from);
}

static int read_bytes(const void *at, size_t n, struct picture *picture, char why[PICTURE_REASON])
{
	why[0] = '\0';
	return picture_read((struct mr_bytes){at, n}, PIXELS, SIDE, picture, why);
}

static const uint8_t *pixel(const struct picture *picture, uint32_t x, uint32_t y)
{
	return picture->rgba + ((size_t)y * picture->width + x) * 4;
}

static bool is_near(const uint8_t *at, int red, int green, int blue)
{
	return abs(at[0] - red) < 25 && abs(at[1] - green) < 25 && abs(at[2] - blue) < 25;
}

static const struct {
	const char *name;
	int red, green, blue; /* of the ellipse */
	bool is_clear; /* around it */
} pictures[] = {
	{LOGOS "moving.gif", 200, 30, 30, true},  {LOGOS "interlaced.gif", 0, 150, 0, false},
	{LOGOS "moving.webp", 200, 30, 30, true}, {LOGOS "still.webp", 200, 30, 30, true},
	{LOGOS "cmyk.jpg", 230, 120, 0, false},
};
#define N_PICTURES (sizeof(pictures) / sizeof(*pictures))

static void the_first_frame_becomes_pixels_in_its_colours(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_PICTURES; i++) {
		struct picture picture;
		char why[PICTURE_REASON];
		struct file file;

		read_logo(&file, pictures[i].name);
		assert_int_equal(read_bytes(file.at, file.n, &picture, why), 0);
		assert_int_equal(picture.width, 48);
		assert_int_equal(picture.height, 24);
		assert_true(is_near(pixel(&picture, 10, 12), pictures[i].red, pictures[i].green,
				    pictures[i].blue));
		assert_true(is_near(pixel(&picture, 23, 12), 255, 255, 255));
		assert_int_equal(pixel(&picture, 10, 12)[3], 255);
		assert_int_equal(pixel(&picture, 0, 0)[3], pictures[i].is_clear ? 0 : 255);
		if (!pictures[i].is_clear)
			assert_true(is_near(pixel(&picture, 0, 0), 255, 255, 255));
		picture_release(&picture);
	}
}

/* Read as the size it says, or refused with a reason; in memory of exactly its length. */
static bool holds(const unsigned char *at, size_t n)
{
	unsigned char *exact = malloc(n ? n : 1);
	struct picture picture;
	char why[PICTURE_REASON];
	int status;

	memcpy(exact, at, n);
	status = read_bytes(exact, n, &picture, why);
	free(exact);
	if (status != 0)
		assert_true(why[0] != '\0' && !picture.rgba);
	else
		assert_true(picture.rgba && picture.width > 0 &&
			    (uint64_t)picture.width * picture.height <= PIXELS);
	picture_release(&picture);
	return status == 0;
}

static void what_is_cut_short_or_altered_is_read_or_refused_with_a_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < N_PICTURES; i++) {
		struct file file;
		size_t n_refused = 0;

		read_logo(&file, pictures[i].name);
		for (size_t n = 0; n < file.n; n++)
			n_refused += !holds(file.at, n);
		assert_true(n_refused > 20);
		for (size_t at = 0; at < file.n; at++) {
			unsigned char was = file.at[at];

			file.at[at] = (unsigned char)(was ^ (1u << at % 8));
			holds(file.at, file.n);
			file.at[at] = 0xff;
			holds(file.at, file.n);
			file.at[at] = was;
		}
	}
}

static void more_pixels_than_asked_for_are_refused_by_number(void **state)
{
	struct picture picture;
	char why[PICTURE_REASON];
	struct file file;

	(void)state;
	for (size_t i = 0; i < N_PICTURES; i++) {
		read_logo(&file, pictures[i].name);
		assert_int_equal(
			picture_read((struct mr_bytes){file.at, file.n}, 1151, SIDE, &picture, why),
			-1);
		assert_string_equal(
			why,
			"is too large: 48x24 pixels, the limit is 10000 on a side and 1151 in all");
	}
}

/* ---- SVG */

static int draw(const char *svg, uint32_t side, struct picture *picture, char why[PICTURE_REASON])
{
	return picture_svg_read((struct mr_bytes){svg, strlen(svg)}, side, picture, why);
}

#define SVG(attributes, inner)                                                                           \
	"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"http://www.w3.org/1999/xlink\" " attributes \
	">" inner "</svg>"

static void a_drawing_has_its_proportions_and_what_is_not_painted_is_clear(void **state)
{
	struct picture picture;
	char why[PICTURE_REASON];

	(void)state;
	assert_int_equal(draw(SVG("viewBox='0 0 4 2'",
				  "<rect width='2' height='2' fill='#ff8000'/>"
				  "<rect x='2' width='1' height='2' fill='#00f' opacity='.5'/>"),
			      40, &picture, why),
			 0);
	assert_int_equal(picture.width, 40);
	assert_int_equal(picture.height, 20);
	assert_true(is_near(pixel(&picture, 5, 5), 255, 128, 0));
	assert_true(is_near(pixel(&picture, 25, 5), 0, 0, 255));
	assert_in_range(pixel(&picture, 25, 5)[3], 126, 129);
	assert_int_equal(pixel(&picture, 35, 5)[3], 0);
	picture_release(&picture);
}

static void what_lies_outside_of_a_drawing_is_not_drawn(void **state)
{
	struct picture picture;
	char why[PICTURE_REASON];
	char here[1024], svg[4096];

	(void)state;
	assert_non_null(getcwd(here, sizeof(here)));
	snprintf(svg, sizeof(svg),
		 SVG("viewBox='0 0 2 1'",
		     "<image x:href='file://%s/data/gallery/chart.png' width='1' height='1'/>"
		     "<image x:href='%s/data/gallery/chart.png' width='1' height='1'/>"),
		 here, here);
	assert_int_equal(draw(svg, 20, &picture, why), 0);
	for (uint32_t x = 0; x < picture.width; x++)
		for (uint32_t y = 0; y < picture.height; y++)
			assert_int_equal(pixel(&picture, x, y)[3], 0);
	picture_release(&picture);
}

static void a_damaged_or_very_narrow_drawing_is_refused(void **state)
{
	struct picture_svg_page page;
	struct picture picture;
	char why[PICTURE_REASON];
	static const char broken[] = SVG("", "<g>") "<";

	(void)state;
	assert_int_equal(
		draw("<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", 20, &picture, why), -1);
	assert_memory_equal(why, "is a damaged SVG: ", 18);
	assert_int_equal(
		picture_svg_page((struct mr_bytes){broken, sizeof(broken) - 1}, &page, why), -1);
	assert_int_equal(draw(SVG("viewBox='0 0 1 1000'", ""), 20, &picture, why), -1);
	assert_string_equal(why, "is too narrow: one of its sides is over 100 times the other");
}

/* Groups of ten uses of groups: 10 to the 8th squares from 800 bytes. */
static void a_drawing_that_grows_without_bound_is_refused(void **state)
{
	struct picture picture;
	char why[PICTURE_REASON], svg[4096];
	int n = snprintf(svg, sizeof(svg),
			 "<svg xmlns='http://www.w3.org/2000/svg' "
			 "xmlns:x='http://www.w3.org/1999/xlink'><defs>"
			 "<rect id='a0' width='1' height='1'/>");

	(void)state;
	for (int i = 1; i < 9; i++) {
		n += snprintf(svg + n, sizeof(svg) - (size_t)n, "<g id='a%d'>", i);
		for (int k = 0; k < 10; k++)
			n += snprintf(svg + n, sizeof(svg) - (size_t)n, "<use x:href='#a%d'/>",
				      i - 1);
		n += snprintf(svg + n, sizeof(svg) - (size_t)n, "</g>");
	}
	snprintf(svg + n, sizeof(svg) - (size_t)n, "</defs><use x:href='#a8'/></svg>");
	assert_int_equal(draw(svg, 20, &picture, why), -1);
	assert_memory_equal(why, "is a damaged SVG: ", 18);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_frame_becomes_pixels_in_its_colours),
		cmocka_unit_test(what_is_cut_short_or_altered_is_read_or_refused_with_a_reason),
		cmocka_unit_test(more_pixels_than_asked_for_are_refused_by_number),
		cmocka_unit_test(a_drawing_has_its_proportions_and_what_is_not_painted_is_clear),
		cmocka_unit_test(what_lies_outside_of_a_drawing_is_not_drawn),
		cmocka_unit_test(a_damaged_or_very_narrow_drawing_is_refused),
		cmocka_unit_test(a_drawing_that_grows_without_bound_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
