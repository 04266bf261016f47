/* SPDX-License-Identifier: MIT */
/*
 * tree - a page in HTML as libxml2's parser understands it, with the place of each element.
 *
 * The parser never fails on bad markup and resolves nothing from outside.  Elements nested more than some 250
 * deep end it; tree_parse() reports that.  tree_walk.h, tree_table.h and tree_words.h hand over what is in it.
 */
#ifndef MESHREPORT_COMMON_TREE_H
#define MESHREPORT_COMMON_TREE_H

#include "common/read/libxml.h"
#include "common/write/out.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tree {
	struct mr_source *source;
	struct libxml xml;
	htmlDocPtr doc;
	xmlHashTablePtr ids; /* id or name of an element: the element */
	struct out text, hints, classes; /* scratch: of one block or cell */
	uint32_t lines_before; /* lines of the file above a piece of HTML */
	bool is_fragment; /* of another page: it has no title */
	bool is_markdown; /* its letters are Markdown already */
	/* Of a page that meshreport wrote (tree_own), else null: writes what a node of it means, false for others. */
	bool (*put_own)(struct tree *tree, xmlNode *node);
	xmlNode *own_legend; /* null where it has none */
	bool is_within_own;
};

/* Parses UTF-8; 0, or -1 after an error was reported.  The other members of `tree` are set before. */
int tree_parse(struct tree *tree, const char *text, size_t n);
void tree_release(struct tree *tree);

/* The element that holds the page, null for an empty one. */
xmlNode *tree_root(const struct tree *tree);

/* Where the content of an element begins. */
struct mr_place tree_place(const struct tree *tree, const xmlNode *node);

/* The name of an element as HTML has it, in lower case; "" for what is none. */
const char *tree_name(const xmlNode *node);
bool tree_is(const xmlNode *node, const char *name);
/* Whether `name` is one of the words of `names` (" a b c "). */
bool tree_is_one_of(const xmlNode *node, const char *names);

/* The attribute's value, borrowed; null without one. */
const char *tree_attribute(const xmlNode *node, const char *name);
/* A number from 0 to `max` of an attribute, `otherwise` without one. */
uint32_t tree_number(const xmlNode *node, const char *name, uint32_t max, uint32_t otherwise);

/* Whether the page does not show the element: scripts, hidden, display: none. */
bool tree_is_hidden(const xmlNode *node);
/* Whether it is for screen readers or appears under the pointer. */
bool tree_is_unseen(const xmlNode *node);
/* Whether it begins and ends a line. */
bool tree_is_block(const xmlNode *node);

/* The node behind `node` in the order of the page within `root`, its children left out; null at the end. */
xmlNode *tree_behind(xmlNode *node, const xmlNode *root);
/* The same, children first. */
xmlNode *tree_next(xmlNode *node, const xmlNode *root);

#endif
