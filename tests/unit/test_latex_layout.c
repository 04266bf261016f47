/* SPDX-License-Identifier: MIT */
#include "latex/plan/latex_class.h"
#include "latex/plan/latex_layout.h"
#include "latex/letters/latex_measure.h"
#include "latex/letters/latex_unicode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define MOST_PRODUCTS 30

struct table {
	struct latex_class class;
	struct latex_column columns[MOST_PRODUCTS + 1];
	struct latex_layout_request request;
	struct latex_layout layout;
};

/* Products whose longest word has `longest` thousandths of an em. */
static bool lay_out(struct table *t, uint32_t n_products, uint32_t longest, double measure)
{
	latex_class_get(0, 1, 0, &t->class);
	for (uint32_t i = 0; i <= n_products; i++)
		t->columns[i] =
			(struct latex_column){longest, longest * 3, longest * 20 + i * 1000};
	t->request = (struct latex_layout_request){.columns = t->columns,
						   .n_products = n_products,
						   .n_rows = 10,
						   .measure = measure,
						   .sizes = t->class.sizes,
						   .largest = LATEX_FOOTNOTESIZE,
						   .smallest = LATEX_SCRIPTSIZE};
	return latex_layout_find(&t->request, &t->layout);
}

static void shares_sum_to_the_whole_line(void **state)
{
	struct table t;
	uint32_t shares[MOST_PRODUCTS + 1];

	(void)state;
	for (uint32_t n_products = 1; n_products <= MOST_PRODUCTS; n_products++) {
		assert_true(lay_out(&t, n_products, 5000, 483));
		for (uint32_t group = 0; group < t.layout.n_groups; group++) {
			uint32_t first, n, sum = 0;

			latex_layout_group(&t.layout, n_products, group, &first, &n);
			latex_layout_shares(&t.request, &t.layout, first, n, shares);
			for (uint32_t i = 0; i <= n; i++)
				sum += shares[i];
			assert_int_equal(sum, LATEX_WHOLE);
		}
	}
}

static void every_column_holds_its_longest_word(void **state)
{
	struct table t;
	uint32_t shares[MOST_PRODUCTS + 1];

	(void)state;
	assert_true(lay_out(&t, 6, 6000, 483));
	latex_layout_shares(&t.request, &t.layout, 0, 6, shares);

	for (uint32_t i = 0; i <= 6; i++)
		assert_true(latex_layout_width(&t.layout, 7, shares[i]) >= 6000);
}

static void groups_hold_every_product_once(void **state)
{
	struct table t;

	(void)state;
	for (uint32_t n_products = 1; n_products <= MOST_PRODUCTS; n_products++) {
		uint32_t next = 0;

		assert_true(lay_out(&t, n_products, 7000, 345));
		for (uint32_t group = 0; group < t.layout.n_groups; group++) {
			uint32_t first, n;

			latex_layout_group(&t.layout, n_products, group, &first, &n);
			assert_int_equal(first, next);
			assert_true(n > 0);
			next = first + n;
		}
		assert_int_equal(next, n_products);
	}
}

static void a_wider_measure_needs_fewer_groups_or_larger_type(void **state)
{
	struct table narrow, wide;

	(void)state;
	assert_true(lay_out(&narrow, 14, 5000, 345));
	assert_true(lay_out(&wide, 14, 5000, 731));

	assert_true(narrow.layout.n_groups > wide.layout.n_groups);
	assert_false(lay_out(&narrow, 3, 8000, 72));
}

static void one_group_is_refused_rather_than_cut(void **state)
{
	struct table t;

	(void)state;
	assert_true(lay_out(&t, 14, 5000, 345));
	t.request.one_group = true;

	assert_false(latex_layout_find(&t.request, &t.layout));
}

static void every_class_allows_its_default_environment(void **state)
{
	struct latex_class class;

	(void)state;
	for (uint32_t index = 0; index < 7; index++)
		for (uint32_t columns = 1; columns <= 2; columns++) {
			latex_class_get(index, columns, 0, &class);
			assert_true(latex_class_allows(&class, latex_class_default(&class)));
		}
	latex_class_get(4, 1, 0, &class);
	assert_false(latex_class_allows(&class, LATEX_LONGTABLE));
}

static void the_documents_size_of_type_changes_its_line_its_page_and_its_options(void **state)
{
	char options[LATEX_MAX_OPTIONS];
	struct latex_class class;

	(void)state;
	latex_class_get(0, 1, 3, &class);
	latex_class_options(&class, false, options);
	assert_string_equal(options, "12pt,a4paper");
	assert_int_equal(class.measure[0], 390);
	assert_int_equal(class.height[0], 592);
	assert_int_equal(class.sizes[LATEX_FOOTNOTESIZE].points, 10);
	latex_class_get(3, 1, 1, &class);
	latex_class_options(&class, true, options);
	assert_string_equal(options, "fontsize=10pt,paper=letter");
	latex_class_get(4, 1, 0, &class);
	latex_class_options(&class, false, options);
	assert_string_equal(options, "10pt,a4paper");
	latex_class_get(5, 1, 3, &class);
	latex_class_options(&class, false, options);
	assert_string_equal(options, "10pt,a4paper");
}

static void words_are_measured_by_their_pieces(void **state)
{
	struct latex_extent extent;

	(void)state;
	latex_measure("ab multi-cluster", false, &extent);
	assert_int_equal(extent.first, 500 + 556);
	assert_true(extent.longest > 2500 && extent.longest < 4000);

	latex_measure("", false, &extent);
	assert_int_equal(extent.natural, 0);
	latex_measure("服务", true, &extent);
	assert_int_equal(extent.longest, 1000);
	latex_measure("服务", false, &extent);
	assert_int_equal(extent.longest, LATEX_MISSING_WIDTH);
}

static void lines_are_counted_as_tex_breaks_them(void **state)
{
	(void)state;
	assert_int_equal(latex_measure_lines("", 0, 5000, false), 1);
	assert_int_equal(latex_measure_lines("aaaa aaaa aaaa", 0, 100000, false), 1);
	assert_int_equal(latex_measure_lines("aaaa aaaa aaaa", 0, 2500, false), 3);
	assert_int_equal(latex_measure_lines("aaaa aaaa", 1200, 4500, false), 2);
	assert_true(latex_measure_lines("aaaaaaaaaaaaaaaaaaaa", 0, 2000, false) >= 5);
}

static void a_character_is_direct_a_command_nothing_or_foreign(void **state)
{
	static const struct {
		uint32_t c;
		enum latex_char_kind kind;
		const char *command;
	} cases[] = {{0xE9, LATEX_DIRECT, ""},
		     {0x20AC, LATEX_DIRECT, ""},
		     {0x2265, LATEX_COMMAND, "\\ensuremath{\\geq}"},
		     {0x1EA5, LATEX_COMMAND, "\\'{\\^{a}}"},
		     {0x1E2D, LATEX_FOREIGN, ""},
		     {0x200D, LATEX_NOTHING, ""},
		     {0x4E2D, LATEX_FOREIGN, ""},
		     {0x10FFFF, LATEX_FOREIGN, ""}};
	struct latex_char found;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		latex_unicode_find(cases[i].c, &found);
		assert_int_equal(found.kind, cases[i].kind);
		assert_string_equal(found.command, cases[i].command);
	}
}

static void every_character_has_an_answer_that_is_ascii(void **state)
{
	struct latex_char found;

	(void)state;
	for (uint32_t c = 0x80; c < 0x30000; c++) {
		int depth = 0;

		latex_unicode_find(c, &found);
		assert_true((found.kind == LATEX_COMMAND) == (*found.command != '\0'));
		for (const char *at = found.command; *at; at++) {
			assert_true(*at >= 0x20 && *at < 0x7F && *at != '%' && *at != '#');
			depth += (*at == '{') - (*at == '}');
			assert_true(depth >= 0);
		}
		assert_int_equal(depth, 0);
	}
}

static void no_text_has_more_lines_than_its_width_allows(void **state)
{
	static const char *const texts[] = {
		"",
		"a",
		"yes",
		"a b c d e f g h i j k l m n o p q r s t u v w x y z",
		"one-two-three-four five-six-seven",
		"Donaudampfschifffahrtsgesellschaft at sea",
		"x Donaudampfschifffahrtsgesellschaft y Donaudampfschifffahrtsgesellschaft z",
		"\xe4\xb8\xad\xe6\x96\x87\xe4\xb8\xad\xe6\x96\x87 words"};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		for (uint32_t width = 300; width < 30000; width += 70)
			for (uint32_t indent = 0; indent < 9000; indent += 1250) {
				struct latex_extent extent;

				latex_measure(texts[i], false, &extent);
				assert_true(
					latex_measure_lines(texts[i], indent, width, false) <=
					latex_measure_most_lines(extent.natural + indent, width));
			}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares_sum_to_the_whole_line),
		cmocka_unit_test(every_column_holds_its_longest_word),
		cmocka_unit_test(groups_hold_every_product_once),
		cmocka_unit_test(a_wider_measure_needs_fewer_groups_or_larger_type),
		cmocka_unit_test(one_group_is_refused_rather_than_cut),
		cmocka_unit_test(every_class_allows_its_default_environment),
		cmocka_unit_test(
			the_documents_size_of_type_changes_its_line_its_page_and_its_options),
		cmocka_unit_test(words_are_measured_by_their_pieces),
		cmocka_unit_test(lines_are_counted_as_tex_breaks_them),
		cmocka_unit_test(a_character_is_direct_a_command_nothing_or_foreign),
		cmocka_unit_test(every_character_has_an_answer_that_is_ascii),
		cmocka_unit_test(no_text_has_more_lines_than_its_width_allows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
