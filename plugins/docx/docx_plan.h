/* SPDX-License-Identifier: MIT */
/*
 * docx_plan - how the table lies on its paper: upright or across, in how many groups of products, how wide each column.
 *
 * Lengths are twips, twentieths of a point, in which the format counts.  Widths are estimated: programs have fonts of
 * their own.  Pure.
 */
#ifndef MESHREPORT_DOCX_PLAN_H
#define MESHREPORT_DOCX_PLAN_H

#include <meshreport/plugin.h>

#include <stdbool.h>
#include <stdint.h>

enum {
	DOCX_PLAN_MARGIN = 1020, /* 18 mm */
	DOCX_PLAN_LETTER = 90, /* a letter of the table, on average */
	DOCX_PLAN_PADDING = 170, /* left and right of a cell's words */
	DOCX_PLAN_COLUMNS = 62, /* products of one table: the format has 63 columns */
	DOCX_PLAN_ROWS = 32000 /* rows of one table: programs take 32,767 */
};

enum docx_orientation { DOCX_AUTO, DOCX_PORTRAIT, DOCX_LANDSCAPE };

#define DOCX_PLAN_PAPERS "a4|a3|letter|legal|tabloid"

struct docx_group {
	uint32_t first, n; /* products */
};

struct docx_plan {
	uint32_t paper_width, paper_height; /* upright */
	bool is_landscape;
	uint32_t names; /* width of the first column */
	uint32_t *needs; /* by product: width of its column */
	struct docx_group *groups;
	uint32_t n_groups;
};

void docx_plan_make(struct docx_plan *plan, const struct mr_matrix *m, uint32_t paper,
		    enum docx_orientation orientation);
void docx_plan_release(struct docx_plan *plan);

/* Room between the margins. */
uint32_t docx_plan_room(const struct docx_plan *plan);

/* Widths of the names and of the `group->n` products behind them, which together fill the room. */
void docx_plan_widths(const struct docx_plan *plan, const struct docx_group *group,
		      uint32_t *widths);

#endif
