/* SPDX-License-Identifier: MIT */
/*
 * json_tree - the values of a JSON text with their places, parsed by yajl.
 *
 * Values lie in one array and are named by their index; 0 is none, 1 the root, which is an array of all values of
 * the text when there are several (one a line).  Zeroed storage may be released.
 */
#ifndef MESHREPORT_JSON_TREE_H
#define MESHREPORT_JSON_TREE_H

#include "common/write/out.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum json_kind {
	JSON_NULL,
	JSON_FALSE,
	JSON_TRUE,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT
};

/* Deepest nesting, and most values. */
enum { JSON_TREE_DEPTH = 100, JSON_TREE_MAX = 10000000 };

struct json_node {
	enum json_kind kind;
	uint32_t first, last, next; /* children and the next sibling */
	uint32_t n; /* children */
	size_t key; /* of `letters`; only in an object */
	size_t text; /* of `letters`: a string's or a number's letters */
	size_t offset; /* of the value in the file, or just behind it */
};

struct json_tree {
	struct json_node *at;
	uint32_t n, size;
	struct out letters;
	const char *error; /* a sentence without a full stop */
	char why[200];
	size_t error_offset;
};

/* 0, or -1 with `error`. */
int json_tree_parse(struct json_tree *tree, const char *text, size_t n);
void json_tree_release(struct json_tree *tree);

static inline const struct json_node *json_at(const struct json_tree *tree, uint32_t index)
{
	return &tree->at[index];
}

static inline const char *json_key(const struct json_tree *tree, uint32_t index)
{
	return tree->letters.at + tree->at[index].key;
}

static inline const char *json_text(const struct json_tree *tree, uint32_t index)
{
	return tree->letters.at + tree->at[index].text;
}

static inline bool json_is_scalar(const struct json_tree *tree, uint32_t index)
{
	return tree->at[index].kind < JSON_ARRAY;
}

/* The member of an object, 0 for none; linear. */
uint32_t json_tree_member(const struct json_tree *tree, uint32_t object, const char *key);

/* The first member among `keys` (null at the end) that is a string or number with letters. */
uint32_t json_tree_any(const struct json_tree *tree, uint32_t object, const char *const *keys);

#endif
