/* SPDX-License-Identifier: MIT */
/*
 * latex_measure - how wide words become in Latin Modern, estimated without TeX.
 *
 * Widths are thousandths of an em of the 10 point roman face.  They choose columns, type size and
 * environment and err on the wide side; TeX itself breaks the lines.  Lines are estimated as TeX
 * breaks them: at blanks, behind a hyphen inside a word, between Chinese characters.
 *
 * Pure; text is UTF-8.
 */
#ifndef LATEX_MEASURE_H
#define LATEX_MEASURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct latex_extent {
	uint32_t natural; /* on one line */
	uint32_t longest; /* the widest piece that is never broken */
	uint32_t first; /* the first such piece: what stands before the words is added to it */
};

#define LATEX_BLANK_WIDTH 333u
/* What a character that no font prints takes: [U+4E2D]. */
#define LATEX_MISSING_WIDTH 4700u

void latex_measure(const char *text, bool has_font, struct latex_extent *out);

/* Lines of `text` in a column of `width`, when `indent` of the first is taken; at least 1. */
uint32_t latex_measure_lines(const char *text, uint32_t indent, uint32_t width, bool has_font);

/* No text of the natural width `natural`, its indent included, has more lines in such a column. */
double latex_measure_most_lines(uint32_t natural, uint32_t width);

#endif
