/* SPDX-License-Identifier: MIT */
/* Heat maps that are turned, or divided from left to right; pictures of a wanted width. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "chart_boxes.h"

static const enum chart_kind maps[] = {CHART_HEATMAP, CHART_EVIDENCE};

static void turned_maps_of_any_size_have_names_apart_and_inside(void **state)
{
	static const uint32_t products[] = {1, 6, 60, 234}, features[] = {3, 30, 90};

	(void)state;
	for (size_t p = 0; p < sizeof products / sizeof *products; p++)
		for (size_t f = 0; f < sizeof features / sizeof *features; f++)
			for (size_t k = 0; k < 2; k++) {
				struct chart_options options = CHART_OPTIONS_INIT;
				struct fake_matrix fake;

				options.is_turned = true;
				fake_matrix_init(&fake, products[p], features[f], 5);
				need_good_scene(maps[k], &fake, &options);
				options.width = 1200;
				need_good_scene(maps[k], &fake, &options);
				fake_name_category(
					&fake, 0,
					"A category whose name is longer than its columns "
					"are wide, all of them together");
				options.width = 0;
				need_good_scene(maps[k], &fake, &options);
				fake_matrix_release(&fake);
			}
}

/* The cell of a feature and a product is the same shape, wherever it stands. */
static void a_turned_map_shows_the_same_cells(void **state)
{
	struct fake_matrix fake;
	uint8_t fill[12][7];

	(void)state;
	fake_matrix_init(&fake, 7, 12, 4);
	for (int is_turned = 0; is_turned < 2; is_turned++) {
		struct chart_options options = CHART_OPTIONS_INIT;
		struct scene scene;

		options.is_turned = is_turned != 0;
		draw(CHART_HEATMAP, &fake, &options, &scene);
		for (size_t i = 0; i < scene.n_shapes; i++) {
			const struct scene_shape *s = scene_at(&scene, i);

			if (s->kind != SCENE_RECT || s->where.kind != MR_AT_CELL)
				continue;
			if (!is_turned)
				fill[s->where.index][s->where.second] = s->fill;
			else
				assert_int_equal(fill[s->where.index][s->where.second], s->fill);
		}
		assert_int_equal(scene.table.n_rows,
				 (is_turned ? 7 : 12 - fake_n_facts(&fake)) + 1);
		assert_string_equal(scene_table_at(&scene, 1, 0),
				    is_turned ? mr_product_at(&fake.matrix, 0)->name
					      : mr_feature_at(&fake.matrix, 0)->name->plain);
		scene_release(&scene);
	}
	fake_matrix_release(&fake);
}

static void parts_hold_each_cell_once(void **state)
{
	struct fake_matrix fake;

	(void)state;
	fake_matrix_init(&fake, 7, 12, 4);
	for (int is_turned = 0; is_turned < 2; is_turned++) {
		uint32_t seen[12][7] = {{0}};

		for (uint32_t part = 0; part < 12; part++) {
			struct chart_options options = CHART_OPTIONS_INIT;
			struct scene scene;

			options.is_turned = is_turned != 0;
			options.n_items = options.n_across = 4;
			options.first_item = part / 3 * 4;
			options.first_across = part % 3 * 4;
			if (options.first_item >= (is_turned ? 7u : 12u) ||
			    options.first_across >= (is_turned ? 12u : 7u))
				continue;
			draw(CHART_EVIDENCE, &fake, &options, &scene);
			assert_false(scene.failed);
			for (uint32_t i = 1; i < scene.table.n_rows; i++)
				assert_true(scene.table.n_rows <= 5 && scene.table.n_cols <= 5);
			for (size_t i = 0; i < scene.n_shapes; i++) {
				const struct scene_shape *s = scene_at(&scene, i);

				if (s->kind == SCENE_RECT && s->where.kind == MR_AT_CELL &&
				    s->h > 10)
					seen[s->where.index][s->where.second]++;
			}
			scene_release(&scene);
		}
		for (uint32_t row = 0; row < 12; row++)
			for (uint32_t col = 0; col < 7; col++)
				assert_int_equal(seen[row][col], 1);
	}
	fake_matrix_release(&fake);
}

static void a_wanted_width_is_the_width_of_every_chart(void **state)
{
	static const double widths[] = {420, 600, 1500};
	struct fake_matrix fake;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++)
		for (size_t i = 0; i < sizeof widths / sizeof *widths; i++)
			for (int is_low = 0; is_low < 2; is_low++) {
				struct chart_options options = CHART_OPTIONS_INIT;
				struct scene scene;

				options.width = widths[i];
				options.height = is_low ? 380 : 0;
				fake.matrix.is_rtl = is_low != 0;
				need_good_scene((enum chart_kind)kind, &fake, &options);
				draw((enum chart_kind)kind, &fake, &options, &scene);
				/* what a height makes smaller may be less wide */
				if (!is_low || scene.height < 379)
					assert_true(scene.width > widths[i] - 0.01);
				assert_true(scene.width < widths[i] + 0.01);
				assert_true(!is_low || scene.height < 380.01);
				scene_release(&scene);
			}
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(turned_maps_of_any_size_have_names_apart_and_inside),
		cmocka_unit_test(a_turned_map_shows_the_same_cells),
		cmocka_unit_test(parts_hold_each_cell_once),
		cmocka_unit_test(a_wanted_width_is_the_width_of_every_chart),
	};

	return cmocka_run_group_tests_name("chart_turned", tests, NULL, NULL);
}
