/* SPDX-License-Identifier: MIT */
/*
 * md_table - a table of cmark-gfm as a grid, and what cmark does not say of it: rows whose cells are more or
 * fewer than those of the head.
 */
#ifndef MESHREPORT_MD_TABLE_H
#define MESHREPORT_MD_TABLE_H

#include "markdown/md_page.h"

void md_table_put(struct md_page *page, cmark_node *table);

#endif
