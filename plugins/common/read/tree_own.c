/* SPDX-License-Identifier: MIT */
#include "common/read/tree_own.h"

#include "common/read/letters.h"
#include "common/read/tree_words.h"

#include <string.h>

static const char point[] = " \xC2\xB7 ";

static bool has_class(const xmlNode *node, const char *name)
{
	const char *at = tree_attribute(node, "class");
	size_t n = strlen(name);

	for (; at && (at = strstr(at, name)) != NULL; at += n)
		if ((at == tree_attribute(node, "class") || at[-1] == ' ') &&
		    (at[n] == ' ' || at[n] == '\0'))
			return true;
	return false;
}

/* ---- statuses */

static xmlNode *child(const xmlNode *node, const char *name)
{
	xmlNode *at = node->children;

	while (at && !tree_is(at, name))
		at = at->next;
	return at;
}

static const char *words_of(const xmlNode *node)
{
	return node && node->children && node->children->type == XML_TEXT_NODE
		       ? (const char *)node->children->content
		       : "";
}

/* "✓ supported (yes) · ✗ no": what a status counts as stands behind a label that does not say it. */
static void put_legend(struct tree *tree, const xmlNode *legend)
{
	bool is_first = true;

	for (const xmlNode *at = legend->children; at; at = at->next) {
		const char *like = tree_is(at, "li") ? tree_attribute(at, "data-like") : NULL;
		const char *label = like ? words_of(child(at, "span")) : NULL;

		if (!label)
			continue;
		if (!is_first)
			out_string(&tree->text, point);
		is_first = false;
		out_string(&tree->text, words_of(child(at, "i")));
		out_char(&tree->text, ' ');
		letters_put(&tree->text, label, strlen(label));
		if (strcmp(label, like) != 0 && strcmp(like, "na") != 0 &&
		    strcmp(like, "unknown") != 0) {
			out_string(&tree->text, " (");
			out_string(&tree->text, like);
			out_char(&tree->text, ')');
		}
	}
}

void tree_own_sign(struct tree *tree, const xmlNode *cell)
{
	static const char *const classes[][2] = {{"mr-y", "yes"},
						 {"mr-p", "partial"},
						 {"mr-n", "no"},
						 {"mr-u", "unknown"},
						 {"mr-x", "na"}};
	const char *id = tree_attribute(cell, "data-s");

	if (!tree->own_legend || !tree_is(cell, "td") || has_class(cell, "mr-own") ||
	    has_class(cell, "mr-parts"))
		return;
	for (size_t i = 0; !id && i < sizeof(classes) / sizeof(*classes); i++)
		if (has_class(cell, classes[i][0]))
			id = classes[i][1];
	for (const xmlNode *at = id ? tree->own_legend->children : NULL; at; at = at->next) {
		const char *own = tree_is(at, "li") ? tree_attribute(at, "data-s") : NULL;

		if (!own || strcmp(own, id) != 0)
			continue;
		out_string(&tree->text, words_of(child(at, "i")));
		out_char(&tree->text, ' ');
		return;
	}
}

bool tree_own_is_heading(const struct tree *tree, const xmlNode *node)
{
	const xmlNode *next = node->next;

	while (next && next->type != XML_ELEMENT_NODE)
		next = next->next;
	return tree->own_legend && next == tree->own_legend &&
	       tree_is_one_of(node, " h1 h2 h3 h4 h5 h6 ");
}

/* ---- small words */

static bool is_aside(const xmlNode *node)
{
	return tree_is(node, "small") &&
	       (has_class(node, "mr-since") || has_class(node, "mr-src") ||
		has_class(node, "mr-checked"));
}

/* What follows in the cell: what a popover holds stands there as if it were the cell's. */
static xmlNode *after(xmlNode *at)
{
	if (has_class(at, "mr-pop") && at->children)
		return at->children;
	while (!at->next && at->parent && has_class(at->parent, "mr-pop"))
		at = at->parent;
	return at->next;
}

static void put_children(struct tree *tree, xmlNode *node)
{
	for (xmlNode *at = node->children; at; at = at->next)
		tree_words_put(tree, at);
	letters_trim(&tree->text, 0);
}

/* U+2066 and U+2069, in which the page sets what runs from left to right among words that do not, from `from` on. */
static void take_isolates(struct out *out, size_t from)
{
	size_t to = from;

	if (out->failed)
		return;
	for (size_t at = from; at < out->n;) {
		if (out->n - at >= 3 && (memcmp(out->at + at, "\xE2\x81\xA6", 3) == 0 ||
					 memcmp(out->at + at, "\xE2\x81\xA9", 3) == 0))
			at += 3;
		else
			out->at[to++] = out->at[at++];
	}
	out->n = to;
}

/* All asides of the cell from the first one on, as one. */
static void put_asides(struct tree *tree, xmlNode *first)
{
	const char *between = " <small>";

	letters_trim(&tree->text, 0);
	for (xmlNode *at = first; at; at = after(at)) {
		if (!is_aside(at))
			continue;
		if (!has_class(at, "mr-src")) {
			size_t from = tree->text.n;

			out_string(&tree->text, between);
			put_children(tree, at);
			take_isolates(&tree->text, from);
			between = point;
			continue;
		}
		for (xmlNode *link = at->children; link; link = link->next) {
			if (!tree_is(link, "a"))
				continue;
			out_string(&tree->text, between);
			tree_words_put(tree, link);
			letters_trim(&tree->text, 0);
			between = point;
		}
	}
	out_string(&tree->text, "</small>");
}

static bool has_aside_before(const xmlNode *node)
{
	for (const xmlNode *at = node->prev; at; at = at->prev)
		if (is_aside(at))
			return true;
	return node->parent && has_class(node->parent, "mr-pop") && has_aside_before(node->parent);
}

static xmlNode *sibling(const xmlNode *node, const char *class_name)
{
	xmlNode *at = node->parent ? node->parent->children : NULL;

	while (at && !has_class(at, class_name))
		at = at->next;
	return at;
}

/* Description, weight and details of a name, in a line of small words below it. */
static void put_below(struct tree *tree, const xmlNode *node)
{
	xmlNode *about = sibling(node, "mr-about"), *weight = sibling(node, "mr-weight");
	xmlNode *more = sibling(node, "mr-more");
	const char *between = "";

	letters_break(&tree->text);
	out_string(&tree->text, "<small>");
	if (about) {
		put_children(tree, about);
		between = point;
	}
	if (weight) {
		const char *words = words_of(weight);

		out_string(&tree->text, between);
		out_string(&tree->text, words + strspn(words, " "));
		between = point;
	}
	if (more) {
		out_string(&tree->text, between);
		tree_words_put(tree, more);
		letters_trim(&tree->text, 0);
	}
	out_string(&tree->text, "</small>");
}

static bool is_below(const xmlNode *node)
{
	return has_class(node, "mr-about") || has_class(node, "mr-weight") ||
	       has_class(node, "mr-more");
}

/* Whether one of them was met before this one, and told them all. */
static bool has_below_before(const xmlNode *node)
{
	for (node = node->prev; node; node = node->prev)
		if (is_below(node))
			return true;
	return false;
}

static bool put_own(struct tree *tree, xmlNode *node)
{
	const xmlNode *parent = node->parent;

	if (tree->is_within_own)
		return false;
	if (node->type == XML_TEXT_NODE)
		return tree_is(parent, "sup") && has_class(parent, "mr-mark");
	if (node->type != XML_ELEMENT_NODE)
		return false;
	/* the button of a popover, and what stands elsewhere, too */
	if (has_class(node, "mr-info") || has_class(node, "mr-also"))
		return true;
	tree->is_within_own = true;
	if (node == tree->own_legend)
		put_legend(tree, node);
	else if (is_aside(node)) {
		if (!has_aside_before(node))
			put_asides(tree, node);
	} else if (is_below(node)) {
		if (!has_below_before(node))
			put_below(tree, node);
	} else if ((tree_is_one_of(node, " b i ") && has_class(parent, "mr-part")) ||
		   (tree_is(node, "i") && has_class(parent, "mr-own")))
		put_children(tree, node);
	else {
		tree->is_within_own = false;
		return false;
	}
	tree->is_within_own = false;
	return true;
}

void tree_own_find(struct tree *tree)
{
	xmlNode *root = tree_root(tree);
	bool is_own = false;

	for (xmlNode *at = root; at; at = tree_next(at, root)) {
		const char *name, *content;

		if (at->type != XML_ELEMENT_NODE)
			continue;
		if (tree_is(at, "body") && !is_own)
			return;
		name = tree_is(at, "meta") ? tree_attribute(at, "name") : NULL;
		content = name ? tree_attribute(at, "content") : NULL;
		is_own |= content && strcmp(name, "generator") == 0 &&
			  strncmp(content, "meshreport ", 11) == 0;
		if (is_own && tree_is(at, "ul") && has_class(at, "mr-legend")) {
			tree->own_legend = at;
			break;
		}
	}
	tree->put_own = is_own ? put_own : NULL;
}
