/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <meshreport/plugin.h>

#include "common/scene/palette.h"

struct linear {
	double c[3];
};

/* Matrices of severity 1.0 from Machado, Oliveira, Fernandes: A Physiologically-based Model for
 * Simulation of Color Vision Deficiency, IEEE TVCG 15(6), 2009, table 1; they apply to linear RGB. */
static const double deficiencies[][3][3] = {
	{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	{{0.152286, 1.052583, -0.204868},
	 {0.114503, 0.786281, 0.099216},
	 {-0.003882, -0.048116, 1.051998}},
	{{0.367322, 0.860646, -0.227968},
	 {0.280085, 0.672501, 0.047413},
	 {-0.011820, 0.042940, 0.968881}},
	{{1.255528, -0.076749, -0.178779},
	 {-0.078411, 0.930809, 0.147602},
	 {0.004733, 0.691367, 0.303900}},
};
static const char *const deficiency_names[] = {"all colours", "protanopia", "deuteranopia",
					       "tritanopia"};
#define N_DEFICIENCIES 4

static const enum palette_theme themes[] = {PALETTE_LIGHT, PALETTE_DARK, PALETTE_PRINT};

/* IEC 61966-2-1, 5.2: the transfer function of sRGB. */
static struct linear linear_of(uint32_t rgb)
{
	struct linear linear;

	for (int i = 0; i < 3; i++) {
		double v = (double)(rgb >> (16 - 8 * i) & 255) / 255;

		linear.c[i] = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
	}
	return linear;
}

/* WCAG 2.2, relative luminance. */
static double luminance(struct linear linear)
{
	return 0.2126 * linear.c[0] + 0.7152 * linear.c[1] + 0.0722 * linear.c[2];
}

/* WCAG 2.2, contrast ratio. */
static double contrast(enum palette_theme theme, enum palette_role a, enum palette_role b)
{
	double one = luminance(linear_of(palette_rgb(theme, a)));
	double other = luminance(linear_of(palette_rgb(theme, b)));

	return one > other ? (one + 0.05) / (other + 0.05) : (other + 0.05) / (one + 0.05);
}

static double curve(double t)
{
	return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

/* CIE 1976 L*a*b* for the white point D65. */
static void lab_of(struct linear l, double lab[3])
{
	double x = (0.4124 * l.c[0] + 0.3576 * l.c[1] + 0.1805 * l.c[2]) / 0.95047;
	double y = luminance(l);
	double z = (0.0193 * l.c[0] + 0.1192 * l.c[1] + 0.9505 * l.c[2]) / 1.08883;

	lab[0] = 116 * curve(y) - 16;
	lab[1] = 500 * (curve(x) - curve(y));
	lab[2] = 200 * (curve(y) - curve(z));
}

static struct linear seen(struct linear linear, int deficiency)
{
	struct linear out;

	for (int i = 0; i < 3; i++) {
		double v = 0;

		for (int k = 0; k < 3; k++)
			v += deficiencies[deficiency][i][k] * linear.c[k];
		out.c[i] = v < 0 ? 0 : v > 1 ? 1 : v;
	}
	return out;
}

static double difference(uint32_t a, uint32_t b, int deficiency)
{
	double p[3], q[3], sum = 0;

	lab_of(seen(linear_of(a), deficiency), p);
	lab_of(seen(linear_of(b), deficiency), q);
	for (int i = 0; i < 3; i++)
		sum += (p[i] - q[i]) * (p[i] - q[i]);
	return sqrt(sum);
}

static double lightness(enum palette_theme theme, enum palette_role role)
{
	double lab[3];

	lab_of(linear_of(palette_rgb(theme, role)), lab);
	return lab[0];
}

static void need_contrast(enum palette_theme theme, enum palette_role ink, enum palette_role ground,
			  double least)
{
	double found = contrast(theme, ink, ground);

	if (found < least)
		fail_msg("theme %d: %s on %s has %.2f:1, not %.1f:1", theme, palette_name(ink),
			 palette_name(ground), found, least);
}

static void words_stand_out_from_what_is_under_them(void **state)
{
	static const enum palette_role inks[] = {
		PALETTE_TEXT,    PALETTE_MUTED,        PALETTE_YES_TEXT, PALETTE_PARTIAL_TEXT,
		PALETTE_NO_TEXT, PALETTE_UNKNOWN_TEXT, PALETTE_NA_TEXT};

	(void)state;
	for (size_t t = 0; t < PALETTE_N_THEMES; t++) {
		for (size_t i = 0; i < sizeof inks / sizeof *inks; i++) {
			need_contrast(themes[t], inks[i], PALETTE_PAPER, 4.5);
			need_contrast(themes[t], inks[i], PALETTE_BAND, 4.5);
		}
		for (uint32_t like = 0; like <= MR_N_LIKES; like++)
			need_contrast(themes[t], palette_ink(like), palette_fill(like), 4.5);
		for (double share = 0.1; share < 1; share += 0.2)
			need_contrast(themes[t], palette_ramp_ink(share), palette_ramp(share), 4.5);
	}
}

static void outlines_and_lone_shapes_stand_out_from_the_paper(void **state)
{
	(void)state;
	for (size_t t = 0; t < PALETTE_N_THEMES; t++) {
		need_contrast(themes[t], PALETTE_EDGE, PALETTE_PAPER, 3);
		need_contrast(themes[t], PALETTE_ACCENT, PALETTE_PAPER, 3);
		need_contrast(themes[t], PALETTE_ACCENT, PALETTE_ACCENT_SOFT, 3);
		need_contrast(themes[t], PALETTE_YES, PALETTE_PAPER, 3);
	}
}

static void statuses_stay_apart_for_every_kind_of_colour_blindness(void **state)
{
	(void)state;
	for (size_t t = 0; t < 2; t++)
		for (int d = 0; d < N_DEFICIENCIES; d++)
			for (uint32_t a = MR_LIKE_YES; a <= MR_LIKE_UNKNOWN; a++)
				for (uint32_t b = a + 1; b <= MR_LIKE_UNKNOWN; b++) {
					double found = difference(
						palette_rgb(themes[t], palette_fill(a)),
						palette_rgb(themes[t], palette_fill(b)), d);

					if (found < 25)
						fail_msg("theme %d, %s: %u and %u differ by %.1f",
							 themes[t], deficiency_names[d], a, b,
							 found);
				}
}

static void a_grey_copy_ranks_yes_partial_no_and_unknown(void **state)
{
	(void)state;
	for (size_t t = 0; t < PALETTE_N_THEMES; t++) {
		double sign = themes[t] == PALETTE_DARK ? -1 : 1;

		for (uint32_t like = MR_LIKE_YES; like < MR_LIKE_UNKNOWN; like++) {
			double step = sign * (lightness(themes[t], palette_fill(like + 1)) -
					      lightness(themes[t], palette_fill(like)));

			if (step < 10)
				fail_msg("theme %d: from %u to %u is a step of %.1f", themes[t],
					 like, like + 1, step);
		}
	}
}

static void the_ramp_goes_one_way(void **state)
{
	(void)state;
	for (size_t t = 0; t < PALETTE_N_THEMES; t++) {
		double sign = themes[t] == PALETTE_DARK ? -1 : 1;

		for (int i = 0; i + 1 < PALETTE_N_RAMP; i++) {
			double here = lightness(themes[t], (enum palette_role)(PALETTE_RAMP_0 + i));
			double next = lightness(themes[t], (enum palette_role)(PALETTE_RAMP_1 + i));

			assert_true(sign * (here - next) > 8);
		}
	}
}

static void print_has_a_pattern_of_its_own_for_each_status(void **state)
{
	(void)state;
	for (uint32_t a = 0; a < MR_N_LIKES; a++)
		for (uint32_t b = a + 1; b < MR_N_LIKES; b++)
			assert_int_not_equal(palette_pattern(PALETTE_PRINT, a),
					     palette_pattern(PALETTE_PRINT, b));
	for (size_t t = 0; t < PALETTE_N_THEMES; t++)
		assert_int_not_equal(palette_pattern(themes[t], MR_LIKE_UNKNOWN),
				     palette_pattern(themes[t], MR_LIKE_NO));
}

static void every_role_has_a_name_of_its_own(void **state)
{
	(void)state;
	for (int a = 0; a < PALETTE_N_ROLES; a++) {
		assert_non_null(palette_name((enum palette_role)a));
		for (int b = a + 1; b < PALETTE_N_ROLES; b++)
			assert_string_not_equal(palette_name((enum palette_role)a),
						palette_name((enum palette_role)b));
	}
}

static void what_lies_beyond_the_tables_is_paper_or_the_nearest_step(void **state)
{
	(void)state;
	assert_int_equal(palette_rgb(PALETTE_DARK, PALETTE_N_ROLES),
			 palette_rgb(PALETTE_DARK, PALETTE_PAPER));
	assert_int_equal(palette_fill(MR_LIKE_NONE), PALETTE_WORDS);
	assert_int_equal(palette_ramp(-1), PALETTE_RAMP_0);
	assert_int_equal(palette_ramp((double)NAN), PALETTE_RAMP_0);
	assert_int_equal(palette_ramp(1), PALETTE_RAMP_4);
	assert_int_equal(palette_ramp(7), PALETTE_RAMP_4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_stand_out_from_what_is_under_them),
		cmocka_unit_test(outlines_and_lone_shapes_stand_out_from_the_paper),
		cmocka_unit_test(statuses_stay_apart_for_every_kind_of_colour_blindness),
		cmocka_unit_test(a_grey_copy_ranks_yes_partial_no_and_unknown),
		cmocka_unit_test(the_ramp_goes_one_way),
		cmocka_unit_test(print_has_a_pattern_of_its_own_for_each_status),
		cmocka_unit_test(every_role_has_a_name_of_its_own),
		cmocka_unit_test(what_lies_beyond_the_tables_is_paper_or_the_nearest_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
