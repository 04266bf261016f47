/* SPDX-License-Identifier: MIT */
/* How large a logo is, by its first bytes: every kind of file, cut anywhere, and what is none. */
#include "base/picture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define JPEG_HEAD "\xff\xd8\xff\xe0\x00\x04zz"
#define FRAME "\xff\xc2\x00\x0b\x08\x00\x20\x01\x40\x01"
#define SVG "<svg xmlns='http://www.w3.org/2000/svg'"
#define RIFF "RIFF\x20\x00\x00\x00WEBP"

/* In memory of exactly its length, so that a sanitizer sees what is read behind it. */
static bool measured(const char *bytes, size_t n, uint32_t *width, uint32_t *height)
{
	char *exact = malloc(n > 0 ? n : 1);
	bool is_known;

	assert_non_null(exact);
	memcpy(exact, bytes, n);
	is_known = picture_measure((struct mr_bytes){exact, n}, width, height);
	if (!is_known)
		assert_true(*width == 0 && *height == 0);
	free(exact);
	return is_known;
}

static const struct {
	const char *bytes;
	size_t n, n_needed; /* what is shorter than the second says nothing */
	uint32_t width, height;
} known[] = {
#define BYTES(text) text, sizeof(text) - 1
	{BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\1\x40\0\0\0\x20"), 24, 320, 32},
	/* a segment is passed over, fill bytes, tables that are no frame */
	{BYTES(JPEG_HEAD FRAME), 17, 320, 32},
	{BYTES(JPEG_HEAD "\xff\xff" FRAME), 18, 320, 32},
	{BYTES(JPEG_HEAD "\xff\xc4\0\3z\xff\xc8\0\2\xff\xcc\0\2" FRAME), 30, 320, 32},
	{BYTES("GIF87a\x40\1\x20\0"), 10, 320, 32},
	{BYTES("GIF89a\x40\1\x20\0more"), 10, 320, 32},
	{BYTES(RIFF "VP8 \0\0\0\0\0\0\0\x9d\1\x2a\x40\x41\x20\xc0"), 30, 320, 32},
	{BYTES(RIFF "VP8L\0\0\0\0\x2f\x3f\xc1\x07\0\0\0\0\0\0"), 30, 320, 32},
	{BYTES(RIFF "VP8X\x0a\0\0\0\0\0\0\0\x3f\1\0\x1f\0\0"), 30, 320, 32},
};
#define N_KNOWN (sizeof(known) / sizeof(*known))

static void each_kind_says_it_at_its_place_and_none_where_that_is_cut_off(void **state)
{
	uint32_t width, height;

	(void)state;
	for (size_t i = 0; i < N_KNOWN; i++) {
		assert_true(measured(known[i].bytes, known[i].n, &width, &height));
		assert_int_equal(width, known[i].width);
		assert_int_equal(height, known[i].height);
		for (size_t n = 0; n < known[i].n_needed; n++)
			assert_false(measured(known[i].bytes, n, &width, &height));
	}
}

static void one_byte_that_changes_never_reads_behind_the_end(void **state)
{
	uint32_t width, height;
	char bytes[64];

	(void)state;
	for (size_t i = 0; i < N_KNOWN; i++) {
		memcpy(bytes, known[i].bytes, known[i].n);
		for (size_t at = 0; at < known[i].n; at++) {
			for (unsigned byte = 0; byte < 256; byte++) {
				bytes[at] = (char)byte;
				if (measured(bytes, known[i].n, &width, &height))
					assert_true(width > 0 && width <= PICTURE_SIDE_MAX &&
						    height > 0 && height <= PICTURE_SIDE_MAX);
			}
			bytes[at] = known[i].bytes[at];
		}
	}
}

static void what_has_no_side_or_a_huge_one_is_not_known(void **state)
{
	static const struct {
		const char *bytes;
		size_t n;
	} wrong[] = {
		{BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIDAT\0\0\1\x40\0\0\0\x20")},
		{BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\0\0\0\0\x20")},
		{BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x20\0\0\0\0")},
		{BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\xff\xff\xff\xff\0\0\0\x20")},
		{BYTES("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x20\0\1\x86\xa1")},
		{BYTES(JPEG_HEAD "\xfe\xc2\0\x0b\x08\0\x20\1\x40\1")}, /* no marker */
		{BYTES(JPEG_HEAD "\xff\xda\xff\xff" FRAME)}, /* a segment behind the end */
		{BYTES("GIF88a\x40\1\x20\0")},
		{BYTES("GIF89a\0\0\x20\0")},
		{BYTES("RIFX\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x3f\1\0\x1f\0\0")},
		{BYTES("RIFF\x20\0\0\0WAVEVP8X\x0a\0\0\0\0\0\0\0\x3f\1\0\x1f\0\0")},
		{BYTES(RIFF "ALPH\x0a\0\0\0\0\0\0\0\x3f\1\0\x1f\0\0")},
		{BYTES(RIFF "VP8 \0\0\0\0\0\0\0\x9d\1\x2a\0\0\x20\0")},
	};
	uint32_t width, height;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(measured(wrong[i].bytes, wrong[i].n, &width, &height));
}

/* ---- SVG */

static bool drawn(const char *svg, uint32_t *width, uint32_t *height)
{
	return measured(svg, strlen(svg), width, height);
}

static void a_drawing_says_it_in_words(void **state)
{
	static const struct {
		const char *svg;
		uint32_t width, height;
	} right[] = {
		{SVG " width=\"320\" height='32px'>", 320, 32},
		{"<?xml version='1.0'?>\n" SVG "\nwidth='319.6'\theight='31.5'/>", 320, 32},
		{SVG " viewBox='0 0 320 32'>", 320, 32},
		{SVG " viewBox='-1,-2, 320,32'>", 320, 32},
		{SVG " width='100%' height='2em' viewBox='0 0 320 32'>", 320, 32},
		{SVG " width='5' viewBox='0 0 320 32'>", 320, 32}, /* its proportions */
		/* what only ends like it, or has no value, is passed over */
		{SVG " stroke-width='3' data-height='4' width='320' height='32'>", 320, 32},
		{SVG " width width=320 width='320' height='32'>", 320, 32},
	};
	static const char *const wrong[] = {
		SVG " width='320' height='32'", /* never closed */
		SVG ">",
		SVG " width='320'>",
		SVG " width='0' height='0'>",
		SVG " width='-5' height='5'>",
		SVG " width='100001' height='5'>",
		SVG " width='99999999999999999999' height='5'>",
		SVG " width='1e9' height='5'>",
		SVG " width='320 height='32>",
		SVG " width=\"320' height='32'>",
		SVG " width='3in' height='2in'>",
		SVG " viewBox='0 0 320'>",
		SVG " viewBox='0 0 wide high'>",
		SVG " viewBox='0 0 1 0000000000000000000000000000000000000001'>",
		SVG " width>",
		SVG " width=>",
		SVG " width='>",
		"<html>",
	};
	uint32_t width, height;

	(void)state;
	for (size_t i = 0; i < sizeof(right) / sizeof(*right); i++) {
		assert_true(drawn(right[i].svg, &width, &height));
		assert_int_equal(width, right[i].width);
		assert_int_equal(height, right[i].height);
	}
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_false(drawn(wrong[i], &width, &height));
}

static void only_the_begin_of_a_long_drawing_is_looked_at(void **state)
{
	enum { N = 128 * 1024, HEAD = 64 * 1024 };
	static const char tag[] = SVG " width='320' height='32'>";
	char *svg = malloc(N);
	uint32_t width, height;

	(void)state;
	assert_non_null(svg);
	memset(svg, ' ', N);
	memcpy(svg + HEAD - strlen(tag), tag, strlen(tag));
	assert_true(measured(svg, N, &width, &height));
	memset(svg, ' ', N);
	memcpy(svg + HEAD + 1 - strlen(tag), tag, strlen(tag));
	assert_false(measured(svg, N, &width, &height));
	free(svg);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_says_it_at_its_place_and_none_where_that_is_cut_off),
		cmocka_unit_test(one_byte_that_changes_never_reads_behind_the_end),
		cmocka_unit_test(what_has_no_side_or_a_huge_one_is_not_known),
		cmocka_unit_test(a_drawing_says_it_in_words),
		cmocka_unit_test(only_the_begin_of_a_long_drawing_is_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
