/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <png.h>

#include "pdf/file/pdf_image.h"

struct file {
	unsigned char at[20000];
	size_t n;
};

static void keep(png_structp png, png_bytep bytes, size_t n)
{
	struct file *file = png_get_io_ptr(png);

	assert_true(file->n + n <= sizeof(file->at));
	memcpy(file->at + file->n, bytes, n);
	file->n += n;
}

static void flush(png_structp png)
{
	(void)png;
}

struct kind {
	int type, depth, interlace;
	bool has_transparent_entry;
};

/* 4 by 3 pixels; every sample byte is 0x80 but the first, which is 0. */
static void make_png(struct file *file, const struct kind *kind)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	png_color palette[256] = {{0, 0, 0}, {200, 100, 50}};
	png_byte row[64], clear[2] = {0, 255};

	file->n = 0;
	memset(row, 0x80, sizeof(row));
	row[0] = 0;
	png_set_write_fn(png, file, keep, flush);
	png_set_IHDR(png, info, 4, 3, kind->depth, kind->type, kind->interlace,
		     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	if (kind->type == PNG_COLOR_TYPE_PALETTE) {
		png_set_PLTE(png, info, palette, kind->depth == 8 ? 256 : 1 << kind->depth);
		if (kind->has_transparent_entry)
			png_set_tRNS(png, info, clear, 2, NULL);
	}
	png_write_info(png, info);
	for (int pass = png_set_interlace_handling(png); pass > 0; pass--)
		for (int y = 0; y < 3; y++)
			png_write_row(png, row);
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);
}

static int read_file(const void *at, size_t n, struct pdf_pixels *pixels, char problem[200])
{
	return pdf_image_read((struct mr_bytes){at, n}, pixels, problem, 200);
}

static void every_kind_of_png_becomes_samples_of_eight_bits(void **state)
{
	static const struct {
		struct kind kind;
		uint32_t n_channels;
		bool has_alpha;
	} cases[] = {
		{{PNG_COLOR_TYPE_GRAY, 1, 0, false}, 1, false},
		{{PNG_COLOR_TYPE_GRAY, 8, 0, false}, 1, false},
		{{PNG_COLOR_TYPE_GRAY, 16, 0, false}, 1, false},
		{{PNG_COLOR_TYPE_GRAY_ALPHA, 8, 0, false}, 1, true},
		{{PNG_COLOR_TYPE_RGB, 8, 1, false}, 3, false},
		{{PNG_COLOR_TYPE_RGB, 16, 1, false}, 3, false},
		{{PNG_COLOR_TYPE_RGB_ALPHA, 8, 0, false}, 3, true},
		{{PNG_COLOR_TYPE_RGB_ALPHA, 16, 1, false}, 3, true},
		{{PNG_COLOR_TYPE_PALETTE, 1, 0, false}, 3, false},
		{{PNG_COLOR_TYPE_PALETTE, 8, 1, false}, 3, false},
		{{PNG_COLOR_TYPE_PALETTE, 1, 0, true}, 3, true},
	};
	struct file file;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct pdf_pixels pixels;
		char problem[200];

		make_png(&file, &cases[i].kind);
		assert_int_equal(read_file(file.at, file.n, &pixels, problem), 0);
		assert_int_equal(pixels.width, 4);
		assert_int_equal(pixels.height, 3);
		assert_int_equal(pixels.n_channels, cases[i].n_channels);
		assert_int_equal(pixels.n_colour, 12 * cases[i].n_channels);
		assert_int_equal(pixels.alpha != NULL, cases[i].has_alpha);
		assert_int_equal(pixels.colour[0], 0);
		pdf_image_release(&pixels);
	}
}

static void alpha_is_taken_apart_from_colour(void **state)
{
	struct pdf_pixels pixels;
	struct file file;
	char problem[200];

	(void)state;
	make_png(&file, &(struct kind){PNG_COLOR_TYPE_RGB_ALPHA, 8, 0, false});
	assert_int_equal(read_file(file.at, file.n, &pixels, problem), 0);
	assert_int_equal(pixels.colour[0], 0);
	for (size_t i = 1; i < pixels.n_colour; i++)
		assert_int_equal(pixels.colour[i], i % 12 == 0 ? 0 : 0x80);
	for (size_t i = 0; i < 12; i++)
		assert_int_equal(pixels.alpha[i], 0x80);
	pdf_image_release(&pixels);
}

static void a_png_cut_short_anywhere_is_refused_and_does_not_abort(void **state)
{
	struct pdf_pixels pixels;
	struct file file;
	char problem[200];

	(void)state;
	make_png(&file, &(struct kind){PNG_COLOR_TYPE_RGB, 8, 1, false});
	for (size_t n = 0; n < file.n; n++) {
		unsigned char *exact = malloc(n ? n : 1);

		memcpy(exact, file.at, n);
		assert_int_equal(read_file(exact, n, &pixels, problem), -1);
		assert_true(problem[0] != '\0');
		free(exact);
	}
	assert_string_equal(problem, "is a damaged PNG: it ends too early");
}

static void a_picture_that_is_too_large_is_refused_before_memory_is_spent(void **state)
{
	struct pdf_pixels pixels;
	struct file file;
	char problem[200];

	(void)state;
	make_png(&file, &(struct kind){PNG_COLOR_TYPE_RGB, 8, 0, false});
	file.at[16] = 0x40; /* the width: the checksum is wrong now, but sizes are looked at too */
	assert_int_equal(read_file(file.at, file.n, &pixels, problem), -1);
}

static void what_is_no_picture_is_said_to_be_none(void **state)
{
	struct pdf_pixels pixels;
	char problem[200];

	(void)state;
	assert_int_equal(read_file("<svg/>", 6, &pixels, problem), -1);
	assert_string_equal(problem, "is no PNG, JPEG, GIF, WebP or SVG");
	assert_int_equal(read_file("", 0, &pixels, problem), -1);
}

/* 3 by 2 pixels of one red, as Ghostscript writes it. */
static const unsigned char jpeg[] = {
	255, 216, 255, 219, 0,   67,  0,   80,  55,  60,  70,  60,  50,  80,  70,  65,  70,  90,
	85,  80,  95,  120, 200, 130, 120, 110, 110, 120, 245, 175, 185, 145, 200, 255, 255, 255,
	255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
	255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
	219, 0,   67,  1,   85,  90,  90,  120, 105, 120, 235, 130, 130, 235, 255, 255, 255, 255,
	255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
	255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
	255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 192, 0,   17,
	8,   0,   2,   0,   3,   3,   1,   34,  0,   2,   17,  1,   3,   17,  1,   255, 196, 0,
	31,  0,   0,   1,   5,   1,   1,   1,   1,   1,   1,   0,   0,   0,   0,   0,   0,   0,
	0,   1,   2,   3,   4,   5,   6,   7,   8,   9,   10,  11,  255, 196, 0,   181, 16,  0,
	2,   1,   3,   3,   2,   4,   3,   5,   5,   4,   4,   0,   0,   1,   125, 1,   2,   3,
	0,   4,   17,  5,   18,  33,  49,  65,  6,   19,  81,  97,  7,   34,  113, 20,  50,  129,
	145, 161, 8,   35,  66,  177, 193, 21,  82,  209, 240, 36,  51,  98,  114, 130, 9,   10,
	22,  23,  24,  25,  26,  37,  38,  39,  40,  41,  42,  52,  53,  54,  55,  56,  57,  58,
	67,  68,  69,  70,  71,  72,  73,  74,  83,  84,  85,  86,  87,  88,  89,  90,  99,  100,
	101, 102, 103, 104, 105, 106, 115, 116, 117, 118, 119, 120, 121, 122, 131, 132, 133, 134,
	135, 136, 137, 138, 146, 147, 148, 149, 150, 151, 152, 153, 154, 162, 163, 164, 165, 166,
	167, 168, 169, 170, 178, 179, 180, 181, 182, 183, 184, 185, 186, 194, 195, 196, 197, 198,
	199, 200, 201, 202, 210, 211, 212, 213, 214, 215, 216, 217, 218, 225, 226, 227, 228, 229,
	230, 231, 232, 233, 234, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 255, 196, 0,
	31,  1,   0,   3,   1,   1,   1,   1,   1,   1,   1,   1,   1,   0,   0,   0,   0,   0,
	0,   1,   2,   3,   4,   5,   6,   7,   8,   9,   10,  11,  255, 196, 0,   181, 17,  0,
	2,   1,   2,   4,   4,   3,   4,   7,   5,   4,   4,   0,   1,   2,   119, 0,   1,   2,
	3,   17,  4,   5,   33,  49,  6,   18,  65,  81,  7,   97,  113, 19,  34,  50,  129, 8,
	20,  66,  145, 161, 177, 193, 9,   35,  51,  82,  240, 21,  98,  114, 209, 10,  22,  36,
	52,  225, 37,  241, 23,  24,  25,  26,  38,  39,  40,  41,  42,  53,  54,  55,  56,  57,
	58,  67,  68,  69,  70,  71,  72,  73,  74,  83,  84,  85,  86,  87,  88,  89,  90,  99,
	100, 101, 102, 103, 104, 105, 106, 115, 116, 117, 118, 119, 120, 121, 122, 130, 131, 132,
	133, 134, 135, 136, 137, 138, 146, 147, 148, 149, 150, 151, 152, 153, 154, 162, 163, 164,
	165, 166, 167, 168, 169, 170, 178, 179, 180, 181, 182, 183, 184, 185, 186, 194, 195, 196,
	197, 198, 199, 200, 201, 202, 210, 211, 212, 213, 214, 215, 216, 217, 218, 226, 227, 228,
	229, 230, 231, 232, 233, 234, 242, 243, 244, 245, 246, 247, 248, 249, 250, 255, 218, 0,
	12,  3,   1,   0,   2,   17,  3,   17,  0,   63,  0,   138, 138, 40,  168, 58,  15,  255,
	217,
};

static void a_jpeg_is_passed_through_as_it_is(void **state)
{
	struct pdf_pixels pixels;
	char problem[200];

	(void)state;
	assert_int_equal(read_file(jpeg, sizeof(jpeg), &pixels, problem), 0);
	assert_true(pixels.is_jpeg);
	assert_int_equal(pixels.width, 3);
	assert_int_equal(pixels.height, 2);
	assert_int_equal(pixels.n_channels, 3);
	assert_ptr_equal(pixels.colour, jpeg);
	pdf_image_release(&pixels);
	for (size_t n = 0; n < sizeof(jpeg); n++) {
		unsigned char *exact = malloc(n ? n : 1);

		memcpy(exact, jpeg, n);
		assert_int_equal(read_file(exact, n, &pixels, problem), -1);
		free(exact);
	}
}

static void a_jpeg_that_a_document_cannot_hold_is_refused(void **state)
{
	unsigned char changed[sizeof(jpeg)];
	struct pdf_pixels pixels;
	char problem[200];
	size_t frame = 0;

	(void)state;
	for (size_t i = 0; i + 1 < sizeof(jpeg) && !frame; i++)
		if (jpeg[i] == 0xff && jpeg[i + 1] == 0xc0)
			frame = i;
	memcpy(changed, jpeg, sizeof(jpeg));
	changed[frame + 1] =
		0xc9; /* arithmetic coding, which no reader of PDF knows: decoded here */
	assert_int_equal(read_file(changed, sizeof(changed), &pixels, problem), 0);
	assert_false(pixels.is_jpeg);
	assert_int_equal(pixels.n_colour, 3 * 2 * 3);
	pdf_image_release(&pixels);
	changed[frame + 1] = 0xc3; /* without loss, which nobody knows */
	assert_int_equal(read_file(changed, sizeof(changed), &pixels, problem), -1);
	memcpy(changed, jpeg, sizeof(jpeg));
	changed[frame + 4] = 12; /* bits a sample */
	assert_int_equal(read_file(changed, sizeof(changed), &pixels, problem), -1);
	memcpy(changed, jpeg, sizeof(jpeg));
	changed[frame + 5] = 0xff; /* 65,000 lines */
	changed[frame + 6] = 0xff;
	assert_int_equal(read_file(changed, sizeof(changed), &pixels, problem), -1);
	assert_non_null(strstr(problem, "is too large: 3x65535 pixels"));
}

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
	(void)error, (void)detail, (void)data;
	fail();
}

static void an_image_with_alpha_goes_into_the_document_with_a_mask(void **state)
{
	HPDF_Doc pdf = HPDF_New(on_error, NULL);
	struct pdf_pixels pixels;
	struct file file;
	char problem[200];
	HPDF_Dict image;

	(void)state;
	make_png(&file, &(struct kind){PNG_COLOR_TYPE_RGB_ALPHA, 8, 0, false});
	assert_int_equal(read_file(file.at, file.n, &pixels, problem), 0);
	image = pdf_image_add(pdf, &pixels);
	assert_non_null(image);
	assert_non_null(HPDF_Dict_GetItem(image, "SMask", HPDF_OCLASS_DICT));
	pdf_image_release(&pixels);
	assert_int_equal(read_file(jpeg, sizeof(jpeg), &pixels, problem), 0);
	image = pdf_image_add(pdf, &pixels);
	assert_non_null(image);
	assert_int_equal(image->filter, HPDF_STREAM_FILTER_DCT_DECODE);
	pdf_image_release(&pixels);
	HPDF_Free(pdf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_png_becomes_samples_of_eight_bits),
		cmocka_unit_test(alpha_is_taken_apart_from_colour),
		cmocka_unit_test(a_png_cut_short_anywhere_is_refused_and_does_not_abort),
		cmocka_unit_test(a_picture_that_is_too_large_is_refused_before_memory_is_spent),
		cmocka_unit_test(what_is_no_picture_is_said_to_be_none),
		cmocka_unit_test(a_jpeg_is_passed_through_as_it_is),
		cmocka_unit_test(a_jpeg_that_a_document_cannot_hold_is_refused),
		cmocka_unit_test(an_image_with_alpha_goes_into_the_document_with_a_mask),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
