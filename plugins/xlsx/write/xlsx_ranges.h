/* SPDX-License-Identifier: MIT */
/*
 * xlsx_ranges - many ranges of cells as the lists that one conditional format takes ("B2:D2 B4 C5:C9"), so that a sheet has
 * as few formats as may be.
 *
 * A formula of a condition is written as for one cell and moves with the others: Excel counts from the upper left corner of
 * all ranges, LibreOffice from that of the first.  Here they are the same: no range of a list begins above or left of the
 * first.  Ranges are added from top to bottom; one that begins left of the list at hand begins another, and those that wait
 * are few, each further left than the one before.
 */
#ifndef MESHREPORT_XLSX_RANGES_H
#define MESHREPORT_XLSX_RANGES_H

#include <stdint.h>

/* From 0, the last ones included. */
struct xlsx_range {
	uint32_t row, col, last_row, last_col;
};

struct xlsx_ranges_list;

struct xlsx_ranges {
	struct xlsx_ranges_list *top; /* the one that is filled, and below it those that wait */
	/* Takes a list that is full or the end; row and column are those of its first cell.  The words are borrowed. */
	void (*put)(void *context, const char *ranges, uint32_t row, uint32_t col);
	void *context;
};

/* `range` does not begin above any that was added before. */
void xlsx_ranges_add(struct xlsx_ranges *ranges, const struct xlsx_range *range);

/* Puts what is left; the next range may begin anywhere. */
void xlsx_ranges_end(struct xlsx_ranges *ranges);

#endif
