/* SPDX-License-Identifier: MIT */
/* Odd data through every chart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "chart_boxes.h"
#include "scene_dump.h"

static void one_product_has_all_charts_but_the_one_of_pairs(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 1, 30, 5);
	for (int kind = 0; kind < CHART_MATRIX; kind++)
		need_good_scene((enum chart_kind)kind, &fake, &options);
	draw(CHART_MATRIX, &fake, &options, &scene);
	assert_true(scene.failed);
	assert_non_null(strstr(scene.problem, "--products"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void all_unknown_is_drawn_as_unknown_and_nowhere_as_no(void **state)
{
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	fake_set_all(&fake, MR_LIKE_UNKNOWN);
	fake_count(&fake);
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++) {
		struct scene scene;

		need_good_scene((enum chart_kind)kind, &fake, &options);
		draw((enum chart_kind)kind, &fake, &options, &scene);
		assert_int_equal(count_filled(&scene, PALETTE_NO), 0);
		if (kind != CHART_RADAR && kind != CHART_RANKING)
			assert_true(count_filled(&scene, PALETTE_UNKNOWN) > 0);
		scene_release(&scene);
	}
	fake_matrix_release(&fake);
}

static void nothing_and_everything_are_zero_and_hundred_percent(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	fake_set_all(&fake, MR_LIKE_NO);
	fake_count(&fake);
	need_all_good(&fake);
	draw(CHART_COVERAGE, &fake, &options, &scene);
	assert_true(has_text(&scene, "0\302\240%"));
	scene_release(&scene);
	fake_set_all(&fake, MR_LIKE_YES);
	fake_count(&fake);
	need_all_good(&fake);
	draw(CHART_COVERAGE, &fake, &options, &scene);
	assert_true(has_text(&scene, "100\302\240%"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void agreement_says_100_for_all_alone_and_0_for_none_alone(void **state)
{
	static const struct {
		uint32_t n_different;
		const char *said;
	} cases[] = {{0, "100"}, {1, "99"}, {299, "1"}, {300, "0"}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct fake_matrix fake;
		struct scene scene;
		struct chart_options options = CHART_OPTIONS_INIT;

		fake_matrix_init(&fake, 2, 300, 5);
		fake_set_all(&fake, MR_LIKE_YES);
		for (uint32_t row = 0; row < cases[i].n_different; row++)
			fake_set(&fake, row, 1, MR_LIKE_NO);
		fake_count(&fake);
		draw(CHART_MATRIX, &fake, &options, &scene);
		assert_true(has_text(&scene, cases[i].said));
		scene_release(&scene);
		fake_matrix_release(&fake);
	}
}

static void words_alone_leave_nothing_to_draw_and_say_so(void **state)
{
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 5);
	fake_set_all(&fake, MR_LIKE_NONE);
	fake_count(&fake);
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++) {
		struct scene scene;

		draw((enum chart_kind)kind, &fake, &options, &scene);
		assert_true(scene.failed);
		assert_non_null(strstr(scene.problem, "no feature"));
		scene_release(&scene);
	}
	fake_matrix_release(&fake);
}

static void without_categories_there_is_a_heat_map_and_no_radar(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 6, 30, 0);
	need_good_scene(CHART_HEATMAP, &fake, &options);
	need_good_scene(CHART_CATEGORIES, &fake, &options);
	draw(CHART_RADAR, &fake, &options, &scene);
	assert_true(scene.failed);
	assert_non_null(strstr(scene.problem, "chart=categories"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void seven_hundred_and_one_products_are_refused_with_the_option_that_helps(void **state)
{
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 701, 4, 2);
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++) {
		struct scene scene;

		draw((enum chart_kind)kind, &fake, &options, &scene);
		assert_true(scene.failed);
		assert_non_null(strstr(scene.problem, "701 products"));
		assert_non_null(strstr(scene.problem, "--products"));
		scene_release(&scene);
	}
	fake_matrix_release(&fake);
}

static void looks_of_the_legend(const struct scene *scene, uint64_t *looks, size_t *n)
{
	bool is_legend = false;

	*n = 0;
	for (size_t i = 0; i < scene->n_shapes; i++) {
		const struct scene_shape *s = scene_at(scene, i);

		if (s->kind == SCENE_GROUP)
			is_legend = strcmp(s->text, "Legend") == 0;
		if (!is_legend || (s->kind == SCENE_TEXT && s->anchor != SCENE_MIDDLE))
			continue;
		if (s->kind == SCENE_RECT && s->w > 10.9 && s->w < 11.1)
			looks[(*n)++] = s->fill + 100u * s->pattern;
		else if (s->kind == SCENE_RECT && *n > 0)
			looks[*n - 1] =
				looks[*n - 1] * 31 + (uint64_t)(s->x * 4 + s->y * 640) % 9973;
		else if (s->kind == SCENE_TEXT && *n > 0)
			for (const char *c = s->text; *c; c++)
				looks[*n - 1] = looks[*n - 1] * 31 + (unsigned char)*c;
	}
}

static void statuses_of_one_symbol_and_colour_look_different(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;
	uint64_t looks[32];
	size_t n;

	(void)state;
	for (int theme = 0; theme < PALETTE_N_THEMES; theme++) {
		fake_matrix_init(&fake, 5, 2, 2);
		for (uint32_t col = 0; col < 5; col++)
			for (uint32_t row = 0; row < 2; row++)
				fake_set(&fake, row, col, col);
		fake_count(&fake);
		for (uint32_t i = 1; i < 5; i++) {
			fake.statuses[i].it.symbol = fake.statuses[0].it.symbol;
			fake.statuses[i].it.like = MR_LIKE_YES;
		}
		options.theme = (enum palette_theme)theme;
		draw(CHART_HEATMAP, &fake, &options, &scene);
		looks_of_the_legend(&scene, looks, &n);
		assert_int_equal(n, 5);
		for (size_t i = 0; i < n; i++)
			for (size_t k = 0; k < i; k++)
				assert_true(looks[i] != looks[k]);
		/* in the legend; the ink of cells is that of what they count as */
		assert_int_equal(count_filled(&scene, PALETTE_ON_YES), 1 + 1 + 2 + 1);
		scene_release(&scene);
		fake_matrix_release(&fake);
	}
}

static void names_that_begin_alike_are_told_apart_in_every_chart(void **state)
{
	static const char *const name =
		"Red Hat OpenShift Service Mesh for Kubernetes with all of its "
		"add-ons that anyone may ever need, edition %u of the year";
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 14, 30, 5);
	for (uint32_t col = 0; col < 14; col++) {
		char text[160];

		snprintf(text, sizeof text, name, col);
		fake_name_product(&fake, col, text);
	}
	for (uint32_t row = 0; row < 30; row++) {
		char text[800];

		/* what differs lies in the middle, where neither end shows it */
		memset(text, 'x', sizeof text - 1);
		text[sizeof text - 1] = '\0';
		memset(text + 400, row % 2 ? 'y' : 'z', 1 + row / 2);
		fake_name_feature(&fake, row, text);
	}
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++) {
		struct scene scene;

		need_good_scene((enum chart_kind)kind, &fake, &options);
		draw((enum chart_kind)kind, &fake, &options, &scene);
		if (kind != CHART_FEATURES)
			need_names_apart(&scene, MR_AT_PRODUCT, 14);
		if (kind == CHART_HEATMAP || kind == CHART_FEATURES)
			need_names_apart(&scene, MR_AT_FEATURE, 30);
		scene_release(&scene);
	}
	fake_matrix_release(&fake);
}

static void three_long_names_are_wrapped_and_none_is_cut(void **state)
{
	static const char *const names[] = {
		"Red Hat OpenShift Service Mesh for Kubernetes 2.6 extended support",
		"Red Hat OpenShift Service Mesh for Kubernetes 3.0 technology preview",
		"Red Hat OpenShift Service Mesh for Kubernetes 3.1"};
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 3, 9, 3);
	for (uint32_t col = 0; col < 3; col++)
		fake_name_product(&fake, col, names[col]);
	for (int kind = 0; kind < N_OF_ONE_EDITION; kind++) {
		struct scene scene;

		draw((enum chart_kind)kind, &fake, &options, &scene);
		assert_int_equal(scene.n_shortened, 0);
		scene_release(&scene);
	}
	fake_matrix_release(&fake);
}

static void almost_all_is_not_a_hundred_percent_and_one_is_not_none(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 2, 300, 300);
	fake_set_all(&fake, MR_LIKE_YES);
	fake_set(&fake, 7, 1, MR_LIKE_NO);
	fake_count(&fake);
	draw(CHART_MATRIX, &fake, &options, &scene);
	assert_true(has_text(&scene, "99"));
	assert_false(has_text(&scene, "100"));
	scene_release(&scene);
	for (uint32_t row = 1; row < 300; row++)
		fake_set(&fake, row, 1, MR_LIKE_NO);
	fake_count(&fake);
	draw(CHART_MATRIX, &fake, &options, &scene);
	assert_true(has_text(&scene, "1"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void weights_stand_at_the_features_and_beside_each_coverage(void **state)
{
	static const char line[] = "Coverage is weighted, the counts are not: TLS\302\240\303\2279";
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 3, 9, 3);
	fake_name_feature(&fake, 0, "TLS");
	for (uint32_t weighs = 0; weighs < 2; weighs++) {
		fake.features[0].it.weight = weighs ? 9 : 1;
		fake_count(&fake);
		for (int kind = 0; kind < N_OF_ONE_EDITION; kind++) {
			struct scene scene;
			bool is_weighted = kind == CHART_COVERAGE || kind == CHART_RADAR ||
					   kind == CHART_RANKING;
			/* of one feature no weight matters */
			bool has_share = is_weighted || kind == CHART_FEATURES;

			draw((enum chart_kind)kind, &fake, &options, &scene);
			assert_int_equal(has_text(&scene, "Coverage: yes counts one, partial one "
							  "half, unknown zero, of all that apply."),
					 has_share);
			assert_int_equal(has_text(&scene, line), is_weighted && weighs);
			assert_int_equal(strstr(scene.description, line) != NULL,
					 is_weighted && weighs);
			if (kind == CHART_HEATMAP)
				assert_int_equal(has_text(&scene, "TLS\302\240\303\2279"), weighs);
			scene_release(&scene);
		}
	}
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_product_has_all_charts_but_the_one_of_pairs),
		cmocka_unit_test(all_unknown_is_drawn_as_unknown_and_nowhere_as_no),
		cmocka_unit_test(nothing_and_everything_are_zero_and_hundred_percent),
		cmocka_unit_test(agreement_says_100_for_all_alone_and_0_for_none_alone),
		cmocka_unit_test(words_alone_leave_nothing_to_draw_and_say_so),
		cmocka_unit_test(without_categories_there_is_a_heat_map_and_no_radar),
		cmocka_unit_test(
			seven_hundred_and_one_products_are_refused_with_the_option_that_helps),
		cmocka_unit_test(statuses_of_one_symbol_and_colour_look_different),
		cmocka_unit_test(names_that_begin_alike_are_told_apart_in_every_chart),
		cmocka_unit_test(three_long_names_are_wrapped_and_none_is_cut),
		cmocka_unit_test(almost_all_is_not_a_hundred_percent_and_one_is_not_none),
		cmocka_unit_test(weights_stand_at_the_features_and_beside_each_coverage),
	};

	return cmocka_run_group_tests_name("chart", tests, NULL, NULL);
}
