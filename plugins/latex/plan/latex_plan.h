/* SPDX-License-Identifier: MIT */
/*
 * latex_plan - which environment a table gets, how its columns are set, and where it is cut.
 *
 * latex_plan_make() measures the matrix, chooses environment and layout, and refuses what cannot be
 * read, naming the environment or option that would help; all of it before a byte is written.
 *
 * A cut is a run of rows of one product group: a longtable has one cut a group, since TeX breaks
 * it; floats and frames get as many as their pages hold, by estimated heights.
 *
 * Lengths are TeX points.
 */
#ifndef LATEX_PLAN_H
#define LATEX_PLAN_H

#include "latex/plan/latex_class.h"
#include "latex/plan/latex_layout.h"
#include "latex/text/latex_cell.h"
#include "latex/text/latex_words.h"

#include <meshreport/plugin.h>

struct latex_wish {
	struct latex_class class;
	bool is_letter;
	bool has_geometry; /* a standalone document that sets its own margins */
	enum latex_environment environment;
	double measure, height; /* of the line and of the page's text; 0: the class's */
	bool has_legend;
	bool is_elsewhere; /* for a paper of the author's, which may differ from the class */
	uint32_t size; /* 0 auto, else index + 1 */
	uint32_t n_groups; /* 0 auto */
};

struct latex_cut {
	uint32_t group;
	uint32_t from, to; /* rows from..to-1 */
};

struct latex_plan {
	struct mr_job *job;
	struct latex_texts *texts;
	struct latex_wish wish;
	enum latex_environment environment;
	struct latex_layout_request request;
	struct latex_layout layout;
	double page; /* what a page, float or frame has for rows */
	double last_height; /* of the rows of the last cut */
	struct latex_cut *cuts;
	uint32_t n_cuts, capacity;
	double worst_height; /* of a row with the heading above it that are higher than a page; 0: none is */
	uint32_t worst_row;
};

/* 0, or -1 after the refusal was reported. */
int latex_plan_make(struct latex_plan *plan, struct mr_job *job, struct latex_texts *texts,
		    const struct latex_wish *wish);

/* The line's width in an environment of the class that is wished for. */
double latex_plan_measure(const struct latex_wish *wish, enum latex_environment environment);

/* Shares of a group's columns (n + 1 of them); allocated by the job. */
uint32_t *latex_plan_shares(const struct latex_plan *plan, uint32_t group, uint32_t *first,
			    uint32_t *n);

#endif
