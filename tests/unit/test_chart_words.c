/* SPDX-License-Identifier: MIT */
/* What charts say: lengths, orders, places, credit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "chart_boxes.h"
#include "scene_dump.h"
#include "common/scene/scene_svg.h"

static void bars_are_as_long_as_their_counts(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;
	double ends[2] = {0, 0}, starts[2] = {1e9, 1e9};

	(void)state;
	fake_matrix_init(&fake, 2, 20, 5);
	fake_set_all(&fake, MR_LIKE_YES);
	for (uint32_t row = 0; row < 10; row++)
		fake_set(&fake, row, 1, MR_LIKE_NONE);
	fake_count(&fake);
	draw(CHART_COVERAGE, &fake, &options, &scene);
	for (size_t i = 0; i < scene.n_shapes; i++) {
		const struct scene_shape *s = scene_at(&scene, i);

		if (s->kind != SCENE_RECT || s->where.kind != MR_AT_PRODUCT)
			continue;
		starts[s->where.index] = s->x;
		ends[s->where.index] = s->x + s->w;
	}
	assert_true(ends[0] - starts[0] > 1.97 * (ends[1] - starts[1]));
	assert_true(ends[0] - starts[0] < 2.03 * (ends[1] - starts[1]));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void order_by_value_puts_the_best_covered_first(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 3, 10, 5);
	fake_set_all(&fake, MR_LIKE_NO);
	for (uint32_t row = 0; row < 10; row++)
		fake_set(&fake, row, 2, MR_LIKE_YES);
	fake_count(&fake);
	options.order = CHART_ORDER_VALUE;
	draw(CHART_COVERAGE, &fake, &options, &scene);
	assert_string_equal(scene_table_at(&scene, 1, 0), "Product 3");
	assert_string_equal(scene_table_at(&scene, 2, 0), "Product 1");
	assert_string_equal(scene_table_at(&scene, 3, 0), "Product 2");
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void agreement_leaves_out_what_is_unknown(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 2, 4, 2);
	fake_set_all(&fake, MR_LIKE_YES);
	fake_set(&fake, 0, 0, MR_LIKE_UNKNOWN);
	fake_set(&fake, 1, 1, MR_LIKE_NO);
	fake_count(&fake);
	draw(CHART_MATRIX, &fake, &options, &scene);
	assert_string_equal(scene_table_at(&scene, 1, 2), "2/3");
	assert_true(has_text(&scene, "67"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void little_agreement_has_an_edge_where_its_fill_is_the_paper(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;
	size_t n = 0;

	(void)state;
	fake_matrix_init(&fake, 2, 4, 2);
	fake_set_all(&fake, MR_LIKE_YES);
	for (uint32_t row = 0; row < 4; row++)
		fake_set(&fake, row, 1, MR_LIKE_NO);
	fake_count(&fake);
	options.theme = PALETTE_PRINT;
	draw(CHART_MATRIX, &fake, &options, &scene);
	for (size_t i = 0; i < scene.n_shapes; i++) {
		const struct scene_shape *s = scene_at(&scene, i);

		if (s->kind != SCENE_RECT || s->fill != PALETTE_RAMP_0)
			continue;
		assert_int_equal(s->stroke, PALETTE_EDGE);
		n++;
	}
	/* the pair and the legend */
	assert_int_equal(n, 2);
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void shapes_say_their_origin_inside_a_page_and_nowhere_else(void **state)
{
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	draw(CHART_HEATMAP, &fake, &options, &scene);
	for (int is_inline = 0; is_inline < 2; is_inline++) {
		struct scene_svg_options svg = {.prefix = "a", .is_inline = is_inline};
		struct out out;

		out_to_memory(&out, 0);
		scene_svg(&scene, &svg, &out);
		assert_int_equal(strstr(out_at(&out), " data-at=\"29 5\"") != NULL, is_inline);
		assert_int_equal(strstr(out_at(&out), " data-at=\"r29\"") != NULL, is_inline);
		assert_int_equal(strstr(out_at(&out), " data-category=\"4\"") != NULL, is_inline);
		assert_int_equal(strstr(out_at(&out), " data-") != NULL, is_inline);
		out_release(&out);
	}
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void the_credit_and_the_day_are_in_every_picture(void **state)
{
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++) {
		struct scene scene;

		draw((enum chart_kind)kind, &fake, &options, &scene);
		assert_true(has_text(&scene, "Someone (https://example.org), CC-BY-4.0"));
		assert_true(has_text(&scene, "of things that are alike · as of 2019-11-06"));
		assert_true(has_text(&scene, "A comparison"));
		scene_release(&scene);
	}
	fake_matrix_release(&fake);
}

static void a_shortened_label_is_counted_with_its_place(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;
	char name[401];

	(void)state;
	memset(name, 'w', 400);
	name[400] = '\0';
	fake_matrix_init(&fake, 6, 30, 5);
	fake_name_feature(&fake, 17, name);
	draw(CHART_HEATMAP, &fake, &options, &scene);
	assert_int_equal(scene.n_shortened, 1);
	assert_int_equal(scene.first_shortened.kind, MR_AT_FEATURE);
	assert_int_equal(scene.first_shortened.index, 17);
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void the_same_matrix_gives_the_same_shapes(void **state)
{
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++) {
		struct scene one, two;
		size_t n_one, n_two;
		char *first, *second;

		draw((enum chart_kind)kind, &fake, &options, &one);
		draw((enum chart_kind)kind, &fake, &options, &two);
		first = scene_dump(&one, &n_one);
		second = scene_dump(&two, &n_two);
		assert_int_equal(n_one, n_two);
		assert_memory_equal(first, second, n_one);
		free(first);
		free(second);
		scene_release(&one);
		scene_release(&two);
	}
	fake_matrix_release(&fake);
}

static void no_words_leave_their_place_in_a_drawing(void **state)
{
	struct scene_svg_options svg = {.prefix = "a", .generator = "x --> y -- z---", .stamp = ""};
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;
	struct out out;

	(void)state;
	fake_matrix_init(&fake, 2, 3, 3);
	draw(CHART_COVERAGE, &fake, &options, &scene);
	/* U+FFFD may stand in XML, U+FFFE and U+FFFF may not, no more than control characters */
	scene.title = "</title>&\"'\x01\x1f\t\n\xef\xbf\xbd\xef\xbf\xbe\xef\xbf\xbf\xef\xbe\xbf";
	out_to_memory(&out, 0);
	scene_svg(&scene, &svg, &out);
	assert_non_null(strstr(out_at(&out), "&lt;/title&gt;&amp;&quot;'\n\xef\xbf\xbd\xef\xbf\xbd"
					     "\xef\xbf\xbd\xef\xbe\xbf</title>"));
	assert_non_null(strstr(out_at(&out), "\n<!-- x -> y - z- -->\n<svg"));
	assert_null(strpbrk(out_at(&out), "\x01\x1f\t"));
	out_release(&out);
	scene_release(&scene);
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bars_are_as_long_as_their_counts),
		cmocka_unit_test(order_by_value_puts_the_best_covered_first),
		cmocka_unit_test(agreement_leaves_out_what_is_unknown),
		cmocka_unit_test(little_agreement_has_an_edge_where_its_fill_is_the_paper),
		cmocka_unit_test(shapes_say_their_origin_inside_a_page_and_nowhere_else),
		cmocka_unit_test(the_credit_and_the_day_are_in_every_picture),
		cmocka_unit_test(a_shortened_label_is_counted_with_its_place),
		cmocka_unit_test(the_same_matrix_gives_the_same_shapes),
		cmocka_unit_test(no_words_leave_their_place_in_a_drawing),
	};

	return cmocka_run_group_tests_name("chart_words", tests, NULL, NULL);
}
