/* SPDX-License-Identifier: MIT */
/*
 * tree_words - what a person reads in a part of a page, as inline Markdown.
 *
 * Blocks and breaks become <br>, tables within are their cells' words with breaks between them.  What the page
 * does not show is left out of the words; where it says something of them (labels, titles, words under the
 * pointer, class names) it goes to the tree's `hints` and `classes`, a line each.
 */
#ifndef MESHREPORT_COMMON_TREE_WORDS_H
#define MESHREPORT_COMMON_TREE_WORDS_H

#include "common/read/tree.h"

/* Adds the words of `node` and all in it to tree->text. */
void tree_words_put(struct tree *tree, xmlNode *node);

/* The hints of a cell as one text, valid until the next call; both scratches are cleared before its words. */
const char *tree_words_hint(struct tree *tree);

#endif
