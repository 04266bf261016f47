/* SPDX-License-Identifier: MIT */
/*
 * latex_changes - what changed since the old edition, as a list behind the table of a document.
 *
 * Each piece is the argument of a command that macros.tex provides, so that an author sets it otherwise.
 */
#ifndef LATEX_CHANGES_H
#define LATEX_CHANGES_H

#include "latex/text/latex_words.h"

/* Nothing without an older edition. */
void latex_changes_write(struct latex_texts *texts, struct out *out, bool is_beamer);

#endif
