/* SPDX-License-Identifier: MIT */
/*
 * latex_changes - what changed since the old edition, as a list behind the table.
 *
 * Each piece is the argument of a command that macros.tex provides, so that an author sets it otherwise, and so is the
 * whole: \mrChangesList sets it where it stands.  Behind a tabular, which stands in a float of the author's, it is kept for
 * wherever \mrChangesKept is written.
 */
#ifndef LATEX_CHANGES_H
#define LATEX_CHANGES_H

#include "latex/plan/latex_class.h"
#include "latex/text/latex_words.h"

/* Nothing without an older edition. */
void latex_changes_write(struct latex_texts *texts, struct out *out,
			 enum latex_environment environment);

#endif
