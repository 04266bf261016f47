/* SPDX-License-Identifier: MIT */
/* The heat map, its parts and its overview. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "chart_boxes.h"
#include "scene_dump.h"

static void ten_thousand_features_become_an_overview_that_shows_every_row(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;
	double no = 0, expected;

	(void)state;
	fake_matrix_init(&fake, 20, 10000, 50);
	draw(CHART_HEATMAP, &fake, &options, &scene);
	assert_false(scene.failed);
	need_all_inside(&scene, "overview");
	need_no_overlap(&scene, "overview");
	for (size_t i = 0; i < scene.n_shapes; i++)
		if (scene_at(&scene, i)->fill == PALETTE_NO &&
		    scene_at(&scene, i)->where.kind == MR_AT_CELL)
			no += scene_at(&scene, i)->h;
	expected = 0.5 * fake.matrix.counts.n[MR_LIKE_NO];
	assert_true(no > expected - 0.01 && no < expected + 0.01);
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void parts_of_a_heat_map_hold_each_row_once(void **state)
{
	struct fake_matrix fake;
	bool seen[100] = {false};

	(void)state;
	fake_matrix_init(&fake, 4, 100, 7);
	for (uint32_t part = 0; part < 4; part++) {
		struct chart_options options = CHART_OPTIONS_INIT;
		struct scene scene;

		options.first_item = part * 30;
		options.n_items = 30;
		options.part = part;
		options.n_parts = 4;
		draw(CHART_HEATMAP, &fake, &options, &scene);
		assert_false(scene.failed);
		for (size_t i = 0; i < scene.n_shapes; i++) {
			const struct scene_shape *shape = scene_at(&scene, i);

			if (shape->kind != SCENE_TEXT || shape->where.kind != MR_AT_FEATURE)
				continue;
			assert_false(seen[shape->where.index]);
			seen[shape->where.index] = true;
		}
		scene_release(&scene);
	}
	for (int row = 0; row < 100; row++)
		assert_true(seen[row]);
	fake_matrix_release(&fake);
}

static void parts_by_value_go_on_where_the_one_before_ended(void **state)
{
	struct fake_matrix fake;
	const char *found[4];

	(void)state;
	fake_matrix_init(&fake, 1, 4, 4);
	fake_set_all(&fake, MR_LIKE_NO);
	fake_set(&fake, 1, 0, MR_LIKE_PARTIAL);
	fake_set(&fake, 3, 0, MR_LIKE_YES);
	for (uint32_t row = 0; row < 4; row++)
		fake_name_feature(&fake, row, (const char *[]){"a", "b", "c", "d"}[row]);
	fake_count(&fake);
	for (uint32_t part = 0; part < 2; part++) {
		struct chart_options options = CHART_OPTIONS_INIT;
		struct scene scene;

		options.order = CHART_ORDER_VALUE;
		options.first_item = part * 2;
		options.n_items = 2;
		draw(CHART_HEATMAP, &fake, &options, &scene);
		for (uint32_t i = 0; i < 2; i++)
			found[part * 2 + i] = fake_string(&fake, scene_table_at(&scene, i + 1, 0));
		scene_release(&scene);
	}

	/* the best first, and those that are equal as they stand in the dataset */
	assert_string_equal(found[0], "d");
	assert_string_equal(found[1], "b");
	assert_string_equal(found[2], "a");
	assert_string_equal(found[3], "c");
	fake_matrix_release(&fake);
}

static void an_overview_says_that_names_are_missing_and_explains_colours_alone(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 3, 401, 50);
	draw(CHART_HEATMAP, &fake, &options, &scene);
	assert_int_equal(scene.n_unnamed, 401 - fake_n_facts(&fake));
	assert_true(has_text(&scene, "Too many features for names and signs in one picture: only "
				     "the colours are shown."));
	assert_false(has_text(&scene, "\342\234\223")); /* a check mark */
	scene_release(&scene);
	options.n_items = 300;
	draw(CHART_HEATMAP, &fake, &options, &scene);
	assert_int_equal(scene.n_unnamed, 0);
	assert_true(has_text(&scene, "\342\234\223"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

/* Each swatch of the legend as one number: fill, pattern, symbol and corners. */
static void every_cell_of_a_heat_map_says_its_place_and_its_symbol(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;
	size_t boxes = 0, symbols = 0;
	struct mr_where last = {0};

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	draw(CHART_HEATMAP, &fake, &options, &scene);
	for (size_t i = 0; i < scene.n_shapes; i++) {
		const struct scene_shape *s = scene_at(&scene, i);

		if (s->where.kind != MR_AT_CELL)
			continue;
		/* over a pattern, a second rectangle clears the symbol's place */
		boxes += s->kind == SCENE_RECT &&
			 (last.kind != MR_AT_CELL || last.index != s->where.index ||
			  last.second != s->where.second);
		last = s->where;
		symbols += s->kind == SCENE_TEXT;
	}
	assert_int_equal(boxes, 6 * 30);
	assert_int_equal(symbols, fake.matrix.counts.total);
	scene_release(&scene);
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ten_thousand_features_become_an_overview_that_shows_every_row),
		cmocka_unit_test(parts_of_a_heat_map_hold_each_row_once),
		cmocka_unit_test(parts_by_value_go_on_where_the_one_before_ended),
		cmocka_unit_test(
			an_overview_says_that_names_are_missing_and_explains_colours_alone),
		cmocka_unit_test(every_cell_of_a_heat_map_says_its_place_and_its_symbol),
	};

	return cmocka_run_group_tests_name("chart_heatmap", tests, NULL, NULL);
}
