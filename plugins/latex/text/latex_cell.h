/* SPDX-License-Identifier: MIT */
/*
 * latex_cell - a cell of the table: written, and measured.
 */
#ifndef LATEX_CELL_H
#define LATEX_CELL_H

#include "latex/text/latex_words.h"

/* \mrYes and the like, for a symbol that is not the built-in one \mrSymbol{id}{sign}. */
void latex_cell_symbol(struct latex_texts *texts, struct out *out, uint32_t status);

/* \mrMeans{yes}{yes}{\mrYes{}} for each status of the table, which \mrIs{yes}{...} then refers to. */
void latex_cell_define(struct latex_texts *texts, struct out *out);

/* The whole cell: \mrIs{yes}{...}, or \mrCell{yes}{...} where it has more than a status and words. */
void latex_cell_write(struct latex_texts *texts, struct out *out, uint32_t row, uint32_t col);

/* The value of a cell of `m` without marks and sources: how an older edition is quoted. */
void latex_cell_value(struct latex_texts *texts, struct out *out, const struct mr_matrix *m,
		      const struct mr_cell *cell);
/* What a change is called in arguments: added, removed, changed, quiet, lost. */
const char *latex_cell_change_word(uint32_t kind, uint32_t tone);

/* A note's number, or its letters where notes stand among the paper's own footnotes. */
void latex_cell_note(const struct latex_texts *texts, struct out *out, uint32_t index);
/* The marks of notes (uint32_t), each as the argument of `command`. */
void latex_cell_marks(const struct latex_texts *texts, struct out *out,
		      const struct mr_array *notes, const char *command);

/* How wide a cell is, with symbols, marks and what stands behind its words. */
void latex_cell_extent(struct latex_texts *texts, uint32_t row, uint32_t col,
		       struct latex_extent *out);
/* What is taken of its first line by all that is not in its text. */
uint32_t latex_cell_indent(const struct latex_texts *texts, const struct mr_cell *cell);

#endif
