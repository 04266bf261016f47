/* SPDX-License-Identifier: MIT */
#include "shape_help.h"

/*
 * The lines of a text as they are read from left to right, joined by '|': each glyph by the text it
 * stands for, spaces at the end left out.
 */
static void lines_of(struct shape *shape, const char *text, float width, char *out, size_t size)
{
	struct shape_span span = {.text = text, .n = (uint32_t)strlen(text)};
	struct shape_par *par = shape_par_new(shape, &span, 1, SHAPE_AUTO);
	struct shape_layout layout = SHAPE_LAYOUT_INIT;
	size_t n = 0;

	assert_non_null(par);
	shape_break(par, width, &layout);
	assert_int_equal(layout.n_lines, shape_count_lines(par, width));
	for (uint32_t l = 0; l < layout.n_lines; l++) {
		const struct shape_line *line = &layout.lines[l];
		float end = 0;

		if (l > 0)
			out[n++] = '|';
		for (uint32_t p = line->first; p < line->first + line->n; p++) {
			const struct shape_piece *piece = &layout.pieces[p];

			if (p > line->first)
				assert_float_equal(piece->x, end, 0.01);
			end = piece->x + piece->width;
			for (uint32_t g = piece->first; g < piece->first + piece->n; g++) {
				const struct shape_glyph *glyph = &layout.glyphs[g];

				assert_int_not_equal(glyph->gid, 0);
				assert_true(glyph->text_at + glyph->n_text <= span.n);
				if (glyph->flags & SHAPE_GLYPH_TRAILING)
					continue;
				if (glyph->flags & SHAPE_GLYPH_HYPHEN) {
					out[n++] = '-';
					continue;
				}
				assert_true(n + glyph->n_text < size);
				memcpy(out + n, text + glyph->text_at, glyph->n_text);
				n += glyph->n_text;
			}
		}
		if (width > 0)
			assert_true(line->width <= width + 1);
	}
	out[n] = '\0';
	shape_layout_release(&layout);
	shape_par_free(par);
}

#define assert_lines(text, width, expected)                        \
	do {                                                       \
		struct notes notes_;                               \
		struct shape *shape_ = make(&notes_, NULL, "en");  \
		char got_[4096];                                   \
		lines_of(shape_, text, width, got_, sizeof(got_)); \
		assert_string_equal(got_, expected);               \
		assert_int_equal(notes_.n_missing, 0);             \
		shape_free(shape_);                                \
	} while (0)

static void lines_break_at_spaces(void **state)
{
	(void)state;
	assert_lines("one two three", 0, "one two three");
	assert_lines("one two three", 4500, "one two|three");
	assert_lines("one two three", 3000, "one|two|three");
	assert_lines("one\ntwo", 0, "one|two");
	assert_lines("", 1000, "");
}

static void lines_break_after_hyphens_slashes_and_dashes(void **state)
{
	(void)state;
	assert_lines("service-mesh", 5000, "service-|mesh");
	assert_lines("timeout/retry", 5000, "timeout/|retry");
	assert_lines("mesh\342\200\224proxy", 3800, "mesh\342\200\224|proxy");
	assert_lines("since 2019-11-06", 6000, "since|2019-11-06");
	assert_lines("set n/a here", 3800, "set n/a|here");
	assert_lines("pages 1\342\200\2237 of", 4400, "pages|1\342\200\2237 of");
}

static void an_address_breaks_at_sensible_points(void **state)
{
	(void)state;
	assert_lines("https://linkerd.io/2/features/load-balancing/?a=b", 7500,
		     "https://linkerd.|io/2/features/|load-balancing/|?a=b");
	assert_lines("https://example.org/a", 20000, "https://example.org/a");
}

static void an_identifier_breaks_softly_only_when_it_must(void **state)
{
	(void)state;
	assert_lines("a mesh.config.timeout", 6500, "a|mesh.config.|timeout");
	assert_lines("a mesh.config.timeout", 10000, "a|mesh.config.timeout");
	assert_lines("maxRetryBudget", 5600, "maxRetry|Budget");
}

static void a_long_word_is_broken_between_clusters_as_the_last_resort(void **state)
{
	(void)state;
	assert_lines("aaaaaaaaaa", 2000, "aaa|aaa|aaa|a");
	/* e with two marks that no letter combines: never apart */
	assert_lines("e\314\243\314\201e\314\243\314\201e\314\243\314\201", 700,
		     "e\314\243\314\201|e\314\243\314\201|e\314\243\314\201");
}

static void a_soft_hyphen_shows_only_where_it_breaks(void **state)
{
	(void)state;
	assert_lines("Ver\302\255kehr", 2500, "Ver-|kehr");
	assert_lines("Ver\302\255kehr", 0, "Verkehr");
	assert_lines("no un\302\240do", 3000, "no|un\302\240do");
}

static void cjk_breaks_between_characters_but_not_before_a_full_stop(void **state)
{
	(void)state;
	assert_lines("\344\270\255\346\226\207\345\255\227", 2000,
		     "\344\270\255\346\226\207|\345\255\227");
	/* the ideographic full stop goes with the character before it */
	assert_lines("\344\270\255\346\226\207\343\200\202", 2000,
		     "\344\270\255|\346\226\207\343\200\202");
	/* an opening bracket goes with what follows */
	assert_lines("\344\270\255\343\200\214\346\226\207", 2000,
		     "\344\270\255|\343\200\214\346\226\207");
}

static void hebrew_runs_from_right_to_left(void **state)
{
	(void)state;
	/* shin lamed vav mem; read from the left: mem vav lamed shin */
	assert_lines("\327\251\327\234\327\225\327\235", 0, "\327\235\327\225\327\234\327\251");
	/* numbers and Latin keep their order within it */
	assert_lines("\327\220 12 ab \327\221", 0, "\327\221 ab 12 \327\220");
	assert_lines("ab \327\220\327\221 cd", 0, "ab \327\221\327\220 cd");
}

static void a_day_keeps_its_order_behind_arabic_letters(void **state)
{
	(void)state;
	/* beh, a day, beh: read from the left */
	assert_lines("\330\250 2024-03-01 \330\250", 0, "\330\250 2024-03-01 \330\250");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_spaces),
		cmocka_unit_test(lines_break_after_hyphens_slashes_and_dashes),
		cmocka_unit_test(an_address_breaks_at_sensible_points),
		cmocka_unit_test(an_identifier_breaks_softly_only_when_it_must),
		cmocka_unit_test(a_long_word_is_broken_between_clusters_as_the_last_resort),
		cmocka_unit_test(a_soft_hyphen_shows_only_where_it_breaks),
		cmocka_unit_test(cjk_breaks_between_characters_but_not_before_a_full_stop),
		cmocka_unit_test(hebrew_runs_from_right_to_left),
		cmocka_unit_test(a_day_keeps_its_order_behind_arabic_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
