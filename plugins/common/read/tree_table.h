/* SPDX-License-Identifier: MIT */
/*
 * tree_table - a table of a page as a grid: spans resolved as HTML resolves them (HTML, 4.9.12), tables within
 * cells as words.
 */
#ifndef MESHREPORT_COMMON_TREE_TABLE_H
#define MESHREPORT_COMMON_TREE_TABLE_H

#include "common/read/tree.h"

/* Whether a table only arranges what stands in it: it says so, has one cell, or is mostly another table. */
bool tree_table_is_layout(xmlNode *table);

/* Hands over caption, grid and cells; 0, or -1 after an error was reported. */
int tree_table_put(struct tree *tree, xmlNode *table);

#endif
