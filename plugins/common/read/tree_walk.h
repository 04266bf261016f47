/* SPDX-License-Identifier: MIT */
/*
 * tree_walk - a page, or a piece of one, as blocks and grids in the order of the page.
 */
#ifndef MESHREPORT_COMMON_TREE_WALK_H
#define MESHREPORT_COMMON_TREE_WALK_H

#include "common/read/tree.h"

/* Hands all of the tree over; 0, or -1 after an error was reported. */
int tree_walk_put(struct tree *tree);

#endif
