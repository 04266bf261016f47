/* SPDX-License-Identifier: MIT */
/* The chart of two editions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "chart_boxes.h"
#include "fake_since.h"

#define PERCENT "\302\240%"

/* Two editions of so many products and ten features, of which each product has as many as is said. */
struct pair {
	struct fake_matrix now, then;
	struct fake_since since;
};

static void set_yes(struct fake_matrix *fake, uint32_t col, uint32_t n)
{
	for (uint32_t row = 0; row < fake->matrix.features.n; row++)
		fake_set(fake, row, col, row < n ? MR_LIKE_YES : MR_LIKE_NO);
}

static void begin(struct pair *pair, uint32_t n_then, uint32_t n_now, uint32_t n_features)
{
	fake_matrix_init(&pair->then, n_then, n_features, 5);
	fake_matrix_init(&pair->now, n_now, n_features, 5);
	pair->now.matrix.as_of = (struct mr_date){2026, 8, 31};
}

static void end(struct pair *pair)
{
	fake_count(&pair->then);
	fake_count(&pair->now);
	fake_since_init(&pair->since, &pair->now, &pair->then);
}

static void release(struct pair *pair)
{
	fake_since_release(&pair->since);
	fake_matrix_release(&pair->now);
	fake_matrix_release(&pair->then);
}

/* The lines from edge to edge of the field: those of products, wider than rules. */
static const struct scene_shape *line_of(const struct scene *scene, uint32_t col)
{
	for (size_t i = 0; i < scene->n_shapes; i++) {
		const struct scene_shape *s = scene_at(scene, i);

		if (s->kind == SCENE_LINE && s->where.kind == MR_AT_PRODUCT &&
		    s->where.index == col)
			return s;
	}
	return NULL;
}

static size_t count_points(const struct scene *scene, enum palette_role fill)
{
	size_t n = 0;

	for (size_t i = 0; i < scene->n_shapes; i++)
		n += scene_at(scene, i)->kind == SCENE_RECT && scene_at(scene, i)->w < 5 &&
		     scene_at(scene, i)->fill == fill;
	return n;
}

static size_t count_text(const struct scene *scene, const char *text)
{
	size_t n = 0;

	for (size_t i = 0; i < scene->n_shapes; i++)
		n += scene_at(scene, i)->kind == SCENE_TEXT &&
		     strcmp(scene_at(scene, i)->text, text) == 0;
	return n;
}

static void without_an_older_edition_it_is_refused_with_the_option_that_names_one(void **state)
{
	struct fake_matrix fake;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	(void)state;
	fake_matrix_init(&fake, 3, 10, 5);
	draw(CHART_SLOPE, &fake, &options, &scene);
	assert_true(scene.failed);
	assert_non_null(strstr(scene.problem, "--since"));
	assert_false(chart_is_for(CHART_SLOPE, &fake.matrix));
	assert_true(chart_is_for(CHART_MATRIX, &fake.matrix));
	scene_release(&scene);
	fake_matrix_release(&fake);
}

static void a_line_falls_dashed_and_rises_whole_at_its_coverage(void **state)
{
	struct pair pair;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;
	const struct scene_shape *up, *down, *level;

	(void)state;
	begin(&pair, 3, 3, 10);
	set_yes(&pair.then, 0, 2), set_yes(&pair.now, 0, 8);
	set_yes(&pair.then, 1, 9), set_yes(&pair.now, 1, 3);
	set_yes(&pair.then, 2, 5), set_yes(&pair.now, 2, 5);
	end(&pair);
	draw(CHART_SLOPE, &pair.now, &options, &scene);
	up = line_of(&scene, 0), down = line_of(&scene, 1), level = line_of(&scene, 2);
	assert_true(up->h < 0 && !up->is_dashed);
	assert_true(down->h > 0 && down->is_dashed);
	assert_true(fabs(level->h) < 0.01 && !level->is_dashed);
	/* six tenths up and six tenths down */
	assert_true(fabs(up->h + down->h) < 0.01);
	assert_true(has_text(&scene, "Dashed: less than before."));
	assert_true(has_text(&scene, "2019-11-06"));
	assert_true(has_text(&scene, "2026-08-31"));
	assert_non_null(strstr(scene.description, "Product 1: 80" PERCENT " (was 20" PERCENT ")"));
	assert_string_equal(scene_table_at(&scene, 2, 1), "90" PERCENT);
	assert_string_equal(scene_table_at(&scene, 2, 2), "30" PERCENT);
	scene_release(&scene);
	release(&pair);
}

static void a_product_of_one_edition_has_a_sign_and_a_hollow_point_and_no_line(void **state)
{
	struct pair pair;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	(void)state;
	begin(&pair, 2, 2, 10);
	fake_name_product(&pair.then, 1, "Gone");
	fake_name_product(&pair.now, 1, "New");
	end(&pair);
	draw(CHART_SLOPE, &pair.now, &options, &scene);
	assert_true(has_text(&scene, "+ New"));
	assert_true(has_text(&scene, "\342\210\222 Gone"));
	assert_true(has_text(&scene, "+ added, \342\210\222 removed"));
	assert_null(line_of(&scene, 1));
	assert_int_equal(count_points(&scene, PALETTE_PAPER), 2);
	assert_int_equal(count_points(&scene, PALETTE_ACCENT), 2);
	assert_string_equal(scene_table_at(&scene, 2, 0), "New");
	assert_string_equal(scene_table_at(&scene, 2, 1), "");
	assert_string_equal(scene_table_at(&scene, 3, 0), "Gone");
	assert_string_equal(scene_table_at(&scene, 3, 2), "");
	scene_release(&scene);
	release(&pair);
}

static void products_of_one_percentage_share_it_and_the_line_of_all_is_wider(void **state)
{
	struct pair pair;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	(void)state;
	begin(&pair, 4, 4, 10);
	for (uint32_t col = 0; col < 4; col++) {
		set_yes(&pair.then, col, 4);
		set_yes(&pair.now, col, col == 3 ? 9 : 7);
	}
	end(&pair);
	draw(CHART_SLOPE, &pair.now, &options, &scene);
	assert_int_equal(count_text(&scene, "40" PERCENT), 1);
	assert_int_equal(count_text(&scene, "70" PERCENT), 1);
	assert_int_equal(count_text(&scene, "Product 2"), 2);
	assert_true(line_of(&scene, 0)->stroke_width > line_of(&scene, 3)->stroke_width);
	assert_null(line_of(&scene, 1));
	scene_release(&scene);
	release(&pair);
}

static void no_labels_touch_however_many_products_there_are(void **state)
{
	static const char *const name = "Red Hat OpenShift Service Mesh for Kubernetes with all "
					"add-ons, edition %u of the year";
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	for (uint32_t n = 1; n <= 150; n += n < 20 ? 1 : 43)
		for (int is_long = 0; is_long < 2; is_long++) {
			struct pair pair;
			char text[160];

			begin(&pair, n, n, 37);
			for (uint32_t col = 0; is_long && col < n; col++) {
				snprintf(text, sizeof text, name, (unsigned)col);
				fake_name_product(&pair.now, col, text);
				fake_name_product(&pair.then, col, text);
			}
			end(&pair);
			for (int width = 0; width < 700; width += 300) {
				options.width = width;
				need_good_scene(CHART_SLOPE, &pair.now, &options);
			}
			release(&pair);
		}
}

static void labels_stand_in_the_order_of_their_coverage_and_within_the_field(void **state)
{
	struct pair pair;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;
	double last = 0;

	(void)state;
	begin(&pair, 9, 9, 100);
	for (uint32_t col = 0; col < 9; col++)
		set_yes(&pair.then, col, 50), set_yes(&pair.now, col, 99 - col);
	end(&pair);
	draw(CHART_SLOPE, &pair.now, &options, &scene);
	for (uint32_t col = 0; col < 9; col++) {
		char percent[16];

		snprintf(percent, sizeof percent,
			 "%u"
			 "\302\240%%",
			 99 - col);
		for (size_t i = 0; i < scene.n_shapes; i++) {
			const struct scene_shape *s = scene_at(&scene, i);

			if (s->kind != SCENE_TEXT || strcmp(s->text, percent) != 0)
				continue;
			assert_true(s->y > last);
			last = s->y;
		}
	}
	assert_true(last > 0);
	scene_release(&scene);
	release(&pair);
}

static void from_right_to_left_the_older_edition_is_at_the_right(void **state)
{
	struct chart_options options = CHART_OPTIONS_INIT;

	(void)state;
	for (int is_rtl = 0; is_rtl < 2; is_rtl++) {
		struct pair pair;
		struct scene scene;
		double then = 0, now = 0;

		begin(&pair, 3, 3, 10);
		pair.now.matrix.is_rtl = is_rtl;
		end(&pair);
		draw(CHART_SLOPE, &pair.now, &options, &scene);
		for (size_t i = 0; i < scene.n_shapes; i++) {
			if (strcmp(scene_at(&scene, i)->text, "2019-11-06") == 0)
				then = scene_at(&scene, i)->x;
			if (strcmp(scene_at(&scene, i)->text, "2026-08-31") == 0)
				now = scene_at(&scene, i)->x;
		}
		assert_int_equal(then > now, is_rtl);
		need_no_overlap(&scene, "from right to left");
		scene_release(&scene);
		release(&pair);
	}
}

static void what_is_counted_in_neither_edition_is_named_below(void **state)
{
	struct pair pair;
	struct chart_options options = CHART_OPTIONS_INIT;
	struct scene scene;

	(void)state;
	begin(&pair, 2, 2, 10);
	for (uint32_t row = 0; row < 10; row++) {
		fake_set(&pair.then, row, 1, MR_LIKE_NA);
		fake_set(&pair.now, row, 1, MR_LIKE_NA);
	}
	end(&pair);
	draw(CHART_SLOPE, &pair.now, &options, &scene);
	assert_true(has_text(&scene, "Product 2: \342\200\223"));
	assert_int_equal(count_text(&scene, "Product 2"), 0);
	scene_release(&scene);
	release(&pair);
}

static void parts_hold_all_products_of_both_editions(void **state)
{
	struct pair pair;
	struct chart_options options = CHART_OPTIONS_INIT;
	uint32_t n = 0;

	(void)state;
	begin(&pair, 7, 5, 10);
	end(&pair);
	options.n_items = 3;
	options.n_parts = 3;
	for (options.part = 0; options.part < 3; options.part++) {
		struct scene scene;

		options.first_item = options.part * options.n_items;
		draw(CHART_SLOPE, &pair.now, &options, &scene);
		assert_false(scene.failed);
		n += scene.table.n_rows - 1;
		scene_release(&scene);
	}
	assert_int_equal(n, 7);
	release(&pair);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			without_an_older_edition_it_is_refused_with_the_option_that_names_one),
		cmocka_unit_test(a_line_falls_dashed_and_rises_whole_at_its_coverage),
		cmocka_unit_test(
			a_product_of_one_edition_has_a_sign_and_a_hollow_point_and_no_line),
		cmocka_unit_test(products_of_one_percentage_share_it_and_the_line_of_all_is_wider),
		cmocka_unit_test(no_labels_touch_however_many_products_there_are),
		cmocka_unit_test(labels_stand_in_the_order_of_their_coverage_and_within_the_field),
		cmocka_unit_test(from_right_to_left_the_older_edition_is_at_the_right),
		cmocka_unit_test(what_is_counted_in_neither_edition_is_named_below),
		cmocka_unit_test(parts_hold_all_products_of_both_editions),
	};

	return cmocka_run_group_tests_name("chart_slope", tests, NULL, NULL);
}
