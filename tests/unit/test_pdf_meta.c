/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "common/scene/accent.h"
#include "pdf/file/pdf_meta.h"
#include "pdf/file/pdf_places.h"
#include "pdf/file/pdf_text.h"
#include "pdf/draw/pdf_theme.h"

static const char *date(struct out *out, int64_t clock, bool is_xmp)
{
	out_clear(out);
	pdf_meta_date(out, clock, is_xmp);
	return out_at(out);
}

static void dates_are_utc_in_both_notations(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	assert_string_equal(date(&out, 0, false), "D:19700101000000Z");
	assert_string_equal(date(&out, 1573000000, false), "D:20191106002640Z");
	assert_string_equal(date(&out, 1709164800, true), "2024-02-29T00:00:00Z");
	assert_string_equal(date(&out, -1, true), "1969-12-31T23:59:59Z");
	out_release(&out);
}

static void titles_are_escaped_in_xmp(void **state)
{
	struct pdf_about about = {.title = "a < b & \"c\"",
				  .author = "",
				  .subject = "",
				  .producer = "p",
				  .language = "en",
				  .clock = MR_NO_CLOCK};
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	pdf_meta_xmp(&out, &about);
	assert_non_null(strstr(out_at(&out), "a &lt; b &amp; &quot;c&quot;</rdf:li>"));
	assert_null(strstr(out_at(&out), "CreateDate"));
	assert_null(strstr(out_at(&out), "dc:creator"));
	out_release(&out);
}

static uint32_t u32_at(const struct out *out, size_t at)
{
	const unsigned char *b = (const unsigned char *)out->at + at;

	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static void the_colour_profile_says_its_own_size_and_where_its_tags_are(void **state)
{
	struct out out;
	uint32_t n;

	(void)state;
	out_to_memory(&out, 0);
	pdf_meta_srgb(&out);
	assert_int_equal(u32_at(&out, 0), out.n);
	assert_memory_equal(out.at + 36, "acsp", 4);
	assert_memory_equal(out.at + 12, "mntrRGB XYZ ", 12);
	n = u32_at(&out, 128);
	assert_int_equal(n, 10);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t at = u32_at(&out, 132 + 12 * i + 4), size = u32_at(&out, 132 + 12 * i + 8);
		const char *name = out.at + 132 + 12 * i;
		const char *type = name[0] == 'd' || memcmp(name, "cprt", 4) == 0 ? "mluc"
				   : memcmp(name, "chad", 4) == 0                 ? "sf32"
				   : memcmp(name + 1, "TRC", 3) == 0              ? "para"
										  : "XYZ ";

		assert_true(at % 4 == 0 && at + size <= out.n);
		assert_memory_equal(out.at + at, type, 4);
	}
	out_release(&out);
}

static void urls_become_ascii_and_keep_what_is_encoded(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	pdf_text_uri(&out, "https://e.org/m\303\246sh?a=%20&b=(c)#\"x y\"");
	assert_string_equal(out_at(&out), "https://e.org/m%C3%A6sh?a=%20&b=(c)#%22x%20y%22");
	out_release(&out);
}

static void text_beyond_the_basic_plane_becomes_surrogates(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	pdf_text_utf16(&out, "a\360\237\230\200");
	assert_int_equal(out.n, 8);
	assert_memory_equal(out.at, "\376\377\0a\330\075\336\000", 8);
	out_release(&out);
}

static void a_label_ends_with_an_ellipsis_between_characters(void **state)
{
	char text[2 * PDF_TEXT_LABEL];
	struct out out;

	(void)state;
	memset(text, 'x', PDF_TEXT_LABEL);
	text[PDF_TEXT_LABEL] = '\0';
	out_to_memory(&out, 0);
	pdf_text_label(&out, text);
	assert_int_equal(out.n, 2 + 2 * PDF_TEXT_LABEL);
	out_release(&out);
	/* two units, of which one has room */
	memcpy(text + PDF_TEXT_LABEL - 1, "\360\237\230\200", 5);
	out_to_memory(&out, 0);
	pdf_text_label(&out, text);
	assert_int_equal(out.n, 2 + 2 * (PDF_TEXT_LABEL - 1) + 2);
	assert_memory_equal(out.at + out.n - 4, "\0x\x20\x26", 4);
	out_release(&out);
}

static void the_first_place_of_a_key_counts(void **state)
{
	struct pdf_places places = {0};
	uint32_t sheet = 9;
	float x = 0, y = 0;

	(void)state;
	assert_false(pdf_places_find(&places, 5, &sheet, &x, &y));
	for (uint64_t key = 1; key <= 5000; key++)
		assert_int_equal(pdf_places_add(&places, key << 20, (uint32_t)key, 1, 2), 0);
	assert_int_equal(pdf_places_add(&places, UINT64_C(77) << 20, 1, 1, 2), 0);

	assert_true(pdf_places_find(&places, UINT64_C(77) << 20, &sheet, &x, &y));
	assert_int_equal(sheet, 77);
	assert_false(pdf_places_find(&places, 3, &sheet, &x, &y));
	pdf_places_release(&places);
}

static void words_stand_out_from_their_ground_in_every_theme(void **state)
{
	(void)state;
	for (int name = PDF_THEME_LIGHT; name <= PDF_THEME_INK; name++) {
		struct pdf_theme theme;

		pdf_theme_make(&(struct pdf_options){.theme = (enum pdf_theme_name)name,
						     .status = PDF_STATUS_TINT},
			       &theme);
		for (int ink = 0; ink < PDF_INK_ON_YES; ink++) {
			assert_true(accent_contrast(theme.inks[ink], 0xffffff) >= 4.5);
			for (int like = 0; theme.has_tints && like < 5; like++)
				assert_true(ink > PDF_INK_LINK ||
					    accent_contrast(theme.inks[ink], theme.tints[like]) >=
						    4.5);
			if (theme.has_bands)
				assert_true(accent_contrast(theme.inks[ink], theme.head_band) >=
					    4.5);
		}
		for (int like = 0; theme.has_tints && like < 5; like++) {
			assert_true(accent_contrast(theme.inks[PDF_INK_ON_YES + like],
						    theme.badges[like]) >= 4.5);
			assert_true(accent_contrast(theme.inks[PDF_INK_YES + like],
						    theme.tints[like]) >= 4.5);
		}
		assert_int_equal(theme.has_tints, name != PDF_THEME_INK);
	}
}

static void grey_and_ink_have_no_colour(void **state)
{
	(void)state;
	for (int name = PDF_THEME_GREY; name <= PDF_THEME_INK; name++) {
		struct pdf_theme theme;

		pdf_theme_make(&(struct pdf_options){.theme = (enum pdf_theme_name)name,
						     .status = PDF_STATUS_TINT},
			       &theme);
		for (int ink = 0; ink < PDF_N_INKS; ink++) {
			uint32_t c = theme.inks[ink];

			assert_true((c & 255) == (c >> 8 & 255) && (c & 255) == c >> 16);
		}
	}
}

static void xmp_holds_no_control_that_xml_forbids(void **state)
{
	struct out out;
	(void)state;

	out_to_memory(&out, 0);
	pdf_text_xml(&out, "a\x01\t\n\x1f<&>\"\x7fé");
	assert_string_equal(out_at(&out), "a\t\n&lt;&amp;&gt;&quot;\x7fé");
	out_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_utc_in_both_notations),
		cmocka_unit_test(titles_are_escaped_in_xmp),
		cmocka_unit_test(the_colour_profile_says_its_own_size_and_where_its_tags_are),
		cmocka_unit_test(urls_become_ascii_and_keep_what_is_encoded),
		cmocka_unit_test(text_beyond_the_basic_plane_becomes_surrogates),
		cmocka_unit_test(a_label_ends_with_an_ellipsis_between_characters),
		cmocka_unit_test(the_first_place_of_a_key_counts),
		cmocka_unit_test(words_stand_out_from_their_ground_in_every_theme),
		cmocka_unit_test(grey_and_ink_have_no_colour),
		cmocka_unit_test(xmp_holds_no_control_that_xml_forbids),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
