/* SPDX-License-Identifier: MIT */
#include "latex/plan/latex_class.h"

#include <stdio.h>
#include <string.h>

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
static const struct latex_size twelve_points[LATEX_N_SIZES] = {
	{"normalsize", 12, 14.5, 1}, {"small", 10.95, 13.6, 1}, {"footnotesize", 10, 12, 1},
	{"scriptsize", 8, 9.5, 1.063}, {"tiny", 6, 7, 1.22},
};
/* IEEEtran at 11pt and 12pt: only \normalsize differs. */
static const struct latex_size large_ieee[LATEX_N_SIZES] = {
	{"normalsize", 12, 13.92, 1}, {"small", 10, 12, 1}, {"footnotesize", 9, 10.5, 1.03},
	{"scriptsize", 8, 9, 1.063}, {"tiny", 6, 7, 1.22},
};
static const struct latex_size springer[LATEX_N_SIZES] = {
	{"normalsize", 10, 12, 1}, {"small", 9, 11, 1.03}, {"footnotesize", 9, 11, 1.03},
	{"scriptsize", 7, 8, 1.14}, {"tiny", 5, 6, 1.36},
};

static const struct latex_class classes[] = {
	{"article", false, false, true, {345, 345}, {345, 345}, {598, 550}, LATEX_SCRIPTSIZE, 0, ten_points},
	{"report", false, false, true, {345, 345}, {345, 345}, {598, 550}, LATEX_SCRIPTSIZE, 0, ten_points},
	{"book", false, false, true, {345, 345}, {345, 345}, {598, 550}, LATEX_SCRIPTSIZE, 0, ten_points},
	{"scrartcl", false, false, true, {418, 351}, {418, 351}, {595, 459}, LATEX_SCRIPTSIZE, 0, eleven_points},
	{"IEEEtran", false, true, false, {252, 252}, {516, 516}, {696, 696}, LATEX_SCRIPTSIZE, 0, ten_points},
	{"llncs", false, false, false, {347, 347}, {347, 347}, {549, 549}, LATEX_SCRIPTSIZE, 0, springer},
	{"beamer", true, false, false, {307, 307}, {307, 307}, {269, 269}, LATEX_TINY, 0, eleven_points},
};

/* What another size of the document's type changes: 10pt, 11pt, 12pt (LaTeX and KOMA, 2022). */
struct type {
	double measure[2], height[2];
	const struct latex_size *sizes;
};

static const struct type standard_types[] = {
	{{345, 345}, {598, 550}, ten_points},
	{{360, 360}, {595, 541}, eleven_points},
	{{390, 390}, {592, 548}, twelve_points},
};
static const struct type koma_types[] = {
	{{373, 307}, {538, 406}, ten_points},
	{{418, 351}, {595, 459}, eleven_points},
	{{448, 383}, {635, 505}, twelve_points},
};
/* clang-format on */

#define N_CLASSES (sizeof(classes) / sizeof(*classes))
/* The standard classes in two columns (size10.clo): \textwidth 410 pt, \columnsep 10 pt. */
#define TWO_COLUMN_WIDTH 410.0
#define TWO_COLUMN_MEASURE 200.0

const char *latex_class_environment_name(enum latex_environment environment)
{
	return environment < LATEX_N_ENVIRONMENTS ? environment_names[environment] : "";
}

static void set_type(struct latex_class *class, uint32_t fontsize)
{
	const struct type *type = NULL;

	class->fontsize = fontsize;
	if (strcmp(class->name, "scrartcl") == 0)
		type = &koma_types[fontsize - 1];
	else if (class->takes_geometry)
		type = &standard_types[fontsize - 1];
	else if (strcmp(class->name, "IEEEtran") == 0 && fontsize > 1)
		class->sizes = large_ieee;
	else if (class->is_beamer)
		class->sizes = standard_types[fontsize - 1].sizes;
	if (!type)
		return;
	class->sizes = type->sizes;
	for (int paper = 0; paper < 2; paper++) {
		class->measure[paper] = class->full[paper] = type->measure[paper];
		class->height[paper] = type->height[paper];
	}
}

void latex_class_get(uint32_t index, uint32_t columns, uint32_t fontsize, struct latex_class *out)
{
	*out = classes[index < N_CLASSES ? index : 0];
	if (fontsize > 0)
		set_type(out, fontsize < 3 ? fontsize : 3);
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

void latex_class_options(const struct latex_class *class, bool is_letter,
			 char out[LATEX_MAX_OPTIONS])
{
	static const char *const sizes[] = {"", "10pt", "11pt", "12pt"};
	bool is_koma = strcmp(class->name, "scrartcl") == 0;
	bool is_llncs = strcmp(class->name, "llncs") == 0;
	const char *size = sizes[is_llncs ? 1 : class->fontsize];
	const char *paper = is_letter ? "letter" : "a4";

	if (class->is_beamer)
		(void)snprintf(out, LATEX_MAX_OPTIONS, "%s", *size ? size : "11pt");
	else if (is_koma)
		(void)snprintf(out, LATEX_MAX_OPTIONS, "%s%s%spaper=%s", *size ? "fontsize=" : "",
			       size, *size ? "," : "", paper);
	else
		(void)snprintf(out, LATEX_MAX_OPTIONS, "%s,%spaper%s", *size ? size : "10pt", paper,
			       class->is_two_column && strcmp(class->name, "IEEEtran") != 0
				       ? ",twocolumn"
				       : "");
}
