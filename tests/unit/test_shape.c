/* SPDX-License-Identifier: MIT */
#include "shape_help.h"

#include <stdlib.h>

static void a_word_is_as_wide_as_its_font_says(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	uint32_t face = shape_style_face(shape, SHAPE_REGULAR);

	(void)state;
	/* Noto Sans: 1000 units an em, every digit 572 of them */
	assert_string_equal(shape_face(shape, face)->path,
			    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf");
	assert_float_equal(shape_width(shape, SHAPE_REGULAR, "0"), 572, 0.01);
	assert_float_equal(shape_width(shape, SHAPE_REGULAR, "2019"), 4 * 572, 0.01);
	assert_true(shape_width(shape, SHAPE_BOLD, "mesh") >
		    shape_width(shape, SHAPE_REGULAR, "mesh"));
	assert_true(shape_width(shape, SHAPE_MONO, "iii") == shape_width(shape, SHAPE_MONO, "WWW"));
	assert_true(shape_width(shape, SHAPE_REGULAR, "") == 0);
	shape_free(shape);
}

static void kerning_counts_and_is_the_same_in_the_fast_way(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	float apart =
		shape_width(shape, SHAPE_REGULAR, "A") + shape_width(shape, SHAPE_REGULAR, "V");
	float kerned = shape_width(shape, SHAPE_REGULAR, "AV");
	/* a soft hyphen takes no room and forces the word through HarfBuzz */
	float slow = shape_width(shape, SHAPE_REGULAR, "\342\200\213AVATAR Toy");

	(void)state;
	assert_true(kerned < apart - 10);
	assert_float_equal(slow, shape_width(shape, SHAPE_REGULAR, "AVATAR Toy"), 0.01);
	shape_free(shape);
}

static void a_ligature_is_one_glyph_that_stands_for_its_letters(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	(void)state;
	shape_label(shape, SHAPE_REGULAR, "office", &layout);

	assert_int_equal(layout.n_lines, 1);
	assert_int_equal(layout.n_glyphs, 4); /* o ffi c e */
	assert_int_equal(layout.glyphs[1].n_text, 3);
	assert_int_equal(layout.glyphs[2].text_at, 4);
	shape_layout_release(&layout);
	shape_free(shape);
}

static void arabic_letters_join_and_take_the_arabic_font(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "ar");
	struct shape_layout layout = SHAPE_LAYOUT_INIT;
	/* beh beh beh: initial, medial and final forms are three different glyphs */
	const char *text = "\330\250\330\250\330\250";

	(void)state;
	shape_label(shape, SHAPE_REGULAR, text, &layout);

	assert_true(layout.n_glyphs >= 3);
	assert_true(layout.pieces[0].is_rtl);
	assert_int_not_equal(layout.glyphs[0].gid, layout.glyphs[layout.n_glyphs - 1].gid);
	assert_non_null(strstr(shape_face(shape, layout.pieces[0].face)->path, "NotoSansArabic"));
	shape_layout_release(&layout);
	shape_free(shape);
}

static void a_paragraph_from_right_to_left_keeps_its_trailing_space_outside(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "he");
	const char *text = "\327\251\327\234\327\225\327\235 \327\251\327\234\327\225\327\235";
	struct shape_span span = {.text = text, .n = (uint32_t)strlen(text)};
	struct shape_par *par = shape_par_new(shape, &span, 1, SHAPE_AUTO);
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	(void)state;
	shape_break(par, 3000, &layout);

	assert_true(shape_par_is_rtl(par));
	assert_int_equal(layout.n_lines, 2);
	assert_true(layout.pieces[layout.lines[0].first].x < 0);
	assert_float_equal(layout.lines[0].width, layout.lines[1].width, 0.01);
	shape_layout_release(&layout);
	shape_par_free(par);
	shape_free(shape);
}

static void every_script_finds_a_font(void **state)
{
	static const char *const texts[] = {
		"m\303\246sh \305\201\303\263d\305\272",
		"\316\225\316\273\316\273\316\254\316\264\316\261",
		"\320\237\321\200\320\270\320\262\320\265\321\202",
		"\330\263\331\204\330\247\331\205",
		"\340\244\271\340\244\277\340\244\250\340\245\215\340\244\246\340\245\200",
		"\340\271\204\340\270\227\340\270\242\340\270\231\340\271\211\340\270\263",
		"\346\227\245\346\234\254\350\252\236 \343\201\213\343\201\252",
		"\355\225\234\352\265\255\354\226\264",
		"\342\234\223 \342\234\227 \342\232\240 \342\227\220 \342\227\213",
		"\360\235\220\200 \360\237\230\200 \360\237\232\200"};
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		assert_true(shape_width(shape, SHAPE_REGULAR, texts[i]) > 0);
		assert_true(shape_width(shape, SHAPE_BOLD_ITALIC, texts[i]) > 0);
		assert_int_equal(notes.n_missing, 0);
	}
	assert_int_equal(notes.n_problems, 0);
	shape_free(shape);
}

static void the_language_chooses_among_the_forms_of_han(void **state)
{
	static const struct {
		const char *language, *text;
		uint32_t index;
	} cases[] = {{"ja", "\351\252\250", 0},
		     {"ko", "\351\252\250", 1},
		     {"zh", "\351\252\250", 2},
		     {"zh-Hant", "\351\252\250", 3},
		     {"zh-HK", "\351\252\250", 4},
		     {"en", "\351\252\250", 2},
		     {"en", "\351\252\250\343\201\256", 0},
		     {"en", "\351\252\250 \355\225\234", 1}};
	struct notes notes;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct shape *shape = make(&notes, NULL, cases[i].language);
		struct shape_layout layout = SHAPE_LAYOUT_INIT;

		shape_label(shape, SHAPE_REGULAR, cases[i].text, &layout);
		assert_int_equal(shape_face(shape, layout.pieces[0].face)->index, cases[i].index);
		shape_layout_release(&layout);
		shape_free(shape);
	}
}

static void a_missing_character_is_replaced_and_told_once_with_its_place(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	(void)state;
	shape_at(shape, &(struct mr_where){.kind = MR_AT_CELL, .index = 7, .second = 2});
	shape_label(shape, SHAPE_REGULAR, "a\363\260\200\200b", &layout); /* U+F0000, private use */
	shape_at(shape, NULL);
	shape_width(shape, SHAPE_BOLD, "\363\260\200\200");

	assert_int_equal(notes.n_missing, 1);
	assert_int_equal(notes.missing[0], 0xf0000);
	assert_int_equal(notes.rows[0], 7);
	assert_int_equal(layout.n_glyphs, 3);
	assert_true(layout.glyphs[1].flags & SHAPE_GLYPH_MISSING);
	assert_int_equal(layout.glyphs[1].n_text, 4);
	assert_int_not_equal(layout.glyphs[1].gid, 0);
	shape_layout_release(&layout);
	shape_free(shape);
}

static void emoji_selectors_and_joiners_take_no_room_and_are_not_missing(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	(void)state;
	shape_label(shape, SHAPE_REGULAR, "\342\232\240\357\270\217", &layout); /* warning, VS16 */
	assert_int_equal(layout.n_glyphs, 1);
	assert_int_equal(layout.glyphs[0].n_text, 6);
	/* woman, joiner, laptop */
	shape_label(shape, SHAPE_REGULAR, "\360\237\221\251\342\200\215\360\237\222\273", &layout);
	assert_true(layout.n_glyphs <= 2);
	assert_int_equal(notes.n_missing, 0);
	shape_layout_release(&layout);
	shape_free(shape);
}

static void a_mark_stays_with_its_base_in_one_font(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	(void)state;
	shape_label(shape, SHAPE_REGULAR, "x\314\201y",
		    &layout); /* x with an acute: no such letter */
	assert_int_equal(layout.n_pieces, 1);
	assert_int_equal(layout.n_glyphs, 3);
	assert_true(layout.glyphs[1].advance == 0);
	assert_true(layout.glyphs[1].flags & SHAPE_GLYPH_JOINED);
	shape_label(shape, SHAPE_REGULAR, "e\314\201", &layout); /* e with one: composed */
	assert_int_equal(layout.n_glyphs, 1);
	assert_int_equal(layout.glyphs[0].n_text, 3);
	shape_layout_release(&layout);
	shape_free(shape);
}

static void a_letter_with_ever_so_many_marks_loses_none(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	struct shape_layout layout = SHAPE_LAYOUT_INIT;
	char text[1 + 2 * 100 + 1] = "x";
	uint32_t n_text = 0;

	(void)state;
	for (size_t i = 0; i < 100; i++)
		memcpy(text + 1 + 2 * i, "\314\201", 2);
	shape_label(shape, SHAPE_REGULAR, text, &layout);

	assert_int_equal(layout.n_glyphs, 101);
	for (uint32_t i = 0; i < layout.n_glyphs; i++)
		n_text += layout.glyphs[i].n_text;
	assert_int_equal(n_text, strlen(text));
	assert_int_equal(notes.n_missing, 0);
	shape_layout_release(&layout);
	shape_free(shape);
}

static void a_mark_that_the_first_font_lacks_takes_its_base_along(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, "DejaVu Sans", "en");
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	(void)state;
	/* DejaVu has x but not the combining letter a above; Noto Sans has both */
	shape_label(shape, SHAPE_REGULAR, "x\315\243", &layout);
	assert_int_equal(notes.n_missing, 0);
	assert_int_equal(layout.n_pieces, 1);
	assert_int_equal(layout.n_glyphs, 2);
	shape_label(shape, SHAPE_REGULAR, "xx\315\243x", &layout);
	assert_int_equal(notes.n_missing, 0);
	assert_int_equal(layout.n_pieces, 3);
	/* no font has the mark: the letter stays where it would be alone, and the mark is told */
	shape_label(shape, SHAPE_REGULAR, "x\363\260\204\200", &layout);
	assert_int_equal(notes.n_missing, 1);
	shape_layout_release(&layout);
	shape_free(shape);
}

/* The path of the font that a text of one piece comes from. */
static const char *font_of(struct shape *shape, uint32_t style, const char *text)
{
	struct shape_layout layout = SHAPE_LAYOUT_INIT;
	const char *path;

	shape_label(shape, style, text, &layout);
	assert_int_equal(layout.n_pieces, 1);
	path = shape_face(shape, layout.pieces[0].face)->path;
	shape_layout_release(&layout);
	return path;
}

static void signs_come_from_one_family_whatever_the_letters_are(void **state)
{
	static const char *const families[] = {NULL, "Noto Serif", "Noto Sans CJK JP", "Symbola"};
	static const char *const signs[] = {"\342\234\223", "\342\234\227", "\342\227\220",
					    "\342\227\224", "\342\227\213", "\342\206\222",
					    "\342\230\205", "\342\232\240"};

	(void)state;
	for (size_t i = 0; i < sizeof(families) / sizeof(*families); i++) {
		struct notes notes;
		struct shape *shape = make(&notes, families[i], "en");

		for (size_t k = 0; k < sizeof(signs) / sizeof(*signs); k++)
			assert_string_equal(font_of(shape, SHAPE_REGULAR, signs[k]),
					    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
		if (i == 3) /* a sign of mathematics is one of the text */
			assert_string_equal(font_of(shape, SHAPE_REGULAR, "\342\211\244"),
					    font_of(shape, SHAPE_REGULAR, "a"));
		shape_free(shape);
	}
}

static void styles_and_note_marks_share_a_line(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	struct shape_span spans[] = {
		{.text = "yes (", .n = 5},
		{.text = "EWMA", .n = 4, .style = SHAPE_BOLD},
		{.text = ")", .n = 1},
		{.text = "12", .n = 2, .glue = true, .scale = 0.5f, .rise = 350}};
	struct shape_par *par = shape_par_new(shape, spans, 4, SHAPE_AUTO);
	struct shape_layout layout = SHAPE_LAYOUT_INIT;
	float mark = shape_width(shape, SHAPE_REGULAR, "12") / 2;

	(void)state;
	shape_break(par, 0, &layout);
	assert_int_equal(layout.n_pieces, 4);
	assert_int_equal(layout.pieces[1].span, 1);
	assert_float_equal(layout.pieces[3].width, mark, 0.01);
	assert_float_equal(layout.pieces[3].rise, 350, 0);
	assert_float_equal(layout.lines[0].width, shape_par_max_width(par), 0.01);

	/* the mark never begins a line */
	shape_break(par, shape_par_max_width(par) - mark / 2, &layout);
	assert_int_equal(layout.n_lines, 2);
	assert_int_equal(layout.pieces[layout.lines[1].first].span, 0);
	shape_layout_release(&layout);
	shape_par_free(par);
	shape_free(shape);
}

static void the_narrowest_width_is_that_of_the_longest_word(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	const char *text = "a configuration of\nit";
	struct shape_span span = {.text = text, .n = (uint32_t)strlen(text)};
	struct shape_par *par = shape_par_new(shape, &span, 1, SHAPE_AUTO);

	(void)state;
	assert_float_equal(shape_par_min_width(par),
			   shape_width(shape, SHAPE_REGULAR, "configuration"), 0.01);
	assert_float_equal(shape_par_max_width(par),
			   shape_width(shape, SHAPE_REGULAR, "a configuration of"), 0.01);
	assert_int_equal(shape_count_lines(par, shape_par_max_width(par)), 2);
	assert_int_equal(shape_count_lines(par, shape_par_min_width(par)), 4);
	shape_par_free(par);
	shape_free(shape);
}

static void a_family_that_is_not_there_is_told_once_and_the_chain_serves(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, "No Such Family", "en");

	(void)state;
	assert_true(shape_width(shape, SHAPE_REGULAR, "x") > 0);
	assert_true(shape_width(shape, SHAPE_BOLD, "x") > 0);
	assert_int_equal(notes.n_problems, 1);
	assert_string_equal(notes.problem, "no font family 'No Such Family' is installed");
	shape_free(shape);
}

static void a_misspelt_family_is_answered_with_the_nearest(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, "dejavu sanz mono", "en");

	(void)state;
	assert_int_equal(notes.n_problems, 1);
	assert_string_equal(notes.problem, "no font family 'dejavu sanz mono' is installed; "
					   "did you mean 'DejaVu Sans Mono'?");
	shape_free(shape);
}

static void a_damaged_font_file_is_told_and_the_chain_serves(void **state)
{
	struct notes notes;
	char path[] = "/tmp/meshreport-font-XXXXXX";
	int fd = mkstemp(path);
	FILE *file = fdopen(fd, "wb");
	struct shape *shape;

	(void)state;
	fputs("this is not a font", file);
	fclose(file);
	shape = make(&notes, path, "en");
	assert_true(shape_width(shape, SHAPE_REGULAR, "x") > 0);
	assert_int_equal(notes.n_problems, 1);
	assert_non_null(strstr(notes.problem, "damaged"));
	shape_free(shape);
	remove(path);
}

struct box {
	float left, right, bottom, top;
	int n;
};

static void see(void *data, float x, float y)
{
	struct box *box = data;

	box->left = box->n && box->left < x ? box->left : x;
	box->right = box->n && box->right > x ? box->right : x;
	box->bottom = box->n && box->bottom < y ? box->bottom : y;
	box->top = box->n && box->top > y ? box->top : y;
	box->n++;
}

static void see_curve(void *data, float a, float b, float c, float d, float x, float y)
{
	(void)a, (void)b, (void)c, (void)d;
	see(data, x, y);
}

static void see_end(void *data)
{
	(void)data;
}

static void an_outline_has_the_size_of_its_letter(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	struct shape_layout layout = SHAPE_LAYOUT_INIT;
	const struct shape_pen pen = {see, see, see_curve, see_end};
	struct box box = {0};
	const struct shape_face *face;

	(void)state;
	shape_label(shape, SHAPE_REGULAR, "H", &layout);
	face = shape_face(shape, layout.pieces[0].face);
	shape_outline(shape, layout.pieces[0].face, layout.glyphs[0].gid, &pen, &box);

	assert_true(box.n >= 12);
	assert_float_equal(box.bottom, 0, 0.01);
	assert_float_equal(box.top, face->cap_height, 2);
	assert_true(box.left > 0 && box.right < layout.glyphs[0].advance);
	shape_layout_release(&layout);
	shape_free(shape);
}

static void a_text_without_end_or_sense_is_shaped_in_bounded_time(void **state)
{
	struct notes notes;
	struct shape *shape = make(&notes, NULL, "en");
	static char text[200001];
	struct shape_layout layout = SHAPE_LAYOUT_INIT;

	(void)state;
	memset(text, 'x', 200000); /* one word of 200,000 letters */
	shape_label(shape, SHAPE_REGULAR, text, &layout);
	assert_int_equal(layout.n_glyphs, 200000);
	text[0] = 'e';
	for (size_t i = 1; i + 1 < 100000; i += 2) /* one letter with 49,999 marks */
		memcpy(text + i, "\314\201", 2);
	text[99999] = '\0';
	shape_label(shape, SHAPE_REGULAR, text, &layout);
	assert_true(layout.n_glyphs > 0);
	assert_false(shape_failed(shape));
	shape_layout_release(&layout);
	shape_free(shape);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_as_wide_as_its_font_says),
		cmocka_unit_test(kerning_counts_and_is_the_same_in_the_fast_way),
		cmocka_unit_test(a_ligature_is_one_glyph_that_stands_for_its_letters),
		cmocka_unit_test(arabic_letters_join_and_take_the_arabic_font),
		cmocka_unit_test(a_paragraph_from_right_to_left_keeps_its_trailing_space_outside),
		cmocka_unit_test(every_script_finds_a_font),
		cmocka_unit_test(the_language_chooses_among_the_forms_of_han),
		cmocka_unit_test(a_missing_character_is_replaced_and_told_once_with_its_place),
		cmocka_unit_test(emoji_selectors_and_joiners_take_no_room_and_are_not_missing),
		cmocka_unit_test(a_mark_stays_with_its_base_in_one_font),
		cmocka_unit_test(a_letter_with_ever_so_many_marks_loses_none),
		cmocka_unit_test(a_mark_that_the_first_font_lacks_takes_its_base_along),
		cmocka_unit_test(signs_come_from_one_family_whatever_the_letters_are),
		cmocka_unit_test(styles_and_note_marks_share_a_line),
		cmocka_unit_test(the_narrowest_width_is_that_of_the_longest_word),
		cmocka_unit_test(a_family_that_is_not_there_is_told_once_and_the_chain_serves),
		cmocka_unit_test(a_misspelt_family_is_answered_with_the_nearest),
		cmocka_unit_test(a_damaged_font_file_is_told_and_the_chain_serves),
		cmocka_unit_test(an_outline_has_the_size_of_its_letter),
		cmocka_unit_test(a_text_without_end_or_sense_is_shaped_in_bounded_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
