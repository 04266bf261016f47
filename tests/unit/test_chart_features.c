/* SPDX-License-Identifier: MIT */
/* Bars: of features, and numbers that have no room inside of their parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "chart_boxes.h"

/* Rows a to d over four products: all yes; two and two; one of three known; three yes and one no. */
static void init(struct fake_matrix *fake)
{
	fake_matrix_init(fake, 4, 4, 2);
	fake_set_all(fake, MR_LIKE_YES);
	fake_set(fake, 1, 0, MR_LIKE_NO);
	fake_set(fake, 1, 1, MR_LIKE_NO);
	for (uint32_t col = 0; col < 4; col++)
		fake_set(fake, 2, col, MR_LIKE_UNKNOWN);
	fake_set(fake, 3, 0, MR_LIKE_NO);
	for (uint32_t row = 0; row < 4; row++)
		fake_name_feature(fake, row, (const char *[]){"a", "b", "c", "d"}[row]);
	fake_count(fake);
}

static void need_order(const struct fake_matrix *fake, enum chart_order order, const char *names)
{
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	options.order = order;
	draw(CHART_FEATURES, fake, &options, &scene);
	assert_false(scene.failed);
	assert_int_equal(scene.table.n_rows, strlen(names) + 1);
	for (uint32_t i = 0; names[i]; i++) {
		assert_int_equal(scene_table_at(&scene, i + 1, 0)[0], names[i]);
		assert_int_equal(strlen(scene_table_at(&scene, i + 1, 0)), 1);
	}
	/* what the order is by is said only where nobody asked for it */
	assert_int_equal(has_text(&scene, "Features in which the products differ most come first."),
			 order == CHART_ORDER_OWN);
	scene_release(&scene);
}

static void features_that_tell_products_apart_come_first_and_unknown_ones_last(void **state)
{
	struct fake_matrix fake;

	(void)state;
	init(&fake);
	need_order(&fake, CHART_ORDER_OWN, "bdac");
	need_order(&fake, CHART_ORDER_DATA, "abcd");
	need_order(&fake, CHART_ORDER_VALUE, "adbc");
	fake_matrix_release(&fake);
}

static void counts_are_those_of_the_products(void **state)
{
	struct chart_options options = CHART_OPTIONS_INIT;
	struct fake_matrix fake;
	struct scene scene;

	(void)state;
	init(&fake);
	draw(CHART_FEATURES, &fake, &options, &scene);
	assert_string_equal(scene_table_at(&scene, 1, 1), "2"); /* b: yes */
	assert_string_equal(scene_table_at(&scene, 1, 3), "2"); /* no */
	assert_string_equal(scene_table_at(&scene, 2, 1), "3"); /* d */
	assert_string_equal(scene_table_at(&scene, 4, 4), "4"); /* c: unknown */
	assert_non_null(strstr(scene.description, "b: yes 2, no 2; d: yes 3, no 1"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void two_features_of_one_name_have_their_categories_beside_it(void **state)
{
	struct chart_options options = CHART_OPTIONS_INIT;
	struct fake_matrix fake;
	struct scene scene;

	(void)state;
	init(&fake);
	fake_name_feature(&fake, 0, "d");
	fake_name_category(&fake, 0, "First");
	fake_name_category(&fake, 1, "Second");
	draw(CHART_FEATURES, &fake, &options, &scene);
	assert_true(has_text(&scene, "d (First)") && has_text(&scene, "d (Second)"));
	assert_true(has_text(&scene, "b"));
	scene_release(&scene);
	/* in the order of the dataset the categories stand above them */
	options.order = CHART_ORDER_DATA;
	draw(CHART_FEATURES, &fake, &options, &scene);
	assert_true(has_text(&scene, "First") && has_text(&scene, "Second"));
	assert_false(has_text(&scene, "d (First)"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

/* The text of a number in the ink for paper, null where it stands inside of its part. */
static const struct scene_shape *outside(const struct scene *scene, uint32_t like)
{
	for (size_t i = 0; i < scene->n_shapes; i++)
		if (scene_at(scene, i)->kind == SCENE_TEXT &&
		    scene_at(scene, i)->fill == palette_words(like))
			return scene_at(scene, i);
	return NULL;
}

static void a_number_that_its_part_has_no_room_for_stands_below_it(void **state)
{
	struct chart_options options = CHART_OPTIONS_INIT;
	struct fake_matrix fake;
	struct scene scene;

	(void)state;
	fake_matrix_init(&fake, 1, 300, 0);
	fake_set_all(&fake, MR_LIKE_YES);
	fake_set(&fake, 0, 0, MR_LIKE_PARTIAL);
	fake_set(&fake, 1, 0, MR_LIKE_NO);
	fake_set(&fake, 2, 0, MR_LIKE_UNKNOWN);
	fake_set(&fake, 3, 0, MR_LIKE_NA);
	fake_count(&fake);
	need_good_scene(CHART_COVERAGE, &fake, &options);
	draw(CHART_COVERAGE, &fake, &options, &scene);
	assert_true(has_text(&scene, "296"));
	assert_null(outside(&scene, MR_LIKE_YES));
	for (uint32_t like = MR_LIKE_PARTIAL; like <= MR_LIKE_NA; like++) {
		assert_non_null(outside(&scene, like));
		assert_string_equal(outside(&scene, like)->text, "1");
	}
	/* in the order of the parts */
	assert_true(outside(&scene, MR_LIKE_PARTIAL)->x < outside(&scene, MR_LIKE_NO)->x);
	assert_true(outside(&scene, MR_LIKE_NO)->x < outside(&scene, MR_LIKE_UNKNOWN)->x);
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void every_number_of_every_row_is_seen(void **state)
{
	struct chart_options options = CHART_OPTIONS_INIT;
	struct fake_matrix fake;
	struct scene scene;
	size_t n = 0, expected = 0;

	(void)state;
	fake_matrix_init(&fake, 9, 500, 7);
	draw(CHART_COVERAGE, &fake, &options, &scene);
	for (size_t i = 0; i < scene.n_shapes; i++) {
		const struct scene_shape *s = scene_at(&scene, i);

		n += s->kind == SCENE_TEXT && s->where.kind == MR_AT_PRODUCT && s->size < 7.5;
	}
	for (uint32_t col = 0; col < 9; col++)
		for (uint32_t like = 0; like < MR_N_LIKES; like++)
			expected += mr_product_at(&fake.matrix, col)->counts.n[like] > 0;
	assert_int_equal(n, expected);
	scene_release(&scene);
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			features_that_tell_products_apart_come_first_and_unknown_ones_last),
		cmocka_unit_test(counts_are_those_of_the_products),
		cmocka_unit_test(two_features_of_one_name_have_their_categories_beside_it),
		cmocka_unit_test(a_number_that_its_part_has_no_room_for_stands_below_it),
		cmocka_unit_test(every_number_of_every_row_is_seen),
	};

	return cmocka_run_group_tests_name("chart_features", tests, NULL, NULL);
}
