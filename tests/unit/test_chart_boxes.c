/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "chart_boxes.h"

#define LONG_NAME "A name of eighty characters, which is more than a column has room for, isn't it?"

/* ------------------------------------------------------------------ sizes and names */

static void labels_never_overlap_from_two_products_to_sixty_and_three_to_300_features(void **state)
{
	static const uint32_t products[] = {2, 3, 6, 14, 31, 60}, features[] = {3, 30, 300};

	(void)state;
	for (size_t p = 0; p < sizeof products / sizeof *products; p++)
		for (size_t f = 0; f < sizeof features / sizeof *features; f++) {
			struct fake_matrix fake;

			fake_matrix_init(&fake, products[p], features[f],
					 features[f] < 30 ? 1 : features[f] / 6);
			need_all_good(&fake);
			fake_matrix_release(&fake);
		}
}

static void names_of_eighty_characters_find_room(void **state)
{
	static const uint32_t products[] = {2, 6, 14, 60};

	(void)state;
	for (size_t p = 0; p < sizeof products / sizeof *products; p++) {
		struct fake_matrix fake;

		fake_matrix_init(&fake, products[p], 40, 5);
		for (uint32_t col = 0; col < products[p]; col++)
			fake_name_product(&fake, col, LONG_NAME);
		for (uint32_t row = 0; row < 40; row++)
			fake_name_feature(&fake, row, LONG_NAME);
		for (uint32_t i = 0; i < 8; i++)
			fake_name_category(&fake, i, LONG_NAME);
		need_all_good(&fake);
		fake_matrix_release(&fake);
	}
}

static void words_without_spaces_and_foreign_scripts_find_room(void **state)
{
	static const char *const names[] = {
		"Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle",
		"شبكة الخدمات الموزعة للتطبيقات",
		"服务网格技术比较与评估功能特性一览表服务网格技术比较",
		"👩‍👩‍👧‍👦 family 😀😀😀",
		"é̀̂ ä̈ n̄",
		" ",
		""};
	struct fake_matrix fake;

	(void)state;
	fake_matrix_init(&fake, 7, 21, 3);
	for (uint32_t i = 0; i < 7; i++) {
		fake_name_product(&fake, i, names[i]);
		fake_name_feature(&fake, i, names[i]);
		fake_name_category(&fake, i, names[i]);
	}
	need_all_good(&fake);
	fake_matrix_release(&fake);
}

static void a_language_from_right_to_left_is_mirrored_and_stays_inside(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 20, 30, 5);
	fake.matrix.is_rtl = true;
	need_all_good(&fake);
	draw(CHART_HEATMAP, &fake, &options, &scene);
	assert_true(scene.is_rtl);
	fake_matrix_release(&fake);
	scene_release(&scene);
}

static void a_wanted_width_is_never_exceeded(void **state)
{
	static const double widths[] = {330, 480, 760, 2000};
	struct fake_matrix fake;

	(void)state;
	fake_matrix_init(&fake, 9, 30, 5);
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++)
		for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
			for (int bare = 0; bare < 2; bare++) {
				struct chart_options options = CHART_OPTIONS_INIT;
				struct scene scene;

				options.width = widths[i];
				options.is_bare = bare;
				draw((enum chart_kind)kind, &fake, &options, &scene);
				if (scene.failed)
					fail_msg("%s at %g: %s", chart_name((enum chart_kind)kind),
						 widths[i], scene.problem);
				assert_true(scene.width <= widths[i] + 0.01);
				scene_release(&scene);
				need_good_scene((enum chart_kind)kind, &fake, &options);
			}
	fake_matrix_release(&fake);
}

static void twice_the_scale_is_twice_the_picture(void **state)
{
	struct fake_matrix fake;
	struct scene one, two;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	draw(CHART_HEATMAP, &fake, &options, &one);
	options.scale = 2;
	draw(CHART_HEATMAP, &fake, &options, &two);
	assert_int_equal(one.n_shapes, two.n_shapes);
	assert_true(two.width > 1.999 * one.width && two.width < 2.001 * one.width);
	scene_release(&one);
	scene_release(&two);
	fake_matrix_release(&fake);
}

static void a_size_too_small_to_read_is_refused_with_the_size_it_needs(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 60, 30, 5);
	options.width = 150;
	draw(CHART_HEATMAP, &fake, &options, &scene);
	assert_true(scene.failed);
	assert_non_null(strstr(scene.problem, "it needs"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			labels_never_overlap_from_two_products_to_sixty_and_three_to_300_features),
		cmocka_unit_test(names_of_eighty_characters_find_room),
		cmocka_unit_test(words_without_spaces_and_foreign_scripts_find_room),
		cmocka_unit_test(a_language_from_right_to_left_is_mirrored_and_stays_inside),
		cmocka_unit_test(a_wanted_width_is_never_exceeded),
		cmocka_unit_test(twice_the_scale_is_twice_the_picture),
		cmocka_unit_test(a_size_too_small_to_read_is_refused_with_the_size_it_needs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
