/* SPDX-License-Identifier: MIT */
#include "common/read/tree_walk.h"

#include "common/read/letters.h"
#include "common/read/tree_notes.h"
#include "common/read/tree_own.h"
#include "common/read/tree_table.h"
#include "common/read/tree_words.h"
#include "common/write/utf8.h"

#include <string.h>
#include <strings.h>

struct walk {
	struct tree *tree;
	struct mr_place place; /* of the words that wait in tree->text */
};

/* ---- words that wait */

static uint32_t list_depth(const xmlNode *node)
{
	uint32_t depth = 0;

	for (; node; node = node->parent)
		depth += tree_is_one_of(node, " ul ol menu dir ");
	return depth;
}

/* What the nearest element that says so makes of the words in it. */
static struct mr_block kind_of(const xmlNode *node)
{
	struct mr_block block = {.kind = MR_BLOCK_TEXT};

	for (; node; node = node->parent) {
		if (tree_is_one_of(node, " h1 h2 h3 h4 h5 h6 ")) {
			block.kind = MR_BLOCK_HEADING;
			block.level = (uint32_t)(node->name[1] - '0');
			return block;
		}
		if (tree_is(node, "li")) {
			block.kind = MR_BLOCK_ITEM;
			block.level = list_depth(node) ? list_depth(node) : 1;
			return block;
		}
	}
	return block;
}

/* Hands over the words that wait, which stand within `node`. */
static void flush(struct walk *walk, const xmlNode *node)
{
	struct tree *tree = walk->tree;
	struct mr_block block = kind_of(node);

	letters_trim(&tree->text, 0);
	block.text = out_at(&tree->text);
	block.place = walk->place;
	if (block.text[0])
		tree->source->block(tree->source, &block);
	out_clear(&tree->text);
}

/* Words that stand in no line of their own. */
static void put_inline(struct walk *walk, xmlNode *node)
{
	if (node->type == XML_TEXT_NODE && walk->tree->text.n == 0 &&
	    !node->content[strspn((const char *)node->content, " \t\r\n")])
		return;
	if (walk->tree->text.n == 0)
		walk->place = tree_place(walk->tree, node);
	tree_words_put(walk->tree, node);
	out_clear(&walk->tree->hints);
	out_clear(&walk->tree->classes);
}

/* What stood around the way back at the beginning of a note: "1. ", "[1] ", "^ ". */
static const char *behind_way_back(const char *text)
{
	static const char *const rests[] = {". ", ") ", ": ", "^ ", "\\[\\]", "<br>", " "};
	size_t i = 0;

	while (i < sizeof(rests) / sizeof(*rests)) {
		size_t n = strlen(rests[i]);

		if (strncmp(text, rests[i], n) == 0) {
			text += n;
			i = 0;
		} else {
			i++;
		}
	}
	return text;
}

static void put_note(struct walk *walk, xmlNode *node)
{
	struct tree *tree = walk->tree;
	struct out label;
	struct mr_block block = {.kind = MR_BLOCK_NOTE, .place = tree_place(tree, node)};

	flush(walk, node->parent);
	out_to_memory(&label, 0);
	for (const char *at = tree_notes_of(node); *at; at++)
		out_char(&label, strchr(" \t\r\n[]\\", *at) ? '-' : *at);
	tree_words_put(tree, node);
	letters_trim(&tree->text, 0);
	block.label = out_at(&label);
	block.text = behind_way_back(out_at(&tree->text));
	tree->source->block(tree->source, &block);
	out_clear(&tree->text);
	out_clear(&tree->hints);
	out_clear(&tree->classes);
	out_release(&label);
}

/* ---- the head of the page */

static void put_fact(struct tree *tree, uint32_t kind, const char *label, const xmlNode *node,
		     const char *text)
{
	struct mr_block block = {.kind = kind, .label = label, .place = tree_place(tree, node)};

	if (!text)
		return;
	/* plain words, so no Markdown: only white space changes */
	out_clear(&tree->text);
	for (text += strspn(text, " \t\r\n\f"); *text; text++) {
		if (!strchr(" \t\r\n\f", *text))
			out_char(&tree->text, *text);
		else if (text[1] && !strchr(" \t\r\n\f", text[1]))
			out_char(&tree->text, ' ');
	}
	block.text = out_at(&tree->text);
	if (block.text[0])
		tree->source->block(tree->source, &block);
	out_clear(&tree->text);
}

static void put_meta(struct tree *tree, const xmlNode *node)
{
	static const char *const dates[] = {"date", "dcterms.date", "dcterms.modified",
					    "last-modified", "article:modified_time"};
	const char *name = tree_attribute(node, "name"), *content = tree_attribute(node, "content");

	if (!name)
		name = tree_attribute(node, "property");
	for (size_t i = 0; name && i < sizeof(dates) / sizeof(*dates); i++)
		if (strcasecmp(name, dates[i]) == 0)
			put_fact(tree, MR_BLOCK_META, "date", node, content);
}

static void put_head(struct tree *tree, xmlNode *root)
{
	put_fact(tree, MR_BLOCK_META, "language", root, tree_attribute(root, "lang"));
	for (xmlNode *at = root; at; at = tree_next(at, root)) {
		const char *rel = tree_is(at, "link") ? tree_attribute(at, "rel") : NULL;

		if (tree_is(at, "body"))
			return;
		if (tree_is(at, "title") && at->children && at->children->type == XML_TEXT_NODE)
			put_fact(tree, MR_BLOCK_TITLE, NULL, at,
				 (const char *)at->children->content);
		else if (tree_is(at, "meta"))
			put_meta(tree, at);
		else if (rel && strcasecmp(rel, "canonical") == 0)
			put_fact(tree, MR_BLOCK_META, "source", at, tree_attribute(at, "href"));
	}
}

/* A page that is only frames shows nothing itself: an error that names the first. */
static int refuse_frames(struct tree *tree, xmlNode *root)
{
	for (xmlNode *at = root; at; at = tree_next(at, root)) {
		const char *src = tree_is(at, "frame") ? tree_attribute(at, "src") : NULL;
		struct mr_place place = tree_place(tree, at);
		char word[UTF8_WORD];

		if (!tree_is(at, "frame"))
			continue;
		tree->source->diag(
			tree->source, MR_ERROR, &place,
			"this page is a set of frames and has no words of its own; read the page in the frame%s%s",
			src ? ": " : "", src ? utf8_word(word, src) : "");
		return -1;
	}
	return 0;
}

/* ---- the page */

/* A tab that is not open, a part that unfolds: the table in it would be missed. */
static void tell_hidden(struct tree *tree, xmlNode *node)
{
	if (tree_is_one_of(node, " head script style template noscript "))
		return;
	for (xmlNode *at = node; at; at = tree_next(at, node)) {
		struct mr_place place;

		if (!tree_is(at, "table") || tree_table_is_layout(at))
			continue;
		place = tree_place(tree, at);
		tree->source->diag(tree->source, MR_NOTE, &place,
				   "a table in a part of the page that is not shown is not read");
		return;
	}
}

/* 1: all of the node was read, 0: look into it, -1: an error. */
static int enter(struct walk *walk, xmlNode *node)
{
	struct tree *tree = walk->tree;
	const char *src = tree_is(node, "iframe") ? tree_attribute(node, "src") : NULL;
	struct mr_place place = tree_place(tree, node);
	char word[UTF8_WORD];

	if (src && *src)
		tree->source->diag(tree->source, MR_NOTE, &place,
				   "a frame shows another page, which is not read: %s",
				   utf8_word(word, src));
	if (node->type != XML_ELEMENT_NODE) {
		if (node->type == XML_TEXT_NODE)
			put_inline(walk, node);
		return 1;
	}
	if (tree_is_hidden(node) || tree_is_unseen(node)) {
		tell_hidden(tree, node);
		return 1;
	}
	if (tree_own_is_heading(tree, node)) {
		flush(walk, node->parent);
		return 1;
	}
	if (tree->own_legend && node == tree->own_legend) {
		flush(walk, node->parent);
		walk->place = place;
		tree->put_own(tree, node);
		flush(walk, node->parent);
		return 1;
	}
	if (tree_notes_of(node) && !tree_is(node, "a")) {
		put_note(walk, node);
		return 1;
	}
	if (tree_is(node, "table") && !tree_table_is_layout(node)) {
		flush(walk, node->parent);
		return tree_table_put(tree, node) == 0 ? (out_clear(&tree->text), 1) : -1;
	}
	if (tree_is_block(node) && !tree_is(node, "br")) {
		flush(walk, node->parent);
		walk->place = tree_place(tree, node);
		return tree_is(node, "pre") ? (put_inline(walk, node), flush(walk, node), 1) : 0;
	}
	/* what has blocks in it is looked into, too */
	for (xmlNode *at = node->children; at; at = tree_next(at, node))
		if (tree_is_block(at) && !tree_is(at, "br"))
			return 0;
	put_inline(walk, node);
	return 1;
}

static int walk_body(struct walk *walk, xmlNode *root)
{
	xmlNode *node = root;
	int status;

	while (node && !walk->tree->source->failed) {
		status = enter(walk, node);
		if (status < 0)
			return -1;
		if (status == 0 && node->children) {
			node = node->children;
			continue;
		}
		while (node != root && !node->next) {
			node = node->parent;
			if (tree_is_block(node))
				flush(walk, node);
		}
		node = node == root ? NULL : node->next;
	}
	flush(walk, NULL);
	return 0;
}

int tree_walk_put(struct tree *tree)
{
	struct walk walk = {.tree = tree};
	xmlNode *root = tree_root(tree);

	if (!root)
		return 0;
	tree_notes_find(tree);
	if (!tree->is_fragment) {
		if (refuse_frames(tree, root) != 0)
			return -1;
		put_head(tree, root);
	}
	return walk_body(&walk, root);
}
