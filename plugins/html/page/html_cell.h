/* SPDX-License-Identifier: MIT */
/*
 * html_cell - one cell of the table, with what is worked out once and then copied for every cell.
 */
#ifndef MESHREPORT_HTML_CELL_H
#define MESHREPORT_HTML_CELL_H

#include "html/html_page.h"

struct html_cells {
	struct html_page *page;
	struct out *out;
	/* the start of a cell of each status, twice: words that say it, and that do not */
	struct out openings;
	struct html_kept *opening; /* by 2 * status + spoken */
	uint32_t *n_marked; /* by note: marks written so far */
};

/* `page` and `out` are set, the rest is zero.  0, or -1 without memory; release either way. */
int html_cell_init(struct html_cells *cells);
void html_cell_release(struct html_cells *cells);
void html_cell_put(struct html_cells *cells, uint32_t row, uint32_t col);
/* The marks of notes (uint32_t), with links there and addresses for the way back. */
void html_cell_marks(struct html_cells *cells, const struct mr_array *notes);

#endif
