/* SPDX-License-Identifier: MIT */
/* The chart of evidence: ages, sources, and the day that is counted to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "common/chart/chart_evidence.h"

#include "chart_boxes.h"

#define NOVEMBER INT64_C(1572998400) /* 2019-11-06 */

static void an_age_falls_into_the_first_group_that_reaches_so_far(void **state)
{
	static const struct {
		struct mr_date verified;
		uint32_t age;
	} cases[] = {{{2019, 11, 6}, 0}, {{2019, 10, 7}, 0}, {{2019, 10, 6}, 1}, {{2019, 8, 8}, 1},
		     {{2019, 8, 7}, 2},  {{2018, 11, 6}, 2}, {{2018, 11, 5}, 3}, {{2017, 11, 6}, 3},
		     {{2017, 11, 5}, 4}, {{1, 1, 1}, 4},     {{2020, 2, 29}, 0}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(
			chart_evidence_age(cases[i].verified, (struct mr_date){2019, 11, 6}),
			cases[i].age);
}

static void days_are_counted_to_the_clock_else_to_the_newest_one(void **state)
{
	struct fake_matrix fake;
	struct mr_date day;

	(void)state;
	fake_matrix_init(&fake, 3, 9, 3);

	day = chart_evidence_today(&fake.matrix, MR_NO_CLOCK);
	assert_int_equal(day.year, 0);
	fake_set_evidence(&fake);
	day = chart_evidence_today(&fake.matrix, MR_NO_CLOCK);
	assert_true(day.year == 2019 && day.month == 11 && day.day == 6);
	day = chart_evidence_today(&fake.matrix, NOVEMBER + 86399);
	assert_true(day.year == 2019 && day.month == 11 && day.day == 6);
	day = chart_evidence_today(&fake.matrix, -1);
	assert_true(day.year == 1969 && day.month == 12 && day.day == 31);
	day = chart_evidence_today(&fake.matrix, INT64_C(951782400));
	assert_true(day.year == 2000 && day.month == 2 && day.day == 29);
	fake_matrix_release(&fake);
}

static size_t count_kind(const struct scene *scene, uint32_t kind)
{
	size_t n = 0;

	for (size_t i = 0; i < scene->n_shapes; i++)
		n += scene_at(scene, i)->kind == kind;
	return n;
}

static void each_age_has_a_shade_and_a_bar_and_each_source_a_diamond(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;
	size_t n_sourced = 0;

	(void)state;
	options.clock = NOVEMBER;
	fake_matrix_init(&fake, 3, 14, 7);
	fake_set_all(&fake, MR_LIKE_YES);
	fake_count(&fake);

	draw(CHART_EVIDENCE, &fake, &options, &scene);

	assert_false(scene.failed);
	for (uint32_t row = 0; row < 14; row++)
		for (uint32_t col = 0; col < 3; col++) {
			const struct mr_cell *cell = mr_cell_at(&fake.matrix, row, col);

			n_sourced += cell->detail && cell->detail->sources.n > 0;
		}
	/* one more stands in the legend */
	assert_int_equal(count_kind(&scene, SCENE_POLYGON), n_sourced + 1);
	for (int role = PALETTE_RAMP_0; role <= PALETTE_RAMP_4; role++)
		assert_true(count_filled(&scene, (enum palette_role)role) > 1);
	assert_true(has_text(&scene, "Ages are days before 2019-11-06."));
	assert_true(has_text(&scene, "verified more than 730 days ago"));
	assert_string_equal(scene_table_at(&scene, 1, 1), "not verified, with a source");
	assert_string_equal(scene_table_at(&scene, 1, 2), "2019-11-06, without a source");
	assert_non_null(strstr(scene.description, "verified "));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void what_nobody_knows_anything_of_is_refused(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 2, 4, 2);

	scene_init(&scene, NULL);
	chart_draw(CHART_EVIDENCE, &fake.matrix, &options, &scene);
	assert_true(scene.failed);
	assert_non_null(strstr(scene.problem, "source"));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void an_overview_and_parts_hold_every_row_words_too(void **state)
{
	struct fake_matrix fake;
	struct scene scene;
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	fake_matrix_init(&fake, 4, 450, 30);
	for (uint32_t col = 0; col < 4; col++)
		fake_set(&fake, 7, col, MR_LIKE_NONE);
	fake_count(&fake);

	need_good_scene(CHART_EVIDENCE, &fake, &options);
	draw(CHART_EVIDENCE, &fake, &options, &scene);
	assert_int_equal(scene.n_unnamed, 450);
	scene_release(&scene);
	options.first_item = 5;
	options.n_items = 10;
	draw(CHART_EVIDENCE, &fake, &options, &scene);
	assert_int_equal(scene.table.n_rows, 11);
	scene_release(&scene);
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_age_falls_into_the_first_group_that_reaches_so_far),
		cmocka_unit_test(days_are_counted_to_the_clock_else_to_the_newest_one),
		cmocka_unit_test(each_age_has_a_shade_and_a_bar_and_each_source_a_diamond),
		cmocka_unit_test(what_nobody_knows_anything_of_is_refused),
		cmocka_unit_test(an_overview_and_parts_hold_every_row_words_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
