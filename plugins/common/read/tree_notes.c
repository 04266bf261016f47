/* SPDX-License-Identifier: MIT */
/*
 * Notes by anchors: <sup><a href="#n1">1</a></sup> and, further down, <li id="n1">.  The label of a note lies
 * at `psvi` of the element that defines it and of the anchors that refer to it.
 */
#include "common/read/tree_notes.h"

#include <string.h>

/* A mark is short: "1", "[12]", "note 3"; other links lead to sections. */
enum { MARK_MAX = 8 };

static const char *target_name(const xmlNode *anchor)
{
	const char *href = tree_is(anchor, "a") ? tree_attribute(anchor, "href") : NULL;

	return href && href[0] == '#' && href[1] ? href + 1 : NULL;
}

static bool is_in(const xmlNode *node, const char *names)
{
	for (; node; node = node->parent)
		if (tree_is_one_of(node, names))
			return true;
	return false;
}

/* Its letters, without white space, at most MARK_MAX of them, and one that may begin or be a mark. */
static bool is_mark(const xmlNode *anchor)
{
	size_t n = 0;
	xmlNode *root = anchor->children ? anchor->children->parent : NULL;

	for (xmlNode *at = anchor->children; at; at = tree_next(at, root)) {
		if (at->type != XML_TEXT_NODE)
			continue;
		for (const char *c = (const char *)at->content; *c; c++)
			n += !strchr(" \t\r\n", *c) && ((unsigned char)*c & 0xc0) != 0x80;
	}
	return n > 0 && (n <= 3 || (n <= MARK_MAX && is_in(anchor, " sup ")));
}

/* The element whose words are the note: an empty anchor stands before them, or in a list of terms a number. */
static xmlNode *definition_of(xmlNode *target)
{
	xmlNode *behind;

	while (target && tree_is_one_of(target, " a span sup b strong i em small cite "))
		target = target->parent;
	if (!tree_is(target, "dt") || !is_mark(target))
		return target;
	for (behind = target->next; behind && behind->type != XML_ELEMENT_NODE;)
		behind = behind->next;
	return tree_is(behind, "dd") ? behind : target;
}

/* "#" beside a name leads to the row that it stands in. */
static bool is_around(const xmlNode *node, const xmlNode *at)
{
	while (at && at != node)
		at = at->parent;
	return at != NULL;
}

static bool is_within_note(const xmlNode *node)
{
	while (node && !tree_notes_of(node))
		node = node->parent;
	return node != NULL;
}

/* Whether an anchor leads to where a mark stands: "^", "↩" or the number again, beside the note. */
static bool leads_to_mark(const struct tree *tree, const char *name)
{
	enum { NEAR = 8 };
	xmlNode *target = tree->xml.xmlHashLookup(tree->ids, (const xmlChar *)name), *at = target;

	if (!tree_is_one_of(target, " a sup span "))
		return false;
	for (int i = 0; at && i < NEAR; at = tree_next(at, target), i++)
		if (tree_is(at, "a") && tree_notes_of(at))
			return true;
	return false;
}

static bool may_define(const xmlNode *target)
{
	return tree_is_one_of(target, " li p dd dt div aside td blockquote section tr ") &&
	       !is_in(target->parent, " h1 h2 h3 h4 h5 h6 ");
}

/* A section is a note only when it is one paragraph long, and what has no words is none. */
static bool is_short(xmlNode *target)
{
	size_t n_blocks = 0;
	bool has_words = false;

	for (xmlNode *at = target->children; at; at = tree_next(at, target)) {
		if (tree_is_one_of(at, " h1 h2 h3 h4 h5 h6 table section "))
			return false;
		n_blocks += tree_is_block(at) && !tree_is(at, "br");
		has_words |= at->type == XML_TEXT_NODE &&
			     at->content[strspn((const char *)at->content, " \t\r\n")];
	}
	return has_words && n_blocks <= 6;
}

static void collect_ids(struct tree *tree)
{
	xmlNode *root = tree_root(tree);

	tree->ids = tree->xml.xmlHashCreate(64);
	for (xmlNode *at = root; at && tree->ids; at = tree_next(at, root)) {
		const char *id = tree_attribute(at, "id");

		if (!id && tree_is(at, "a"))
			id = tree_attribute(at, "name");
		if (id && *id)
			tree->xml.xmlHashAddEntry(tree->ids, (const xmlChar *)id, at);
	}
}

/* Marks of anchors whose definition comes later; those within notes lead back. */
void tree_notes_find(struct tree *tree)
{
	xmlNode *root = tree_root(tree);

	collect_ids(tree);
	for (xmlNode *at = root; at && tree->ids; at = tree_next(at, root)) {
		const char *name = target_name(at);
		xmlNode *target, *definition;

		if (!name || !is_mark(at) || is_within_note(at) || leads_to_mark(tree, name))
			continue;
		target = tree->xml.xmlHashLookup(tree->ids, (const xmlChar *)name);
		definition = definition_of(target);
		if (!definition || !may_define(definition) || !is_short(definition) ||
		    is_in(definition, " nav ") || is_around(definition, at))
			continue;
		if (!definition->psvi)
			definition->psvi = (void *)(uintptr_t)name;
		if (strcmp(definition->psvi, name) == 0)
			at->psvi = definition->psvi;
	}
}

const char *tree_notes_of(const xmlNode *node)
{
	return node && node->type == XML_ELEMENT_NODE ? node->psvi : NULL;
}

bool tree_notes_is_way_back(const struct tree *tree, const xmlNode *anchor)
{
	const char *name = target_name(anchor);

	return name && tree->ids && !anchor->psvi && is_mark(anchor) &&
	       (is_within_note(anchor) || leads_to_mark(tree, name));
}
