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

#include "latex/latex_plan.h"

struct latex_frame {
	const char *caption; /* "" for none: the name stands over the table by other means */
	const char *short_caption; /* for the list of tables, "" for the same */
	const char *label;
	bool notes_at_page;
	bool has_legend;
	bool lists_links; /* also where hyperref is loaded */
};

/* The table, in a group of its own. */
void latex_table_write(const struct latex_plan *plan, const struct latex_frame *frame,
		       struct out *out);

/* latex_apparatus.c: what stands under it, as paragraphs. */
void latex_apparatus_write(const struct latex_plan *plan, const struct latex_frame *frame,
			   struct out *out);
/* \mrDefineNote for each note: where notes stand at the page's foot. */
void latex_notes_define(const struct latex_plan *plan, const struct latex_frame *frame,
			struct out *out);

#endif
