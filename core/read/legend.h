/* SPDX-License-Identifier: MIT */
/*
 * legend - signs and words that the page itself explains, near the tables that were chosen.
 *
 *     ✅ supported · 🔶 partly · - not planned        a paragraph, a caption, the items of a list
 *     | 🚧 | work in progress |                       a small table
 *     `+` means the feature is supported, blank cell means …
 *
 * Only what stands in the tables' cells is taken: a list of features with ticks is no legend.  A legend
 * outranks what everybody takes a sign for, and becomes statuses with its labels; --map outranks both as to
 * what they count as.
 */
#ifndef MESHREPORT_CORE_LEGEND_H
#define MESHREPORT_CORE_LEGEND_H

#include "read/table.h"

/* Reads what explains the cells of the tables into the vocabulary. */
void legend_read(struct reading *reading, const struct table *tables, uint32_t n_tables);

#endif
