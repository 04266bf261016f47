/* SPDX-License-Identifier: MIT */
#include "latex/letters/latex_escape.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

static const struct latex_ink plain = {0};

static void expect_ink(const char *text, const struct latex_ink *ink, const char *wanted)
{
	struct out out;

	out_to_memory(&out, 0);
	latex_escape(&out, text, strlen(text), ink, NULL);
	assert_string_equal(out_at(&out), wanted);
	out_release(&out);
}

static void expect(const char *text, const char *wanted)
{
	expect_ink(text, &plain, wanted);
}

static void every_sign_of_tex_becomes_a_command(void **state)
{
	(void)state;
	expect("\\{}$&#%_^~", "\\textbackslash{}\\{\\}\\$\\&\\#\\%\\_\\textasciicircum{}"
			      "\\textasciitilde{}");
	expect("\\input{x}", "\\textbackslash{}input\\{x\\}");
	expect("<|>\"`", "\\textless{}\\textbar{}\\textgreater{}\\mrQuote{}\\textasciigrave{}");
	expect("^^5c", "\\textasciicircum{}\\textasciicircum{}5c");
}

static void ligatures_that_change_the_words_are_cut(void **state)
{
	(void)state;
	expect("--", "-\\kern0pt{}-");
	expect("a,,b", "a,\\kern0pt{},b");
	expect("''", "\\textquotesingle{}\\textquotesingle{}");
	expect("?`", "?\\textasciigrave{}");
}

static void an_apostrophe_between_letters_stays_one(void **state)
{
	static const struct latex_ink literal = {.is_literal = true};

	(void)state;
	expect("it's 'so'", "it's \\textquotesingle{}so\\textquotesingle{}");
	expect_ink("it's", &literal, "it\\textquotesingle{}s");
	expect("l'été, été'x", "l'été, été'x");
	expect("l'", "l\\textquotesingle{}");
}

static void letters_that_latex_declares_are_written_as_they_are(void **state)
{
	(void)state;
	expect("mæsh – Łódź €", "mæsh – Łódź €");
	expect("≤ ✓", "\\ensuremath{\\leq} {\\usefont{U}{msa}{m}{n}\\char88}");
	expect("e\xcc\x81"
	       "x",
	       "\\'{e}x");
	/* no letter, so that the accent stands alone */
	expect("{\xcc\x81", "\\{\\mrMissing{0301}\\mrB{}");
}

struct told {
	uint32_t n, first;
};

static void tell(void *data, uint32_t code_point)
{
	struct told *told = data;

	if (told->n++ == 0)
		told->first = code_point;
}

static void what_no_font_has_is_told_and_printed_by_its_number(void **state)
{
	struct told told = {0};
	struct latex_missing missing = {tell, &told};
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	latex_escape(&out, "中x🚀", strlen("中x🚀"), &plain, &missing);

	assert_string_equal(out_at(&out), "\\mrMissing{4E2D}\\mrB{}x\\mrMissing{1F680}\\mrB{}");
	assert_int_equal(told.n, 2);
	assert_int_equal(told.first, 0x4E2D);
	out_release(&out);
}

static void with_a_font_runs_of_a_script_stay_together(void **state)
{
	static const struct latex_ink ink = {.has_font = true};

	(void)state;
	expect_ink("a 服务。b", &ink, "a \\mrHan{服\\mrB{}务。}b");
	expect_ink("شبكة الخدمات x", &ink, "\\mrArabic{شبكة الخدمات} x");
	expect_ink("сеть", &ink, "\\mrForeign{сеть}");
}

static void captions_hold_no_command_of_ours(void **state)
{
	static const struct latex_ink ink = {.is_moving = true};

	(void)state;
	expect_ink("\"a\" ◐ 中", &ink, "\\char34{}a\\char34{} [U+25D0] [U+4E2D]");
	expect_ink("≤", &ink, "\\ensuremath{\\leq}");
}

static void neither_do_captions_with_fonts_and_from_the_right(void **state)
{
	static const struct latex_ink with_font = {.is_moving = true, .has_font = true};
	static const struct latex_ink from_right = {
		.is_moving = true, .has_font = true, .is_from_right = true};
	static const struct latex_ink no_font = {.is_from_right = true};

	(void)state;
	expect_ink("中", &with_font, "[U+4E2D]");
	expect_ink("(a)", &from_right, "(a)");
	expect_ink("(a)", &no_font, "(a)");
}

static void only_words_wider_than_their_column_may_be_broken(void **state)
{
	static const struct latex_ink ink = {.max_word = 2000};

	(void)state;
	expect_ink("abc abcdef", &ink, "abc a\\mrB{}b\\mrB{}c\\mrB{}d\\mrB{}e\\mrB{}f");
}

static void bytes_that_are_no_utf8_print_a_replacement(void **state)
{
	(void)state;
	expect("a\xff\xc3", "a\\mrReplacement{}\\mrReplacement{}");
	expect("a\x01\x7f"
	       "b",
	       "ab");
}

static void long_texts_are_cut_into_lines(void **state)
{
	char text[20001];
	struct out out;
	size_t longest = 0, column = 0;

	(void)state;
	for (size_t i = 0; i < sizeof text - 1; i++)
		text[i] = i % 7 ? 'a' : ' ';
	text[sizeof text - 1] = '\0';
	out_to_memory(&out, 0);
	latex_escape(&out, text, strlen(text), &plain, NULL);
	for (size_t i = 0; i < out.n; i++) {
		column = out.at[i] == '\n' ? 0 : column + 1;
		longest = column > longest ? column : longest;
	}

	assert_int_equal(out.n, strlen(text));
	assert_true(longest < 4000);
	out_release(&out);
}

static void a_long_row_of_signs_from_the_right_is_cut_into_lines_too(void **state)
{
	static const struct latex_ink ink = {.is_from_right = true, .has_font = true};
	char text[2001];
	struct out out;
	size_t longest = 0, column = 0;

	(void)state;
	memset(text, '!', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	out_to_memory(&out, 0);
	latex_escape(&out, text, strlen(text), &ink, NULL);
	for (size_t i = 0; i < out.n; i++) {
		column = out.at[i] == '\n' ? 0 : column + 1;
		longest = column > longest ? column : longest;
		/* a line's end of TeX, not a blank */
		assert_true(out.at[i] != '\n' || out.at[i - 1] == '%');
	}

	assert_true(longest < 4000);
	out_release(&out);
	expect_ink("!\x7f!", &ink, "!!");
}

static void urls_keep_their_meaning_inside_an_argument(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	latex_escape_url(&out, "https://x.org/a%20b?c=1&d#e~{}\\ä");

	assert_string_equal(out_at(&out),
			    "https://x.org/a\\%20b?c=1\\&d\\#e\\string~\\%7B\\%7D\\%5C"
			    "\\%C3\\%A4");
	out_release(&out);
}

static void labels_and_comments_hold_nothing_that_tex_reads(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	latex_escape_label(&out, "tab:a b}\\%.x_1");
	out_char(&out, ' ');
	latex_escape_comment(&out, "a\nb\xc3\xa4");

	assert_string_equal(out_at(&out), "tab:a-b---.x_1 a?b??");
	out_release(&out);
}

/* Words that print as they are are copied together; what stands beside them must not matter. */
static void each_word_is_written_alike_wherever_it_stands(void **state)
{
	static const struct latex_ink narrow = {.max_word = 3000};
	char text[] = "plain ? word", wanted[200];

	(void)state;
	for (char c = '!'; c < 0x7F; c++) {
		struct out alone;

		out_to_memory(&alone, 0);
		latex_escape(&alone, &c, 1, &plain, NULL);
		text[6] = c;
		snprintf(wanted, sizeof wanted, "plain %s word", out_at(&alone));
		expect(text, wanted);
		out_release(&alone);
	}
	expect(" two  blanks ", " two  blanks ");
	expect("a-b -- c,d ,, e", "a-b -\\kern0pt{}- c,d ,\\kern0pt{}, e");
	expect("some e\xcc\x81 words", "some \\'{e} words");
	expect_ink("mmm mmmm mmm", &narrow, "mmm m\\mrB{}m\\mrB{}m\\mrB{}m mmm");
}

static void in_a_text_from_the_right_latin_and_numbers_run_from_the_left(void **state)
{
	static const struct latex_ink right = {.has_font = true, .is_from_right = true};
	static const struct latex_ink left = {.has_font = true};

	(void)state;
	expect_ink("א b c ד", &right, "\\mrHebrew{א} \\mrLatin{b c} \\mrHebrew{ד}");
	expect_ink("Linkerd 2.6 (beta), א", &right, "\\mrLatin{Linkerd 2.6 (beta)}, \\mrHebrew{א}");
	expect_ink("א 12 (b)", &right, "\\mrHebrew{א} \\mrLatin{12} )\\mrLatin{b}(");
	expect_ink("(א).", &right, ")\\mrHebrew{א}(\\kern0pt{}.");
	expect_ink("א 2024-03-01", &right, "\\mrHebrew{א} \\mrLatin{2024-03-01}");
	expect_ink("א 12 ב", &left, "\\mrHebrew{א \\mrLatin{12} ב}");
	expect_ink("ا ۱۲", &right, "\\mrArabic{ا} \\mrLatin{\\mrForeign{۱۲}}");
	expect_ink("50 % {x} ✓", &right,
		   "\\mrLatin{50} \\% \\}\\mrLatin{x}\\{ {\\usefont{U}{msa}{m}{n}\\char88}");
}

static void a_bracket_between_words_from_the_left_and_others_is_the_others(void **state)
{
	static const struct latex_ink right = {.has_font = true, .is_from_right = true};

	(void)state;
	expect_ink("השוואה של (Service Mesh) 2.0", &right,
		   "\\mrHebrew{השוואה של} )\\mrLatin{Service Mesh}( \\mrLatin{2.0}");
	expect_ink("ميزة (TLS) v2", &right, "\\mrArabic{ميزة} )\\mrLatin{TLS}( \\mrLatin{v2}");
	expect_ink("نعم [x] 3", &right, "\\mrArabic{نعم} ]\\mrLatin{x}[ \\mrLatin{3}");
	expect_ink("قوي (b) c", &right, "\\mrArabic{قوي} )\\mrLatin{b}( \\mrLatin{c}");
	expect_ink("(mTLS) كامل", &right, ")\\mrLatin{mTLS}( \\mrArabic{كامل}");
	expect_ink("א ((a) [b] c) d", &right,
		   "\\mrHebrew{א} )\\kern0pt{})\\mrLatin{a}( ]\\mrLatin{b}[ \\mrLatin{c}( "
		   "\\mrLatin{d}");
	expect_ink("a) b 1) c", &right, "\\mrLatin{a) b 1) c}");
	expect_ink("א a) b", &right, "\\mrHebrew{א} \\mrLatin{a) b}");
}

static void arabic_numbers_keep_their_digits_together(void **state)
{
	static const struct latex_ink right = {.has_font = true, .is_from_right = true};
	static const struct latex_ink left = {.has_font = true};

	(void)state;
	expect_ink("١٢٫٥", &right, "\\mrLatin{\\mrForeign{١٢٫٥}}");
	expect_ink("۱٬۲۳۴٫۵", &right, "\\mrLatin{\\mrForeign{۱٬۲۳۴٫۵}}");
	expect_ink("١٢٫٥", &left, "\\mrForeign{١٢٫٥}");
	expect_ink("ا ٢٠٢٤ abc ١٢", &right,
		   "\\mrArabic{ا} \\mrLatin{\\mrForeign{٢٠٢٤}} \\mrLatin{abc} "
		   "\\mrLatin{\\mrForeign{١٢}}");
	expect_ink("٢٠٢٤/١٢ ٫ 1", &right,
		   "\\mrLatin{\\mrForeign{٢٠٢٤}/\\mrForeign{١٢}} \\mrForeign{٫} \\mrLatin{1}");
}

static void per_cent_and_currency_stand_where_the_letters_before_want_them(void **state)
{
	static const struct latex_ink right = {.has_font = true, .is_from_right = true};
	static const struct latex_ink left = {.has_font = true};

	(void)state;
	expect_ink("א 50%", &right, "\\mrHebrew{א} \\mrLatin{50\\%}");
	expect_ink("א $20, #1 ₪3", &right,
		   "\\mrHebrew{א} \\mrLatin{\\$20}, \\mrLatin{\\#1} "
		   "\\mrLatin{\\mrForeign{₪}3}");
	expect_ink("הערה (a) 1.5%", &right, "\\mrHebrew{הערה} )\\mrLatin{a}( \\mrLatin{1.5\\%}");
	expect_ink("א v2 50%", &right, "\\mrHebrew{א} \\mrLatin{v2 50\\%}");
	expect_ink("50%", &right, "\\mrLatin{50\\%}");
	expect_ink("ا 50%", &right, "\\mrArabic{ا} \\mrLatin{50}\\%");
	expect_ink("ا a 50% א", &right, "\\mrArabic{ا} \\mrLatin{a 50\\%} \\mrHebrew{א}");
	expect_ink("א 50% ב", &left, "\\mrHebrew{א \\mrLatin{50\\%} ב}");
	expect_ink("ا 50% ب", &left, "\\mrArabic{ا \\mrLatin{50}\\% ب}");
}

static void blanks_of_any_kind_part_words(void **state)
{
	static const struct latex_ink narrow = {.max_word = 100};

	(void)state;
	expect("a\tb\nc\td", "a b c d");
	/* each of these words is wider, and none begins or ends with a break */
	expect_ink("ab\ncd", &narrow, "a\\mrB{}b c\\mrB{}d");
}

static void a_mark_without_its_letter_is_no_accent(void **state)
{
	static const struct latex_ink font = {.has_font = true};
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	latex_escape(&out, "1\xcc\x81", 3, &font, NULL);
	assert_non_null(strstr(out_at(&out), "\xcc\x81"));
	assert_null(strstr(out_at(&out), "\\'"));
	out_release(&out);
	/* cut off behind its letter */
	expect("e\xcc", "e\\mrReplacement{}");
}

static void a_printed_address_may_be_broken_and_holds_no_command(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	latex_escape_printed_url(&out, "https://e/a_b#\\x{ä");
	assert_string_equal(out_at(&out), "https://\\mrB{}e/\\mrB{}a\\_\\mrB{}b\\#\\mrB{}"
					  "\\textbackslash{}x\\{\\%C3\\mrB{}\\%A4\\mrB{}");
	out_clear(&out);
	latex_escape_printed_url(&out, "abcdefghijklmnopqrstuvwxyzab");
	assert_string_equal(out_at(&out), "abcdefghijklm\\mrB{}nopqrstuvwxyz\\mrB{}ab");
	out_release(&out);
}

static void a_property_of_the_document_holds_what_a_string_of_pdf_can(void **state)
{
	struct out out;

	(void)state;
	out_to_memory(&out, 0);
	latex_escape_property(&out, "a'b`\"c\\{%\x01\x7f\n\xe2\x80\x8bé中\xff");
	assert_string_equal(out_at(&out),
			    "a'b'\\textquotedbl{}c\\textbackslash{}\\{\\%????\xc3\xa9??");
	out_clear(&out);
	latex_escape_comment(&out, "\x7f\x1f ~");
	assert_string_equal(out_at(&out), "?? ~");
	out_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sign_of_tex_becomes_a_command),
		cmocka_unit_test(ligatures_that_change_the_words_are_cut),
		cmocka_unit_test(an_apostrophe_between_letters_stays_one),
		cmocka_unit_test(letters_that_latex_declares_are_written_as_they_are),
		cmocka_unit_test(what_no_font_has_is_told_and_printed_by_its_number),
		cmocka_unit_test(with_a_font_runs_of_a_script_stay_together),
		cmocka_unit_test(captions_hold_no_command_of_ours),
		cmocka_unit_test(neither_do_captions_with_fonts_and_from_the_right),
		cmocka_unit_test(only_words_wider_than_their_column_may_be_broken),
		cmocka_unit_test(bytes_that_are_no_utf8_print_a_replacement),
		cmocka_unit_test(long_texts_are_cut_into_lines),
		cmocka_unit_test(a_long_row_of_signs_from_the_right_is_cut_into_lines_too),
		cmocka_unit_test(each_word_is_written_alike_wherever_it_stands),
		cmocka_unit_test(in_a_text_from_the_right_latin_and_numbers_run_from_the_left),
		cmocka_unit_test(a_bracket_between_words_from_the_left_and_others_is_the_others),
		cmocka_unit_test(arabic_numbers_keep_their_digits_together),
		cmocka_unit_test(per_cent_and_currency_stand_where_the_letters_before_want_them),
		cmocka_unit_test(urls_keep_their_meaning_inside_an_argument),
		cmocka_unit_test(labels_and_comments_hold_nothing_that_tex_reads),
		cmocka_unit_test(blanks_of_any_kind_part_words),
		cmocka_unit_test(a_mark_without_its_letter_is_no_accent),
		cmocka_unit_test(a_printed_address_may_be_broken_and_holds_no_command),
		cmocka_unit_test(a_property_of_the_document_holds_what_a_string_of_pdf_can),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
