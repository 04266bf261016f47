/* SPDX-License-Identifier: MIT */
/*
 * arrange - a table whose first column is not the one that names its rows, as one in which it is.
 *
 *     # | Feature | A | B           numbers of the rows say nothing: without them
 *     Category | Product | SSO      the product first, its category a fact of it
 *
 * The grid stays as it is; the table gets one of its own over the same cells.
 */
#ifndef MESHREPORT_CORE_ARRANGE_H
#define MESHREPORT_CORE_ARRANGE_H

#include "read/table.h"

/*
 * Gives a table whose head is known, and turns out to be answers, a head of blanks before it.  The file may have
 * called it a head all the same: Markdown cannot do without.
 */
void arrange_head(struct table *table, struct reading *reading);

/* Looks at a table whose head is known and changes its grid where that is so. */
void arrange_columns(struct table *table, struct reading *reading);

#endif
