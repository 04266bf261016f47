/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include <hb.h>

#include "pdf/file/pdf_cff.h"
#include "pdf/file/pdf_font.h"

/* One page's text on its way into a document. */
struct bench {
	struct shape *shape;
	HPDF_Doc pdf;
	struct pdf_fonts *fonts;
	struct out content, readable;
	struct shape_layout layout;
};

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
	(void)error, (void)detail, (void)data;
}

static void set_up(struct bench *bench, const char *family)
{
	memset(bench, 0, sizeof(*bench));
	bench->shape = shape_new(
		&(struct shape_options){.family = family, .language = "en", .embed = true});
	assert_non_null(bench->shape);
	bench->pdf = HPDF_New(on_error, NULL);
	bench->fonts = pdf_fonts_new(bench->pdf, bench->shape);
	assert_non_null(bench->fonts);
	out_to_memory(&bench->content, 0);
	out_to_memory(&bench->readable, 0);
}

static void tear_down(struct bench *bench)
{
	shape_layout_release(&bench->layout);
	out_release(&bench->content);
	out_release(&bench->readable);
	pdf_fonts_free(bench->fonts);
	HPDF_Free(bench->pdf);
	shape_free(bench->shape);
}

/* The operators with their strings, which are bytes of all kinds, as hexadecimal digits. */
static const char *readable(struct bench *bench)
{
	static const char digits[] = "0123456789abcdef";
	const struct out *raw = &bench->content;
	bool is_string = false;

	out_clear(&bench->readable);
	for (size_t i = 0; i < raw->n; i++) {
		unsigned char byte = (unsigned char)raw->at[i];

		if (is_string ? byte == ')' : byte == '(') {
			is_string = !is_string;
			out_char(&bench->readable, is_string ? '<' : '>');
			continue;
		}
		if (!is_string) {
			out_char(&bench->readable, (char)byte);
			continue;
		}
		if (byte == '\\')
			byte = raw->at[++i] == 'r' ? '\r' : (unsigned char)raw->at[i];
		out_char(&bench->readable, digits[byte >> 4]);
		out_char(&bench->readable, digits[byte & 15]);
	}
	return out_at(&bench->readable);
}

static const char *show_in(struct bench *bench, const char *text, uint8_t style)
{
	struct shape_span span = {.text = text, .n = (uint32_t)strlen(text), .style = style};

	shape_label(bench->shape, style, text, &bench->layout);
	for (uint32_t i = 0; i < bench->layout.n_pieces; i++)
		pdf_fonts_show(bench->fonts, &bench->content,
			       &(struct pdf_text){.layout = &bench->layout,
						  .piece = &bench->layout.pieces[i],
						  .spans = &span,
						  .x = 10,
						  .y = 20.5,
						  .size = 9});
	return readable(bench);
}

static const char *show(struct bench *bench, const char *text)
{
	return show_in(bench, text, SHAPE_REGULAR);
}

/* The whole document as libharu writes it. */
static char *written(struct bench *bench, size_t *n)
{
	HPDF_UINT32 size;
	char *bytes;

	HPDF_AddPage(bench->pdf);
	HPDF_SaveToStream(bench->pdf);
	size = HPDF_GetStreamSize(bench->pdf);
	bytes = malloc(size + 1);
	assert_non_null(bytes);
	HPDF_ReadFromStream(bench->pdf, (HPDF_BYTE *)bytes, &size);
	for (HPDF_UINT32 i = 0; i < size; i++) /* so that it can be searched as a string */
		bytes[i] = bytes[i] ? bytes[i] : ' ';
	bytes[size] = '\0';
	*n = size;
	return bytes;
}

static void a_text_becomes_codes_that_count_from_one(void **state)
{
	struct bench bench;

	(void)state;
	set_up(&bench, NULL);
	assert_string_equal(show(&bench, "noon"), "/F0 9 Tf\n10 20.5 Td\n"
						  "[<0001000200020001>]TJ\n");
	tear_down(&bench);
}

static void the_font_is_selected_only_when_it_changes(void **state)
{
	struct bench bench;

	(void)state;
	set_up(&bench, NULL);
	show(&bench, "n");
	out_clear(&bench.content);
	assert_string_equal(show(&bench, "n"), "0 0 Td\n[<0001>]TJ\n");
	pdf_fonts_deselect(bench.fonts);
	out_clear(&bench.content);
	assert_string_equal(show(&bench, "n"), "/F0 9 Tf\n0 0 Td\n[<0001>]TJ\n");
	pdf_fonts_begin_page(bench.fonts);
	out_clear(&bench.content);
	assert_string_equal(show(&bench, "n"), "/F0 9 Tf\n10 20.5 Td\n[<0001>]TJ\n");
	tear_down(&bench);
}

static void kerning_becomes_a_number_in_the_array(void **state)
{
	struct bench bench;

	(void)state;
	set_up(&bench, NULL);
	assert_non_null(strstr(show(&bench, "AV"), "[<0001>40<0002>]TJ"));
	tear_down(&bench);
}

static void bytes_that_mean_something_in_a_string_are_escaped(void **state)
{
	struct bench bench;
	const char *letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      "0123456789!#$%&*+,-./:;<=>?@[]^_`{|}~";
	const char *shown;

	(void)state;
	set_up(&bench, NULL);
	show(&bench, letters);
	out_clear(&bench.content);
	/* letter 13 is a carriage return, 40 and 41 are parentheses, 92 would be the backslash */
	shown = show(&bench, "mNO");
	assert_non_null(strstr(shown, "[<000d00280029>]TJ"));
	assert_int_equal(
		memcmp(bench.content.at + bench.content.n - 16, "[(\0\\r\0\\(\0\\))]TJ\n", 16), 0);
	tear_down(&bench);
}

static void one_glyph_has_a_code_for_each_text_it_stands_for(void **state)
{
	struct bench bench;

	(void)state;
	set_up(&bench, NULL);
	/* a space, a no-break space and a line end look alike; the line end reads as a space */
	assert_non_null(strstr(show(&bench, "a\302\240b c\nd"), "[<000100020003000400050004"));
	tear_down(&bench);
}

static void a_turned_text_turns_around_its_place(void **state)
{
	struct bench bench;
	struct shape_span span = {.text = "n", .n = 1};

	(void)state;
	set_up(&bench, NULL);
	shape_label(bench.shape, SHAPE_REGULAR, "n", &bench.layout);
	pdf_fonts_show_turned(
		bench.fonts, &bench.content,
		&(struct pdf_text){&bench.layout, bench.layout.pieces, &span, 10, 20, 9}, 90);
	assert_non_null(strstr(out_at(&bench.content), "0 1 -1 0 10 20 Tm"));
	tear_down(&bench);
}

static void every_font_is_embedded_as_a_subset_with_unicode(void **state)
{
	struct bench bench;
	const char *problem = "";
	size_t n;
	char *pdf;

	(void)state;
	set_up(&bench, NULL);
	show(&bench, "m\303\246sh");
	show(&bench, "\344\270\255"); /* from a CFF collection */
	show(&bench, "\330\263\331\204\330\247\331\205");
	assert_int_equal(pdf_fonts_finish(bench.fonts, &problem), 0);
	pdf = written(&bench, &n);

	assert_non_null(strstr(pdf, "+NotoSans-Regular"));
	assert_non_null(strstr(pdf, "+NotoSansCJKsc-Regular-Identity-H"));
	assert_non_null(strstr(pdf, "+NotoSansArabic-Regular"));
	assert_non_null(strstr(pdf, "/FontFile2"));
	assert_non_null(strstr(pdf, "/CIDFontType0C"));
	assert_non_null(strstr(pdf, "/CIDToGIDMap"));
	assert_non_null(strstr(pdf, "/ToUnicode"));
	assert_true(n < 20000);
	free(pdf);
	tear_down(&bench);
}

static void a_name_keyed_cff_font_keeps_its_glyph_numbers(void **state)
{
	struct bench bench;
	const char *problem = "";
	size_t n;
	char *pdf;

	(void)state;
	set_up(&bench, "/usr/share/fonts/opentype/urw-base35/NimbusSans-Regular.otf");
	show(&bench, "mesh");
	assert_int_equal(pdf_fonts_finish(bench.fonts, &problem), 0);
	pdf = written(&bench, &n);
	assert_non_null(strstr(pdf, "+NimbusSans-Regular-Identity-H"));
	free(pdf);
	tear_down(&bench);
}

static void the_same_text_gives_the_same_bytes(void **state)
{
	char *first = NULL;
	size_t n_first = 0;

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct bench bench;
		const char *problem = "";
		size_t n;
		char *pdf;

		set_up(&bench, NULL);
		show(&bench, "office \342\234\223 \360\237\230\200");
		show_in(&bench, "bold", SHAPE_BOLD);
		assert_int_equal(pdf_fonts_finish(bench.fonts, &problem), 0);
		pdf = written(&bench, &n);
		if (first) {
			assert_int_equal(n, n_first);
			assert_memory_equal(pdf, first, n);
			free(pdf);
		} else {
			first = pdf;
			n_first = n;
		}
		tear_down(&bench);
	}
	free(first);
}

/* A CFF of three glyphs: header, names, a Top DICT with ROS and a charset of format `format`. */
static size_t make_cff(unsigned char *at, unsigned format)
{
	const unsigned char head[] = {1,        0,   4,   1, /* header */
				      0,        1,   1,   1,  2,  'F', /* names: one of one byte */
				      0,        1,   1,   1,  9, /* Top DICTs: one of eight bytes */
				      139,      139, 139, 12, 30, /* 0 0 0 ROS */
				      139 + 23, 15,  139 /* charset at 23 */};
	const unsigned char sets[3][7] = {{0, 0, 7, 0, 9}, {1, 0, 7, 1}, {2, 0, 7, 0, 1}};
	const size_t sizes[] = {5, 4, 5};

	memcpy(at, head, sizeof(head));
	memcpy(at + sizeof(head), sets[format], sizes[format]);
	return sizeof(head) + sizes[format];
}

static void a_charset_tells_the_cid_of_each_glyph(void **state)
{
	unsigned char cff[64];
	uint16_t cids[3];
	bool is_cid = false;

	(void)state;
	assert_int_equal(pdf_cff_cids(cff, make_cff(cff, 0), cids, 3, &is_cid), 0);
	assert_true(is_cid);
	assert_int_equal(cids[1], 7);
	assert_int_equal(cids[2], 9);
	for (unsigned format = 1; format < 3; format++) {
		assert_int_equal(pdf_cff_cids(cff, make_cff(cff, format), cids, 3, &is_cid), 0);
		assert_int_equal(cids[1], 7);
		assert_int_equal(cids[2], 8);
	}
}

static void a_charset_cut_short_is_damage(void **state)
{
	unsigned char cff[64];
	uint16_t cids[3];
	bool is_cid;

	(void)state;
	for (unsigned format = 0; format < 3; format++) {
		size_t n = make_cff(cff, format);

		for (size_t cut = 0; cut < n; cut++) {
			unsigned char *exact = malloc(cut ? cut : 1);

			memcpy(exact, cff, cut);
			assert_int_equal(pdf_cff_cids(exact, cut, cids, 3, &is_cid), -1);
			free(exact);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_becomes_codes_that_count_from_one),
		cmocka_unit_test(the_font_is_selected_only_when_it_changes),
		cmocka_unit_test(kerning_becomes_a_number_in_the_array),
		cmocka_unit_test(bytes_that_mean_something_in_a_string_are_escaped),
		cmocka_unit_test(one_glyph_has_a_code_for_each_text_it_stands_for),
		cmocka_unit_test(a_turned_text_turns_around_its_place),
		cmocka_unit_test(every_font_is_embedded_as_a_subset_with_unicode),
		cmocka_unit_test(a_name_keyed_cff_font_keeps_its_glyph_numbers),
		cmocka_unit_test(the_same_text_gives_the_same_bytes),
		cmocka_unit_test(a_charset_tells_the_cid_of_each_glyph),
		cmocka_unit_test(a_charset_cut_short_is_damage),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
