/* SPDX-License-Identifier: MIT */
/*
 * latex_scene - paints a chart (common/scene/scene.h) as TikZ.
 *
 * The picture is as wide as the line; colours are written as numbers, text is set by LaTeX in the
 * sans face of the document.  Needs tikz (Debian: texlive-pictures).
 */
#ifndef LATEX_SCENE_H
#define LATEX_SCENE_H

#include "common/write/out.h"

#include "latex/text/latex_words.h"

/*
 * `kind` is an enum chart_kind; the measure and the most height in TeX points, 0 for any height.
 * 0, or -1 after the problem was reported.
 */
int latex_scene_write(struct latex_texts *texts, uint32_t kind, double measure, double height,
		      struct out *out);

#endif
