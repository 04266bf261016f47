/* SPDX-License-Identifier: MIT */
/*
 * latex_notes - what stands under the table: legend, notes, references, day and credit.
 */
#ifndef LATEX_NOTES_H
#define LATEX_NOTES_H

#include "latex/plan/latex_plan.h"

struct latex_frame {
	const char *caption; /* "" for none: the name stands over the table by other means */
	const char *short_caption; /* for the list of tables, "" for the same */
	const char *label;
	bool notes_at_page;
	bool has_legend;
	bool lists_links; /* also where hyperref is loaded */
};

/* What stands under the table, as paragraphs. */
void latex_notes_write(const struct latex_plan *plan, const struct latex_frame *frame,
		       struct out *out);
/* The legend alone, where not all of that has room beside it; the rest is written with a frame without. */
void latex_notes_legend(const struct latex_plan *plan, struct out *out);
/* \mrDefineNote for each note: where notes stand at the page's foot. */
void latex_notes_define(const struct latex_plan *plan, const struct latex_frame *frame,
			struct out *out);

#endif
