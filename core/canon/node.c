/* SPDX-License-Identifier: MIT */
#include "canon/node.h"

#include <string.h>

#include "base/utf8.h"
#include "canon/scalar.h"

enum {
	LINE_WIDTH = 100 /* code points of a line that holds a whole mapping or list */
};

struct node *node_new(struct arena *arena, enum node_kind kind, const char *text)
{
	struct node *node = arena_object(arena, sizeof(*node));

	if (node)
		*node = (struct node){.kind = kind, .text = text};
	return node;
}

struct node *node_add(struct node *to, const char *key, struct node *member)
{
	if (!to || !member)
		return member;
	member->key = key;
	if (to->last)
		to->last->next = member;
	else
		to->first = member;
	to->last = member;
	if (member->comment || member->is_block)
		to->is_block = true;
	return member;
}

void node_add_text(struct arena *arena, struct node *to, const char *key, const char *text)
{
	if (*text)
		node_add(to, key, node_new(arena, NODE_TEXT, text));
}

void node_add_word(struct arena *arena, struct node *to, const char *key, const char *word)
{
	if (*word)
		node_add(to, key, node_new(arena, NODE_WORD, word));
}

/* ---- on one line */

static void put_flow(struct buf *out, const struct node *node);

static void put_flow_members(struct buf *out, const struct node *node)
{
	for (const struct node *at = node->first; at; at = at->next) {
		if (at->key) {
			scalar_put(out, at->key, true);
			buf_put_text(out, ": ");
		}
		put_flow(out, at);
		if (at->next)
			buf_put_text(out, ", ");
	}
}

static void put_flow(struct buf *out, const struct node *node)
{
	switch (node->kind) {
	case NODE_TEXT: scalar_put(out, node->text, true); break;
	case NODE_WORD: buf_put_text(out, node->text); break;
	case NODE_MAP:
	case NODE_LIST:
		buf_put_byte(out, node->kind == NODE_MAP ? '{' : '[');
		put_flow_members(out, node);
		buf_put_byte(out, node->kind == NODE_MAP ? '}' : ']');
		break;
	}
}

static bool has_long_key(const struct node *node)
{
	for (const struct node *at = node->first; at; at = at->next)
		if ((at->key && strlen(at->key) > NODE_KEY_MAX) || has_long_key(at))
			return true;
	return false;
}

/* Puts it on the line that is begun, and takes it back when the line gets too long. */
static bool try_flow(struct buf *out, const struct node *node)
{
	size_t before = out->n, start = before;

	if (node->first && (node->is_block || has_long_key(node)))
		return false;
	while (start > 0 && out->at[start - 1] != '\n')
		start--;
	put_flow(out, node);
	if (out->failed || utf8_length(out->at + start, out->n - start) <= LINE_WIDTH)
		return true;
	out->n = before;
	out->at[before] = '\0';
	return false;
}

/* ---- in lines */

static void put_spaces(struct buf *out, size_t n)
{
	while (n-- > 0)
		buf_put_byte(out, ' ');
}

void node_put_comment(struct buf *out, const char *comment, size_t indent)
{
	while (*comment) {
		size_t n = strcspn(comment, "\n");

		put_spaces(out, indent);
		buf_put_text(out, "# ");
		buf_put(out, comment, n);
		buf_put_byte(out, '\n');
		comment += n + (comment[n] == '\n');
	}
}

static void put_members(struct buf *out, const struct node *node, size_t indent)
{
	for (const struct node *at = node->first; at; at = at->next)
		node_put(out, at, indent);
}

static void put_value(struct buf *out, const struct node *node, size_t indent)
{
	if (node->kind == NODE_TEXT) {
		scalar_put(out, node->text, false);
	} else if (node->kind == NODE_WORD) {
		buf_put_text(out, node->text);
	} else if (!try_flow(out, node)) {
		/* "key:" or "-" ends its line without the space behind it. */
		while (out->n > 0 && out->at[out->n - 1] == ' ')
			out->n--;
		buf_put_byte(out, '\n');
		put_members(out, node, indent + 2);
		return;
	}
	buf_put_byte(out, '\n');
}

static void put_key(struct buf *out, const char *key, size_t indent)
{
	bool is_long = strlen(key) > NODE_KEY_MAX;

	if (is_long)
		buf_put_text(out, "? ");
	scalar_put(out, key, false);
	if (is_long) {
		buf_put_byte(out, '\n');
		put_spaces(out, indent);
	}
	buf_put_text(out, ": ");
}

/* "- key: value", the further keys below the first. */
static void put_item(struct buf *out, const struct node *node, size_t indent)
{
	const struct node *first = node->first;
	size_t start;

	buf_put_text(out, "- ");
	if (node->kind != NODE_MAP || !first || try_flow(out, node)) {
		if (node->kind != NODE_MAP || !first)
			put_value(out, node, indent);
		else
			buf_put_byte(out, '\n');
		return;
	}
	/*
	 * Its members stand as if below, and the dash takes the place of the spaces before the first; a
	 * comment of the first has moved to the item (node_add()).
	 */
	out->n -= 2 + indent;
	start = out->n;
	put_members(out, node, indent + 2);
	if (!out->failed)
		out->at[start + indent] = '-';
}

void node_put(struct buf *out, const struct node *node, size_t indent)
{
	if (!node || out->failed)
		return;
	if (node->comment)
		node_put_comment(out, node->comment, indent);
	put_spaces(out, indent);
	if (node->key) {
		put_key(out, node->key, indent);
		put_value(out, node, indent);
	} else {
		put_item(out, node, indent);
	}
}
