/* SPDX-License-Identifier: MIT */
/*
 * tree_notes - which anchors of a page refer to notes, and where these are defined.
 */
#ifndef MESHREPORT_COMMON_TREE_NOTES_H
#define MESHREPORT_COMMON_TREE_NOTES_H

#include "common/read/tree.h"

/* Finds out which anchors refer to notes: see tree_notes_of(). */
void tree_notes_find(struct tree *tree);
/* The label of the note that an element defines or that an anchor refers to; null for others. */
const char *tree_notes_of(const xmlNode *node);
/* Whether an anchor in a note only leads back to where it is referred to. */
bool tree_notes_is_way_back(const struct tree *tree, const xmlNode *anchor);

#endif
