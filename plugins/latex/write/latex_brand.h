/* SPDX-License-Identifier: MIT */
/*
 * latex_brand - what a house has in a document: running head and foot, a logo beside the title, a colour for heads.
 *
 * In a fragment the lines and the logo are its paper's; the colour is used there where the paper loads color or xcolor.
 */
#ifndef LATEX_BRAND_H
#define LATEX_BRAND_H

#include "common/write/brand.h"
#include "latex/plan/latex_class.h"
#include "latex/text/latex_words.h"

struct latex_brand {
	struct mr_job *job;
	struct brand brand;
	bool is_alone; /* a document of its own */
	bool has_drawing; /* and in it a chart, whose packages bring colours */
	const struct latex_class *class;
	const struct latex_ink *ink;
};

/* 0, or -1 after an error; tells what has no place here, and leaves it out of the house. */
int latex_brand_check(struct latex_brand *brand);

/* What of it may be missing from the fonts is told. */
void latex_brand_report(const struct latex_brand *brand, struct latex_texts *texts);

/* Lines of the preamble: packages, and the style of pages. */
void latex_brand_packages(const struct latex_brand *brand, struct out *out);
bool latex_brand_has_lines(const struct latex_brand *brand);
/* Before the macros, which know an accent of none. */
void latex_brand_accent(const struct latex_brand *brand, struct out *out);
/* Before the title, in its group. */
void latex_brand_logo(const struct latex_brand *brand, struct out *out);

#endif
