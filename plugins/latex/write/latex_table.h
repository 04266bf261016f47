/* SPDX-License-Identifier: MIT */
/*
 * latex_table - writes the planned table: longtable, tabular, floats or frames, and what stands
 * under it (legend, notes, links, selection, credit).
 *
 * Nothing is decided here but the order of the words; latex_plan.h decides, and the macros of
 * templates/latex/macros.tex say how it looks.
 */
#ifndef LATEX_TABLE_H
#define LATEX_TABLE_H

#include "latex/plan/latex_plan.h"
#include "latex/write/latex_notes.h"

/* The table, in a group of its own. */
void latex_table_write(const struct latex_plan *plan, const struct latex_frame *frame,
		       struct out *out);

#endif
