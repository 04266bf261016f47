/* SPDX-License-Identifier: MIT */
/*
 * latex_class - what meshreport knows of the document classes it writes for: the measure, the height
 * of the page, the type sizes, and which environments work in them.
 *
 * Lengths are TeX points (1/72.27 inch), taken from the classes as TeX Live 2022 has them (printed
 * by \typeout{\the\textwidth}); tests/latex/run compiles every pair that is allowed here.
 */
#ifndef LATEX_CLASS_H
#define LATEX_CLASS_H

#include <stdbool.h>
#include <stdint.h>

enum latex_environment {
	LATEX_AUTO = 0,
	LATEX_LONGTABLE,
	LATEX_LANDSCAPE, /* a longtable on pages turned by pdflscape */
	LATEX_TABULAR, /* no float, no caption: for an author's own float */
	LATEX_TABLE,
	LATEX_TABLE_STAR,
	LATEX_FRAMES, /* beamer: as many frames as it takes */
	LATEX_N_ENVIRONMENTS
};
/* In the order of the enumeration, joined by '|', for the option table. */
#define LATEX_ENVIRONMENTS "auto|longtable|landscape|tabular|table|table*|frames"
const char *latex_class_environment_name(enum latex_environment environment);
/* Broken over pages by TeX. */
static inline bool latex_environment_is_long(enum latex_environment environment)
{
	return environment == LATEX_LONGTABLE || environment == LATEX_LANDSCAPE;
}

/* A letter for the order of sizes: 0 is the largest. */
enum { LATEX_NORMALSIZE, LATEX_SMALL, LATEX_FOOTNOTESIZE, LATEX_SCRIPTSIZE, LATEX_TINY };
#define LATEX_N_SIZES 5

struct latex_size {
	const char *command; /* "footnotesize" */
	double points;
	double leading;
	double widening; /* small Latin Modern is wider: the em of this size over its points */
};

struct latex_class {
	const char *name;
	bool is_beamer;
	bool is_two_column;
	bool takes_geometry; /* a standalone document may set its margins */
	double measure[2]; /* \linewidth: A4, letter */
	double full[2]; /* \textwidth where that is another */
	double height[2]; /* \textheight */
	uint8_t smallest; /* the last size that is readable */
	uint32_t fontsize; /* 0 the class's own; 1, 2, 3: 10pt, 11pt, 12pt */
	const struct latex_size *sizes; /* LATEX_N_SIZES */
};

#define LATEX_CLASSES "article|report|book|scrartcl|IEEEtran|llncs|beamer"

/*
 * By index into LATEX_CLASSES; `columns` 2 makes a class of one column one of two, `fontsize` is the
 * index into LATEX_FONTSIZES: llncs has one size only, and the others are for it as if nothing was said.
 */
#define LATEX_FONTSIZES "class|10pt|11pt|12pt"
void latex_class_get(uint32_t index, uint32_t columns, uint32_t fontsize, struct latex_class *out);

/* Whether the environment works in the class, and if not, which does. */
bool latex_class_allows(const struct latex_class *class, enum latex_environment environment);
enum latex_environment latex_class_default(const struct latex_class *class);

/* "11pt,a4paper": what a document of the class is asked for. */
#define LATEX_MAX_OPTIONS 48u
void latex_class_options(const struct latex_class *class, bool is_letter,
			 char out[LATEX_MAX_OPTIONS]);

#endif
