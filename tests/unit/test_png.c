/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "common/chart/chart.h"
#include "fake_matrix.h"
#include "png/png_palette.h"
#include "png/png_write.h"

/* ------------------------------------------------------------------ a sink that keeps its bytes */

struct kept {
	struct mr_sink sink;
	unsigned char *at;
	size_t n, fails_after;
};

static void keep(struct mr_sink *sink, const void *bytes, size_t n)
{
	struct kept *kept = (struct kept *)(void *)sink;

	if (sink->failed)
		return;
	if (kept->fails_after > 0 && kept->n + n > kept->fails_after) {
		sink->failed = true;
		return;
	}
	kept->at = realloc(kept->at, kept->n + n + 1);
	assert_non_null(kept->at);
	memcpy(kept->at + kept->n, bytes, n);
	kept->n += n;
}

struct drawn {
	struct fake_matrix fake;
	struct scene scene;
	struct shape *shape;
	struct kept kept;
};

static void draw(struct drawn *drawn, enum chart_kind kind, struct chart_options options)
{
	fake_matrix_init(&drawn->fake, 4, 12, 3);
	if (kind == CHART_EVIDENCE)
		fake_set_evidence(&drawn->fake);
	scene_init(&drawn->scene, NULL);
	chart_draw(kind, &drawn->fake.matrix, &options, &drawn->scene);
	assert_false(drawn->scene.failed);
	drawn->shape = shape_new(&(struct shape_options){.language = "en", .is_wide = true});
	assert_non_null(drawn->shape);
	drawn->kept = (struct kept){.sink = {.write = keep}};
}

static void release(struct drawn *drawn)
{
	free(drawn->kept.at);
	shape_free(drawn->shape);
	scene_release(&drawn->scene);
	fake_matrix_release(&drawn->fake);
}

static struct png_picture picture_of(const struct drawn *drawn, double scale)
{
	return (struct png_picture){&drawn->scene,
				    drawn->shape,
				    scale,
				    (uint32_t)(drawn->scene.width * scale) + 1,
				    (uint32_t)(drawn->scene.height * scale) + 1,
				    NULL};
}

static int write_png(struct drawn *drawn, double scale)
{
	const struct png_picture picture = picture_of(drawn, scale);
	const struct png_words words = {"Title", "Gr\303\266\303\237e", "", "meshreport", "", "de"};
	const char *problem;

	return png_write(&picture, &words, 72 * scale, &drawn->kept.sink, &problem);
}

/* ------------------------------------------------------------------ rows */

struct pixels {
	uint32_t width, n_rows, n_bands;
	uint32_t *at; /* colours */
	uint8_t *room;
	uint32_t stop_at; /* bands; 0: never */
	struct png_palette palette;
};

static uint8_t *room_for(void *user, size_t n)
{
	struct pixels *pixels = user;

	pixels->room = realloc(pixels->room, n);
	assert_non_null(pixels->room);
	memset(pixels->room, 0xaa, n);
	return pixels->room;
}

static bool take(void *user, uint32_t n_rows)
{
	struct pixels *pixels = user;
	const uint8_t *rows = pixels->room;

	for (; n_rows > 0; n_rows--, rows += pixels->width + 1) {
		assert_int_equal(rows[0], 0);
		for (uint32_t x = 0; x < pixels->width; x++)
			pixels->at[(size_t)pixels->n_rows * pixels->width + x] =
				pixels->palette.colours[rows[1 + x]];
		pixels->n_rows++;
	}
	pixels->n_bands++;
	return pixels->n_bands != pixels->stop_at;
}

static struct pixels paint(const struct drawn *drawn, double scale, uint32_t stop_at)
{
	const struct png_picture picture = picture_of(drawn, scale);
	struct pixels pixels = {.width = picture.width, .stop_at = stop_at};
	const struct png_bands bands = {room_for, take, &pixels};

	pixels.at = calloc((size_t)picture.width * picture.height, sizeof *pixels.at);
	assert_non_null(pixels.at);
	png_palette_init(&pixels.palette, &drawn->scene);
	assert_int_equal(png_paint(&picture, &pixels.palette, &bands), 0);
	free(pixels.room);
	return pixels;
}

static void a_cell_has_the_colour_of_its_status_at_its_place(void **state)
{
	struct drawn drawn;
	struct pixels pixels;
	size_t n = 0;

	(void)state;
	draw(&drawn, CHART_HEATMAP, CHART_OPTIONS_INIT);
	pixels = paint(&drawn, 2, 0);
	for (size_t i = 0; i < drawn.scene.n_shapes; i++) {
		const struct scene_shape *s = scene_at(&drawn.scene, i);
		uint32_t x, y;

		if (s->kind != SCENE_RECT || s->where.kind != MR_AT_CELL ||
		    s->pattern != PATTERN_SOLID)
			continue;
		/* inside of the outline, beside the symbol */
		x = (uint32_t)((s->x + 3) * 2);
		y = (uint32_t)((s->y + 3) * 2);
		assert_int_equal(pixels.at[(size_t)y * pixels.width + x],
				 png_palette_colour(&drawn.scene, s->fill));
		n++;
	}
	assert_true(n > 30);
	free(pixels.at);
	release(&drawn);
}

/* Whether there is ink of the hatch at (x, y) of the square of a pattern; squares stand side by side. */
static bool is_inked(const struct pixels *pixels, unsigned pattern, uint32_t x, uint32_t y)
{
	const uint32_t *square = pixels->at + (size_t)10 * pixels->width + 10 + 60 * pattern;

	return square[(size_t)y * pixels->width + x] != pixels->at[(size_t)10 * pixels->width + 10];
}

/* cairo's 0xAARRGGBB; words on a status are told apart from their ground by all three. */
static void each_colour_of_the_palette_is_the_picture_s_in_its_order(void **state)
{
	struct scene scene;
	(void)state;
	scene_init(&scene, NULL);

	for (unsigned role = 1; role < (unsigned)PALETTE_N_ROLES; role++)
		assert_int_equal(png_palette_colour(&scene, role),
				 0xff000000u | palette_rgb(scene.theme, (enum palette_role)role));
	assert_int_equal(png_palette_colour(&scene, PALETTE_ON_PARTIAL), 0xff06253fu);

	scene_release(&scene);
}

static void hatches_run_as_they_are_called_and_crossed_are_both(void **state)
{
	struct drawn drawn;
	struct pixels pixels;
	uint32_t n_inked[PATTERN_N] = {0};

	(void)state;
	draw(&drawn, CHART_HEATMAP, CHART_OPTIONS_INIT);
	scene_release(&drawn.scene);
	scene_init(&drawn.scene, NULL);
	drawn.scene.theme = PALETTE_PRINT;
	drawn.scene.width = 60 * PATTERN_N;
	drawn.scene.height = 60;
	for (unsigned pattern = 0; pattern < PATTERN_N; pattern++) {
		struct scene_shape *square = scene_rect(&drawn.scene, 60 * pattern + 5, 5, 50, 50);

		square->fill = PALETTE_PARTIAL;
		square->pattern = (uint8_t)pattern;
	}
	pixels = paint(&drawn, 1, 0);
	for (uint32_t y = 1; y < 39; y++) {
		for (uint32_t x = 1; x < 39; x++) {
			bool rises = is_inked(&pixels, PATTERN_RISING, x, y);
			bool falls = is_inked(&pixels, PATTERN_FALLING, x, y);

			assert_int_equal(rises, is_inked(&pixels, PATTERN_RISING, x + 1, y - 1));
			assert_int_equal(falls, is_inked(&pixels, PATTERN_FALLING, x + 1, y + 1));
			assert_int_equal(is_inked(&pixels, PATTERN_LEVEL, x, y),
					 is_inked(&pixels, PATTERN_LEVEL, x + 1, y));
			assert_int_equal(is_inked(&pixels, PATTERN_CROSSED, x, y), rises || falls);
			for (unsigned pattern = 0; pattern < PATTERN_N; pattern++)
				n_inked[pattern] += is_inked(&pixels, pattern, x, y);
		}
	}
	for (unsigned pattern = 0; pattern < PATTERN_N; pattern++)
		if (pattern == PATTERN_SOLID)
			assert_int_equal(n_inked[pattern], 0);
		else
			assert_in_range(n_inked[pattern], 38 * 38 / 10, 38 * 38 * 9 / 10);
	free(pixels.at);
	release(&drawn);
}

static void a_tall_picture_in_bands_equals_its_rows_in_one_band(void **state)
{
	struct drawn drawn;
	struct pixels low, high;
	uint32_t width;

	/* bands end after a number of pixels: a wider canvas has lower bands, with the same shapes */
	(void)state;
	draw(&drawn, CHART_RADAR, CHART_OPTIONS_INIT);
	low = paint(&drawn, 2, 0);
	width = low.width;
	drawn.scene.width *= 12;
	high = paint(&drawn, 2, 0);
	assert_int_equal(low.n_rows, high.n_rows);
	for (uint32_t y = 0; y < low.n_rows; y++)
		if (memcmp(low.at + (size_t)y * width, high.at + (size_t)y * high.width,
			   (width - 1) * sizeof *low.at) != 0)
			fail_msg("row %u differs", y);
	free(low.at);
	free(high.at);
	release(&drawn);
}

static void text_leaves_ink_where_it_stands(void **state)
{
	struct drawn drawn;
	struct pixels pixels;

	(void)state;
	draw(&drawn, CHART_COVERAGE, CHART_OPTIONS_INIT);
	pixels = paint(&drawn, 3, 0);
	for (size_t i = 0; i < drawn.scene.n_shapes; i++) {
		const struct scene_shape *s = scene_at(&drawn.scene, i);
		struct scene_point box[4];
		size_t ink = 0;

		if (s->kind != SCENE_TEXT)
			continue;
		scene_text_box(s, box);
		for (uint32_t y = (uint32_t)(box[0].y * 3); y < (uint32_t)(box[2].y * 3); y++)
			for (uint32_t x = (uint32_t)(box[0].x * 3); x < (uint32_t)(box[2].x * 3);
			     x++)
				ink += pixels.at[(size_t)y * pixels.width + x] ==
				       png_palette_colour(&drawn.scene, s->fill);
		if (ink == 0)
			fail_msg("\"%s\" left no ink", s->text);
	}
	free(pixels.at);
	release(&drawn);
}

static void painting_ends_when_no_more_rows_are_wanted(void **state)
{
	struct drawn drawn;
	struct pixels pixels;

	(void)state;
	draw(&drawn, CHART_HEATMAP, CHART_OPTIONS_INIT);
	pixels = paint(&drawn, 4, 2);
	assert_int_equal(pixels.n_bands, 2);
	assert_true(pixels.n_rows < (uint32_t)(drawn.scene.height * 4));
	free(pixels.at);
	release(&drawn);
}

/* ------------------------------------------------------------------ colours */

static void every_role_of_a_scene_is_in_its_palette_exactly(void **state)
{
	struct png_palette *palette = malloc(sizeof *palette);

	(void)state;
	assert_non_null(palette);
	for (int theme = 0; theme < PALETTE_N_THEMES; theme++)
		for (int kind = 0; kind < CHART_SLOPE; kind++) {
			struct chart_options options = CHART_OPTIONS_INIT;
			struct drawn drawn;

			options.theme = (enum palette_theme)theme;
			draw(&drawn, (enum chart_kind)kind, options);
			png_palette_init(palette, &drawn.scene);
			for (size_t i = 0; i < drawn.scene.n_shapes; i++) {
				uint32_t pixel = png_palette_colour(
					&drawn.scene, scene_at(&drawn.scene, i)->fill);

				if (scene_at(&drawn.scene, i)->fill != PALETTE_NONE)
					assert_int_equal(
						palette->colours[png_palette_index(palette, pixel)],
						pixel);
			}
			assert_in_range(palette->n, 2, 256);
			release(&drawn);
		}
	free(palette);
}

static void shades_between_ink_and_ground_are_near_in_the_palette(void **state)
{
	struct png_palette *palette = malloc(sizeof *palette);
	struct drawn drawn;
	uint32_t ground, ink;

	(void)state;
	assert_non_null(palette);
	draw(&drawn, CHART_HEATMAP, CHART_OPTIONS_INIT);
	png_palette_init(palette, &drawn.scene);
	ground = png_palette_colour(&drawn.scene, PALETTE_YES);
	ink = png_palette_colour(&drawn.scene, PALETTE_ON_YES);
	for (unsigned cover = 0; cover <= 255; cover++) {
		uint32_t wanted = png_palette_blend(ground, ink, cover);
		uint32_t found = palette->colours[png_palette_index(palette, wanted)];

		for (int shift = 0; shift < 24; shift += 8)
			assert_in_range((wanted >> shift & 255) + 20 - (found >> shift & 255), 0,
					40);
	}
	release(&drawn);
	free(palette);
}

static void a_transparent_ground_stays_transparent(void **state)
{
	struct chart_options options = CHART_OPTIONS_INIT;
	struct drawn drawn;
	struct pixels pixels;

	(void)state;
	options.is_transparent = true;
	draw(&drawn, CHART_COVERAGE, options);
	pixels = paint(&drawn, 2, 0);
	assert_int_equal(pixels.at[0], 0);
	assert_int_equal(png_palette_blend(0, 0xff102030u, 0), 0);
	assert_int_equal(png_palette_blend(0, 0xff102030u, 255), 0xff102030u);
	free(pixels.at);
	release(&drawn);
}

/* ------------------------------------------------------------------ the file */

static const unsigned char *find_chunk(const struct kept *kept, const char *type)
{
	for (size_t at = 8; at + 12 <= kept->n;) {
		const unsigned char *c = kept->at + at;
		size_t n = (size_t)c[0] << 24 | (size_t)c[1] << 16 | (size_t)c[2] << 8 | c[3];

		if (memcmp(c + 4, type, 4) == 0)
			return c + 8;
		at += 12 + n;
	}
	return NULL;
}

static void the_file_says_its_resolution_colours_and_words(void **state)
{
	struct drawn drawn;
	const unsigned char *physical;

	(void)state;
	draw(&drawn, CHART_HEATMAP, CHART_OPTIONS_INIT);
	assert_int_equal(write_png(&drawn, 2), 0);
	assert_memory_equal(drawn.kept.at, "\211PNG\r\n\032\n", 8);
	physical = find_chunk(&drawn.kept, "pHYs");
	assert_non_null(physical);
	/* 144 dots per inch are 5669 per metre */
	assert_memory_equal(physical, "\0\0\026\045\0\0\026\045\001", 9);
	assert_non_null(find_chunk(&drawn.kept, "sRGB"));
	assert_non_null(find_chunk(&drawn.kept, "gAMA"));
	assert_non_null(find_chunk(&drawn.kept, "cHRM"));
	assert_string_equal(find_chunk(&drawn.kept, "tEXt"), "Title");
	assert_string_equal(find_chunk(&drawn.kept, "iTXt"), "Description");
	assert_null(find_chunk(&drawn.kept, "tIME"));
	assert_non_null(find_chunk(&drawn.kept, "IEND"));
	release(&drawn);
}

static void the_same_scene_is_the_same_file(void **state)
{
	struct drawn one, other;

	(void)state;
	draw(&one, CHART_RADAR, CHART_OPTIONS_INIT);
	draw(&other, CHART_RADAR, CHART_OPTIONS_INIT);
	assert_int_equal(write_png(&one, 1.5), 0);
	assert_int_equal(write_png(&other, 1.5), 0);
	assert_int_equal(one.kept.n, other.kept.n);
	assert_memory_equal(one.kept.at, other.kept.at, one.kept.n);
	release(&one);
	release(&other);
}

static void a_sink_that_fails_ends_the_work_without_an_end_chunk(void **state)
{
	struct drawn drawn;

	(void)state;
	draw(&drawn, CHART_HEATMAP, CHART_OPTIONS_INIT);
	drawn.kept.fails_after = 1500;
	assert_int_equal(write_png(&drawn, 2), 0);
	assert_true(drawn.kept.sink.failed);
	assert_null(find_chunk(&drawn.kept, "IEND"));
	release(&drawn);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_cell_has_the_colour_of_its_status_at_its_place),
		cmocka_unit_test(each_colour_of_the_palette_is_the_picture_s_in_its_order),
		cmocka_unit_test(hatches_run_as_they_are_called_and_crossed_are_both),
		cmocka_unit_test(a_tall_picture_in_bands_equals_its_rows_in_one_band),
		cmocka_unit_test(text_leaves_ink_where_it_stands),
		cmocka_unit_test(painting_ends_when_no_more_rows_are_wanted),
		cmocka_unit_test(every_role_of_a_scene_is_in_its_palette_exactly),
		cmocka_unit_test(shades_between_ink_and_ground_are_near_in_the_palette),
		cmocka_unit_test(a_transparent_ground_stays_transparent),
		cmocka_unit_test(the_file_says_its_resolution_colours_and_words),
		cmocka_unit_test(the_same_scene_is_the_same_file),
		cmocka_unit_test(a_sink_that_fails_ends_the_work_without_an_end_chunk),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
