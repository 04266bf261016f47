/* SPDX-License-Identifier: MIT */
/*
 * node - a piece of YAML to be written: a scalar, a mapping or a list, with comments before it.
 *
 * node_put() writes a mapping or list on one line where it fits and nothing in it has a comment, else
 * with a line for each of its members.  Everything lives in the arena it was made in; texts are borrowed.
 * Refused memory shows in the arena, and null nodes are taken and given, so that makers need not look.
 */
#ifndef MESHREPORT_CORE_NODE_H
#define MESHREPORT_CORE_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

enum { NODE_KEY_MAX = 1000 /* bytes of a key without "? " before it; libyaml allows 1024 */ };

enum node_kind { NODE_TEXT, NODE_WORD, NODE_MAP, NODE_LIST };

struct node {
	enum node_kind kind;
	const char *key; /* in a mapping, else null */
	const char *text; /* of a text, quoted where it must be; a word is written as it is */
	const char *comment; /* lines to stand before it, or null */
	bool is_block; /* its members get lines of their own whether it fits or not */
	struct node *first, *last, *next;
};

struct node *node_new(struct arena *arena, enum node_kind kind, const char *text);

/* Adds `member` at the end; `key` null in a list.  Returns `member`. */
struct node *node_add(struct node *to, const char *key, struct node *member);

/* The same with a new text, which is left out when it is "". */
void node_add_text(struct arena *arena, struct node *to, const char *key, const char *text);
void node_add_word(struct arena *arena, struct node *to, const char *key, const char *word);

/* As a member of a mapping ("key: ...") or, without a key, of a list ("- ..."), `indent` spaces in. */
void node_put(struct buf *out, const struct node *node, size_t indent);

/* Lines of a comment, each behind `indent` spaces and "# ". */
void node_put_comment(struct buf *out, const char *comment, size_t indent);

#endif
