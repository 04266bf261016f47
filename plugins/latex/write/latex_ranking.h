/* SPDX-License-Identifier: MIT */
/*
 * latex_ranking - which products suit somebody, as paragraphs before the table: lines that a page may end between.
 */
#ifndef LATEX_RANKING_H
#define LATEX_RANKING_H

#include "latex/text/latex_words.h"

/*
 * Nothing without a ranking.  A whole presentation has it on frames of its own; a fragment for one, which stands in a frame, has none,
 * and says so.
 */
void latex_ranking_write(struct latex_texts *texts, struct out *out, bool is_beamer, bool is_whole);

#endif
