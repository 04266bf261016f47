/* SPDX-License-Identifier: MIT */
#include "json/json_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

struct parsing {
	struct json_tree *tree;
	yajl_handle handle;
	const char *text;
	uint32_t open[JSON_TREE_DEPTH + 1]; /* arrays and objects that are not closed */
	size_t depth;
	size_t key;
};

static int fail(struct parsing *parsing, const char *why)
{
	if (!parsing->tree->error) {
		parsing->tree->error = why;
		parsing->tree->error_offset = yajl_get_bytes_consumed(parsing->handle);
	}
	return 0;
}

static size_t keep(struct json_tree *tree, const void *text, size_t n)
{
	size_t at = tree->letters.n;

	/* \u0000 would end the text before its end: the host hears of it as of any control character */
	for (size_t i = 0; i < n; i++) {
		char c = ((const char *)text)[i];

		out_char(&tree->letters, c == '\0' ? '\1' : c == '\r' ? ' ' : c);
	}
	out_char(&tree->letters, '\0');
	return at;
}

/* A new value in the innermost open one; its index, 0 without room. */
static uint32_t add(struct parsing *parsing, enum json_kind kind, size_t n_letters)
{
	struct json_tree *tree = parsing->tree;
	size_t consumed = yajl_get_bytes_consumed(parsing->handle);
	uint32_t index = tree->n, parent = parsing->open[parsing->depth - 1];

	if (tree->n >= JSON_TREE_MAX)
		return (uint32_t)fail(parsing, "there are more than 10000000 values");
	if (tree->n == tree->size) {
		uint32_t size = tree->size * 2;
		struct json_node *more = realloc(tree->at, size * sizeof(*more));

		if (!more)
			return (uint32_t)fail(parsing, "out of memory");
		tree->at = more;
		tree->size = size;
	}
	tree->at[index] =
		(struct json_node){.kind = kind,
				   .key = parsing->key,
				   .offset = consumed > n_letters ? consumed - n_letters : 0};
	parsing->key = 0;
	if (tree->at[parent].last)
		tree->at[tree->at[parent].last].next = index;
	else
		tree->at[parent].first = index;
	tree->at[parent].last = index;
	tree->at[parent].n++;
	tree->n++;
	return index;
}

static int on_null(void *context)
{
	return add(context, JSON_NULL, 4) != 0;
}

static int on_boolean(void *context, int is_true)
{
	return add(context, is_true ? JSON_TRUE : JSON_FALSE, is_true ? 4 : 5) != 0;
}

static int on_number(void *context, const char *letters, size_t n)
{
	struct parsing *parsing = context;
	uint32_t index = add(parsing, JSON_NUMBER, n);

	if (index)
		parsing->tree->at[index].text = keep(parsing->tree, letters, n);
	return index != 0;
}

/* Letters may have been written as escapes: the quote that opened the string is looked for. */
static int on_string(void *context, const unsigned char *letters, size_t n)
{
	struct parsing *parsing = context;
	size_t end = yajl_get_bytes_consumed(parsing->handle), begin = end > 1 ? end - 2 : 0;
	uint32_t index;

	for (; begin > 0; begin--) {
		size_t n_slashes = 0;

		while (n_slashes < begin && parsing->text[begin - 1 - n_slashes] == '\\')
			n_slashes++;
		if (parsing->text[begin] == '"' && n_slashes % 2 == 0)
			break;
		begin -= n_slashes > 1 ? n_slashes - 1 : 0;
	}
	index = add(parsing, JSON_STRING, end - begin);
	if (index)
		parsing->tree->at[index].text = keep(parsing->tree, letters, n);
	return index != 0;
}

static int on_key(void *context, const unsigned char *letters, size_t n)
{
	struct parsing *parsing = context;

	parsing->key = keep(parsing->tree, letters, n);
	return 1;
}

static int begin(struct parsing *parsing, enum json_kind kind)
{
	uint32_t index;

	if (parsing->depth > JSON_TREE_DEPTH)
		return fail(parsing, "values are nested more than 100 deep");
	index = add(parsing, kind, 1);
	if (index)
		parsing->open[parsing->depth++] = index;
	return index != 0;
}

static int on_array(void *context)
{
	return begin(context, JSON_ARRAY);
}

static int on_object(void *context)
{
	return begin(context, JSON_OBJECT);
}

static int on_end(void *context)
{
	((struct parsing *)context)->depth--;
	return 1;
}

/* "lexical error: invalid char in json text." and such, without the full stop. */
static void explain(struct parsing *parsing)
{
	unsigned char *said = yajl_get_error(parsing->handle, 0, NULL, 0);
	size_t n = said ? strcspn((const char *)said, ".\n") : 0;

	snprintf(parsing->tree->why, sizeof(parsing->tree->why), "this is no JSON: %.*s", (int)n,
		 said ? (const char *)said : "");
	yajl_free_error(parsing->handle, said);
	fail(parsing, parsing->tree->why);
}

int json_tree_parse(struct json_tree *tree, const char *text, size_t n)
{
	static const yajl_callbacks callbacks = {
		.yajl_null = on_null,
		.yajl_boolean = on_boolean,
		.yajl_number = on_number,
		.yajl_string = on_string,
		.yajl_start_map = on_object,
		.yajl_map_key = on_key,
		.yajl_end_map = on_end,
		.yajl_start_array = on_array,
		.yajl_end_array = on_end,
	};
	struct parsing parsing = {.tree = tree, .text = text, .open = {1}, .depth = 1};

	*tree = (struct json_tree){.size = 64, .n = 2};
	out_to_memory(&tree->letters, 0);
	out_char(&tree->letters, '\0');
	tree->at = calloc(tree->size, sizeof(*tree->at));
	parsing.handle = tree->at ? yajl_alloc(&callbacks, NULL, &parsing) : NULL;
	if (!parsing.handle) {
		tree->error = "out of memory";
		return -1;
	}
	tree->at[1] = (struct json_node){.kind = JSON_ARRAY};
	yajl_config(parsing.handle, yajl_allow_comments, 1);
	yajl_config(parsing.handle, yajl_allow_multiple_values, 1);
	if (yajl_parse(parsing.handle, (const unsigned char *)text, n) != yajl_status_ok ||
	    yajl_complete_parse(parsing.handle) != yajl_status_ok)
		explain(&parsing);
	else if (tree->letters.failed)
		fail(&parsing, "out of memory");
	yajl_free(parsing.handle);
	if (!tree->error && tree->at[1].n == 1)
		tree->at[1] = tree->at[tree->at[1].first];
	return tree->error ? -1 : 0;
}

void json_tree_release(struct json_tree *tree)
{
	out_release(&tree->letters);
	free(tree->at);
	*tree = (struct json_tree){0};
}

uint32_t json_tree_member(const struct json_tree *tree, uint32_t object, const char *key)
{
	if (tree->at[object].kind != JSON_OBJECT)
		return 0;
	for (uint32_t at = tree->at[object].first; at; at = tree->at[at].next)
		if (strcmp(json_key(tree, at), key) == 0)
			return at;
	return 0;
}

uint32_t json_tree_any(const struct json_tree *tree, uint32_t object, const char *const *keys)
{
	for (; *keys; keys++) {
		uint32_t found = json_tree_member(tree, object, *keys);

		if (found &&
		    (tree->at[found].kind == JSON_STRING || tree->at[found].kind == JSON_NUMBER) &&
		    *json_text(tree, found))
			return found;
	}
	return 0;
}
