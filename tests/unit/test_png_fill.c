/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "png/png_fill.h"

#define SIDE 100

struct canvas {
	uint8_t cover[SIDE][SIDE];
	unsigned n_spans;
};

static void put(void *user, int x, int y, int n, unsigned cover)
{
	struct canvas *canvas = user;

	assert_in_range(y, 0, SIDE - 1);
	assert_in_range(x, 0, SIDE - 1);
	assert_in_range(x + n, 1, SIDE);
	assert_in_range(cover, 1, 255);
	memset(&canvas->cover[y][x], (int)cover, (size_t)n);
	canvas->n_spans++;
}

static void fill(struct png_fill *fill, struct canvas *canvas)
{
	memset(canvas, 0, sizeof *canvas);
	png_fill_spans(fill, (struct png_area){0, 0, SIDE, SIDE}, put, canvas);
	assert_false(png_fill_failed(fill));
}

static void box(struct png_fill *fill, double left, double top, double right, double bottom)
{
	png_fill_move_to(fill, left, top);
	png_fill_line_to(fill, right, top);
	png_fill_line_to(fill, right, bottom);
	png_fill_line_to(fill, left, bottom);
}

static void an_outline_covers_what_is_inside_and_half_of_a_halved_pixel(void **state)
{
	struct png_fill *f = png_fill_new();
	struct canvas canvas;
	struct png_area extents;

	(void)state;
	png_fill_begin(f);
	box(f, 10, 20, 30.5, 40);
	extents = png_fill_extents(f);
	fill(f, &canvas);
	for (int y = 0; y < SIDE; y++)
		for (int x = 0; x < SIDE; x++) {
			bool is_row = y >= 20 && y < 40;
			int wanted = is_row && x >= 10 && x < 30 ? 255
				     : is_row && x == 30         ? 128
								 : 0;

			assert_in_range(canvas.cover[y][x] + 1 - wanted, 0, 2);
		}
	assert_int_equal(extents.left, 10);
	assert_int_equal(extents.right, 31);
	assert_int_equal(extents.top, 20);
	assert_int_equal(extents.bottom, 40);
	png_fill_free(f);
}

static void contours_of_one_direction_join_and_of_two_cut_a_hole(void **state)
{
	struct png_fill *f = png_fill_new();
	struct canvas canvas;

	(void)state;
	png_fill_begin(f);
	box(f, 10, 10, 50, 50);
	box(f, 30, 30, 70, 70);
	fill(f, &canvas);
	assert_int_equal(canvas.cover[40][40], 255);
	png_fill_begin(f);
	box(f, 10, 10, 50, 50);
	box(f, 20, 40, 40, 20);
	fill(f, &canvas);
	assert_int_equal(canvas.cover[30][30], 0);
	assert_int_equal(canvas.cover[15][15], 255);
	png_fill_free(f);
}

static void a_curve_bulges(void **state)
{
	struct png_fill *f = png_fill_new();
	struct canvas canvas;

	(void)state;
	png_fill_begin(f);
	png_fill_move_to(f, 10, 50);
	png_fill_curve_to(f, (const double[6]){10, 10, 90, 10, 90, 50});
	fill(f, &canvas);
	assert_int_equal(canvas.cover[25][50], 255);
	assert_int_equal(canvas.cover[15][50], 0);
	png_fill_free(f);
}

static void a_stroke_runs_along_its_line_and_is_closed_when_told(void **state)
{
	struct png_fill *f = png_fill_new();
	struct canvas canvas;

	(void)state;
	for (int is_closed = 0; is_closed < 2; is_closed++) {
		png_fill_begin(f);
		box(f, 20, 20, 80, 80);
		png_fill_stroke(f, 4, is_closed);
		fill(f, &canvas);
		assert_int_equal(canvas.cover[20][50], 255);
		assert_int_equal(canvas.cover[50][80], 255);
		assert_int_equal(canvas.cover[50][20], is_closed ? 255 : 0);
		assert_int_equal(canvas.cover[50][50], 0);
		assert_int_equal(canvas.cover[15][50], 0);
	}
	png_fill_free(f);
}

static void dashes_leave_gaps(void **state)
{
	struct png_fill *f = png_fill_new();
	struct canvas canvas;

	(void)state;
	png_fill_begin(f);
	png_fill_move_to(f, 10, 50);
	png_fill_line_to(f, 90, 50);
	png_fill_stroke(f, 4, false);
	png_fill_dash(f, 6, 4);
	fill(f, &canvas);
	for (int x = 10; x < 90; x++)
		assert_int_equal(canvas.cover[50][x], (x - 10) % 10 < 6 ? 255 : 0);
	png_fill_stroke(f, 4, false);
	fill(f, &canvas);
	assert_int_equal(canvas.cover[50][18], 255);
	png_fill_free(f);
}

static void nothing_is_said_outside_of_the_area(void **state)
{
	struct png_fill *f = png_fill_new();
	struct canvas canvas;

	(void)state;
	png_fill_begin(f);
	box(f, -500, -500, 500, 500);
	fill(f, &canvas);
	for (int y = 0; y < SIDE; y++)
		for (int x = 0; x < SIDE; x++)
			assert_int_equal(canvas.cover[y][x], 255);
	png_fill_spans(f, (struct png_area){5, 5, 5, 9}, put, &canvas);
	png_fill_free(f);
}

static void points_anywhere_do_no_harm(void **state)
{
	static const double far[] = {1e300, -1e300, INFINITY, -INFINITY, NAN, 1e9};
	struct png_fill *f = png_fill_new();
	struct canvas canvas;

	(void)state;
	for (int k = 0; k < 6; k++) {
		png_fill_begin(f);
		png_fill_move_to(f, far[k], 3);
		png_fill_line_to(f, 4, far[(k + 1) % 6]);
		png_fill_curve_to(f, (const double[6]){far[k], far[k], 0, 0, 50, 50});
		fill(f, &canvas);
	}
	png_fill_begin(f);
	fill(f, &canvas);
	assert_int_equal(canvas.n_spans, 0);
	png_fill_free(f);
}

static void strokes_of_no_length_and_of_any_length_do_no_harm(void **state)
{
	struct png_fill *f = png_fill_new();
	struct canvas canvas;

	(void)state;
	for (int is_closed = 0; is_closed < 2; is_closed++) {
		png_fill_begin(f);
		png_fill_move_to(f, 50, 50);
		png_fill_line_to(f, 50, 50);
		png_fill_move_to(f, 60, 60);
		png_fill_stroke(f, 3, is_closed);
		fill(f, &canvas);
		png_fill_begin(f);
		png_fill_move_to(f, -1e9, -1e9);
		png_fill_line_to(f, 1e9, 1e9);
		png_fill_line_to(f, -1e9, -1e9);
		png_fill_stroke(f, 3, is_closed);
		fill(f, &canvas);
		assert_int_equal(canvas.cover[50][50], 255);
	}
	png_fill_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_outline_covers_what_is_inside_and_half_of_a_halved_pixel),
		cmocka_unit_test(contours_of_one_direction_join_and_of_two_cut_a_hole),
		cmocka_unit_test(a_curve_bulges),
		cmocka_unit_test(a_stroke_runs_along_its_line_and_is_closed_when_told),
		cmocka_unit_test(dashes_leave_gaps),
		cmocka_unit_test(nothing_is_said_outside_of_the_area),
		cmocka_unit_test(points_anywhere_do_no_harm),
		cmocka_unit_test(strokes_of_no_length_and_of_any_length_do_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
