/* SPDX-License-Identifier: MIT */
#include "latex/plan/latex_class.h"

static const char *const environment_names[LATEX_N_ENVIRONMENTS] = {
	"auto", "longtable", "landscape", "tabular", "table", "table*", "frames"};

/* clang-format off */
static const struct latex_size ten_points[LATEX_N_SIZES] = {
	{"normalsize", 10, 12, 1}, {"small", 9, 11, 1.03}, {"footnotesize", 8, 9.5, 1.063},
	{"scriptsize", 7, 8, 1.14}, {"tiny", 5, 6, 1.36},
};
static const struct latex_size eleven_points[LATEX_N_SIZES] = {
	{"normalsize", 10.95, 13.6, 1}, {"small", 10, 12, 1}, {"footnotesize", 9, 11, 1.03},
	{"scriptsize", 8, 9.5, 1.063}, {"tiny", 6, 7, 1.22},
};
static const struct latex_size springer[LATEX_N_SIZES] = {
	{"normalsize", 10, 12, 1}, {"small", 9, 11, 1.03}, {"footnotesize", 9, 11, 1.03},
	{"scriptsize", 7, 8, 1.14}, {"tiny", 5, 6, 1.36},
};

static const struct latex_class classes[] = {
	{"article", false, false, true, {345, 345}, {345, 345}, {598, 550}, LATEX_SCRIPTSIZE, ten_points},
	{"report", false, false, true, {345, 345}, {345, 345}, {598, 550}, LATEX_SCRIPTSIZE, ten_points},
	{"book", false, false, true, {345, 345}, {345, 345}, {598, 550}, LATEX_SCRIPTSIZE, ten_points},
	{"scrartcl", false, false, true, {418, 351}, {418, 351}, {595, 459}, LATEX_SCRIPTSIZE, eleven_points},
	{"IEEEtran", false, true, false, {252, 252}, {516, 516}, {696, 696}, LATEX_SCRIPTSIZE, ten_points},
	{"llncs", false, false, false, {347, 347}, {347, 347}, {549, 549}, LATEX_SCRIPTSIZE, springer},
	{"beamer", true, false, false, {307, 307}, {307, 307}, {269, 269}, LATEX_TINY, eleven_points},
};
/* clang-format on */

#define N_CLASSES (sizeof classes / sizeof *classes)
/* The standard classes in two columns (size10.clo): \textwidth 410 pt, \columnsep 10 pt. */
#define TWO_COLUMN_WIDTH 410.0
#define TWO_COLUMN_MEASURE 200.0

const char *latex_class_environment_name(enum latex_environment environment)
{
	return environment < LATEX_N_ENVIRONMENTS ? environment_names[environment] : "";
}

void latex_class_get(uint32_t index, uint32_t columns, struct latex_class *out)
{
	*out = classes[index < N_CLASSES ? index : 0];
	if (columns != 2 || out->is_beamer || out->is_two_column)
		return;
	out->is_two_column = true;
	out->takes_geometry = false;
	for (int paper = 0; paper < 2; paper++) {
		out->full[paper] = TWO_COLUMN_WIDTH;
		out->measure[paper] = TWO_COLUMN_MEASURE;
	}
}

bool latex_class_allows(const struct latex_class *class, enum latex_environment environment)
{
	switch (environment) {
	case LATEX_LONGTABLE:
	case LATEX_LANDSCAPE: return !class->is_beamer && !class->is_two_column;
	case LATEX_TABLE_STAR: return !class->is_beamer;
	case LATEX_FRAMES: return class->is_beamer;
	default: return true;
	}
}

enum latex_environment latex_class_default(const struct latex_class *class)
{
	if (class->is_beamer)
		return LATEX_FRAMES;
	return class->is_two_column ? LATEX_TABLE_STAR : LATEX_LONGTABLE;
}
