/* SPDX-License-Identifier: MIT */
/*
 * tables - which grids of the file are the comparison.
 *
 * Without --table: the grid with the most statuses and all that share its head, each a category of its own.
 */
#ifndef MESHREPORT_CORE_TABLES_H
#define MESHREPORT_CORE_TABLES_H

#include "read/table.h"

/*
 * Whether what stands above the grid is the heading of the whole page: the only one of level 1, and its first.  A table
 * below it is of no section.
 */
bool tables_is_under_title(const struct reading *reading, const struct grid *grid);

/* The paragraph right above the grid if all of it is in small, as a description is; null else. */
const struct inline_text *tables_description(struct reading *reading, const struct grid *grid);

/* The heading of the section that the grid stands in; an empty text for none. */
const struct inline_text *tables_heading(struct reading *reading, const struct grid *grid,
					 struct place *out_place);

/* Its caption, else the file's name for it; an empty text for none. */
const struct inline_text *tables_caption(struct reading *reading, uint32_t index);

/*
 * The chosen grids, in the order of the file (of --table, in its order), looked at; they live in the
 * reading's arena.  -1 with `out_why` (or null: memory) when there is none.
 */
int tables_choose(struct reading *reading, struct table **out, uint32_t *out_n,
		  struct buf *out_why);

/* The number of the product of table `of` that is item `item` of `table`, by its name; UINT32_MAX for none. */
bool tables_share_head(struct reading *reading, const struct table *a, const struct table *b);

#endif
