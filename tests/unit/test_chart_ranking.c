/* SPDX-License-Identifier: MIT */
/* The chart ranking: what it says of a ranking and without one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "chart_boxes.h"

/* Four products: certain, open, failed, left out. */
struct ranked_fake {
	struct fake_matrix fake;
	struct mr_ranking ranking;
	struct mr_ranked ranked[4];
	struct mr_requirement requirement;
	double weights[9];
	uint32_t zero;
};

static void ranked_fake_init(struct ranked_fake *all)
{
	static const struct mr_text empty = {.plain = ""};
	const struct mr_array first = {&all->zero, 1, sizeof(all->zero)};

	memset(all, 0, sizeof *all);
	fake_matrix_init(&all->fake, 4, 9, 3);
	fake_count(&all->fake);
	for (int i = 0; i < 9; i++)
		all->weights[i] = i ? 1 : 4;
	all->requirement =
		(struct mr_requirement){"tls", fake_text(&all->fake, "mutual TLS"), 0, false, {0}};
	all->ranked[0] = (struct mr_ranked){2, MR_RANKED_IN, 0.8, 0.8, 8, 8, 10, 1, 2, {0}, {0}};
	all->ranked[1] =
		(struct mr_ranked){0, MR_RANKED_OPEN, 0.5, 0.9, 5, 9, 10, 1, 2, {0}, first};
	all->ranked[2] =
		(struct mr_ranked){1, MR_RANKED_FAILED, 0.6, 0.6, 6, 6, 10, 0, 0, first, {0}};
	all->ranked[3] = (struct mr_ranked){3, MR_RANKED_OUT, 1, 1, 10, 10, 10, 0, 0, {0}, {0}};
	all->ranking = (struct mr_ranking){
		.struct_size = sizeof(all->ranking),
		.n_placed = 2,
		.id = "bank",
		.name = "A bank",
		.description = &empty,
		.partial = 0.5,
		.weights = {all->weights, 9, sizeof(double)},
		.requirements = {&all->requirement, 1, sizeof(all->requirement)},
		.ranked = {all->ranked, 4, sizeof(*all->ranked)},
	};
	all->fake.matrix.ranking = &all->ranking;
}

static size_t count_dots(const struct scene *scene, enum palette_role fill)
{
	size_t n = 0;

	for (size_t i = 0; i < scene->n_shapes; i++)
		n += scene_at(scene, i)->kind == SCENE_POLYGON && scene_at(scene, i)->fill == fill;
	return n;
}

static void a_ranking_shows_intervals_places_and_what_is_open_or_lacking(void **state)
{
	struct ranked_fake all;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	(void)state;
	ranked_fake_init(&all);
	need_good_scene(CHART_RANKING, &all.fake, &options);
	draw(CHART_RANKING, &all.fake, &options, &scene);

	assert_true(has_text(&scene, "Ranking: A bank"));
	assert_true(has_text(&scene, "1\342\200\2232"));
	assert_true(has_text(&scene, "80\302\240%"));
	assert_true(has_text(&scene, "50\342\200\22390\302\240%"));
	assert_true(has_text(&scene, "open: mutual TLS"));
	assert_true(has_text(&scene, "lacks: mutual TLS"));
	assert_true(has_text(&scene, "left out"));
	/* one in each interval and in the legend; what failed has none */
	assert_int_equal(count_dots(&scene, PALETTE_ACCENT), 3);
	assert_int_equal(count_dots(&scene, PALETTE_PAPER), 2);
	assert_string_equal(scene_table_at(&scene, 1, 0), all.fake.products[2].it.name);
	assert_string_equal(scene_table_at(&scene, 3, 1), "");
	assert_non_null(strstr(scene.description, "Requirements: mutual TLS. Weights: "));
	scene_release(&scene);
	fake_matrix_release(&all.fake);
}

static void a_ranking_that_nobody_meets_is_said(void **state)
{
	struct ranked_fake all;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	(void)state;
	ranked_fake_init(&all);
	all.ranking.n_placed = 0;
	for (int i = 0; i < 4; i++)
		all.ranked[i] = all.ranked[i < 3 ? 2 : 3];
	for (uint32_t i = 0; i < 4; i++)
		all.ranked[i].product = i;
	need_good_scene(CHART_RANKING, &all.fake, &options);
	draw(CHART_RANKING, &all.fake, &options, &scene);

	assert_true(has_text(&scene, "No product meets the requirements."));
	assert_int_equal(count_dots(&scene, PALETTE_ACCENT), 0);
	scene_release(&scene);
	fake_matrix_release(&all.fake);
}

static void without_a_ranking_unknown_stretches_the_coverage(void **state)
{
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	(void)state;
	fake_matrix_init(&fake, 2, 4, 2);
	fake_set_all(&fake, MR_LIKE_YES);
	for (uint32_t row = 0; row < 4; row++)
		fake_set(&fake, row, 0, row ? MR_LIKE_NO : MR_LIKE_UNKNOWN);
	fake_name_product(&fake, 0, "worst");
	fake_name_product(&fake, 1, "best");
	fake_count(&fake);
	draw(CHART_RANKING, &fake, &options, &scene);

	assert_true(has_text(&scene, "0\342\200\22325\302\240%"));
	assert_string_equal(scene_table_at(&scene, 1, 0), "best");
	assert_string_equal(scene_table_at(&scene, 2, 1), "0\342\200\22325\302\240%");
	scene_release(&scene);
	fake_matrix_release(&fake);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_ranking_shows_intervals_places_and_what_is_open_or_lacking),
		cmocka_unit_test(a_ranking_that_nobody_meets_is_said),
		cmocka_unit_test(without_a_ranking_unknown_stretches_the_coverage),
	};

	return cmocka_run_group_tests_name("chart_ranking", tests, NULL, NULL);
}
