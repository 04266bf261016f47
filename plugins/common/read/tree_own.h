/* SPDX-License-Identifier: MIT */
/*
 * tree_own - a page that meshreport wrote, read as the table that our other formats write.
 *
 * The page says with classes what a style sheet shows: the status of a cell, its sources and days, the weight and
 * the description of a feature.  Here they become the words that every reader hands over of our own files:
 *
 *     ✓ yes <small>since 1.0 · [Source](https://…) · verified 2019-10-20</small>
 *     Load Balancing<br><small>Round robin · ×2</small>
 *     ✓ supported (yes) · ✗ no                       the legend, a line
 *
 * and the totals below the table, which count what stands in it, are left out.
 */
#ifndef MESHREPORT_READ_TREE_OWN_H
#define MESHREPORT_READ_TREE_OWN_H

#include "common/read/tree.h"

/* Looks for our mark in the head and for the legend; where it is, tree->put_own knows our classes from then on. */
void tree_own_find(struct tree *tree);

/* Whether a node is the heading of our legend, which would part it from the table that it explains. */
bool tree_own_is_heading(const struct tree *tree, const xmlNode *node);

/* The sign of the status that the class of a cell names, and a space, to tree->text. */
void tree_own_sign(struct tree *tree, const xmlNode *cell);

#endif
