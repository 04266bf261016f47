/* SPDX-License-Identifier: MIT */
#include "script/document.h"

#include <stdbool.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "base/diag.h"

struct parsing {
	struct arena *arena;
	yajl_handle handle;
	const char *text;
	struct document_node root; /* whose only member is the document */
	struct document_node *open[DOCUMENT_DEPTH + 1]; /* what is not closed, the root first */
	struct document_node *last[DOCUMENT_DEPTH + 1]; /* their newest members */
	size_t depth; /* of the innermost */
	const char *key;
	uint32_t line; /* that `counted` bytes of the text lead to */
	size_t counted;
	char *why;
};

/* yajl goes forward only, so that the lines are counted once. */
static uint32_t line_now(struct parsing *parsing)
{
	size_t now = yajl_get_bytes_consumed(parsing->handle);

	for (; parsing->counted < now; parsing->counted++)
		parsing->line += parsing->text[parsing->counted] == '\n';
	return parsing->line;
}

static int fail(struct parsing *parsing, const char *why)
{
	line_now(parsing);
	if (!*parsing->why)
		diag_write(parsing->why, DOCUMENT_WHY, "%s", why);
	return 0;
}

static const char *keep(struct parsing *parsing, const void *text, size_t n)
{
	if (memchr(text, '\0', n)) {
		fail(parsing, "a text holds the character U+0000");
		return NULL;
	}
	return arena_copy(parsing->arena, text, n);
}

static struct document_node *add(struct parsing *parsing, enum document_kind kind, const char *text)
{
	struct document_node *node = arena_object(parsing->arena, sizeof(*node));
	struct document_node *parent = parsing->open[parsing->depth];

	if (!node || !text)
		return NULL;
	node->kind = kind;
	node->line = line_now(parsing);
	node->key = parsing->key ? parsing->key : "";
	node->text = text;
	parsing->key = NULL;
	if (parent->first)
		parsing->last[parsing->depth]->next = node;
	else
		parent->first = node;
	parsing->last[parsing->depth] = node;
	parent->n++;
	return node;
}

static int on_null(void *context)
{
	return add(context, DOCUMENT_NULL, "") != NULL;
}

static int on_boolean(void *context, int is_true)
{
	return add(context, is_true ? DOCUMENT_TRUE : DOCUMENT_FALSE, is_true ? "true" : "false") !=
	       NULL;
}

static int on_number(void *context, const char *letters, size_t n)
{
	return add(context, DOCUMENT_NUMBER, keep(context, letters, n)) != NULL;
}

static int on_text(void *context, const unsigned char *letters, size_t n)
{
	return add(context, DOCUMENT_TEXT, keep(context, letters, n)) != NULL;
}

static int on_key(void *context, const unsigned char *letters, size_t n)
{
	struct parsing *parsing = context;
	const struct document_node *object = parsing->open[parsing->depth];

	parsing->key = keep(parsing, letters, n);
	for (const struct document_node *at = object->first; parsing->key && at; at = at->next)
		if (strcmp(at->key, parsing->key) == 0)
			return fail(parsing, "a key stands twice in one object");
	return parsing->key != NULL;
}

static int begin(struct parsing *parsing, enum document_kind kind)
{
	struct document_node *node = add(parsing, kind, "");

	if (parsing->depth == DOCUMENT_DEPTH)
		return fail(parsing, "values are nested too deep");
	if (node)
		parsing->open[++parsing->depth] = node;
	return node != NULL;
}

static int on_list(void *context)
{
	return begin(context, DOCUMENT_LIST);
}

static int on_object(void *context)
{
	return begin(context, DOCUMENT_OBJECT);
}

static int on_end(void *context)
{
	((struct parsing *)context)->depth--;
	return 1;
}

/* "lexical error: invalid char in json text." and such, without what follows the sentence. */
static void explain(struct parsing *parsing)
{
	unsigned char *said = yajl_get_error(parsing->handle, 0, NULL, 0);
	const char *words = said ? (const char *)said : "";
	char why[DOCUMENT_WHY];

	diag_write(why, sizeof(why), "it is no JSON: %.*s", (int)strcspn(words, ".\n"), words);
	yajl_free_error(parsing->handle, said);
	fail(parsing, why);
}

const struct document_node *document_parse(struct arena *arena, const char *text, size_t n,
					   uint32_t *line, char why[DOCUMENT_WHY])
{
	static const yajl_callbacks callbacks = {
		.yajl_null = on_null,
		.yajl_boolean = on_boolean,
		.yajl_number = on_number,
		.yajl_string = on_text,
		.yajl_start_map = on_object,
		.yajl_map_key = on_key,
		.yajl_end_map = on_end,
		.yajl_start_array = on_list,
		.yajl_end_array = on_end,
	};
	struct parsing parsing = {.arena = arena, .text = text, .line = 1, .why = why};
	bool is_whole;

	*why = '\0';
	*line = 1;
	parsing.open[0] = &parsing.root;
	parsing.handle = yajl_alloc(&callbacks, NULL, &parsing);
	if (!parsing.handle)
		arena->failed = true;
	is_whole = parsing.handle &&
		   yajl_parse(parsing.handle, (const unsigned char *)text, n) == yajl_status_ok &&
		   yajl_complete_parse(parsing.handle) == yajl_status_ok;
	if (!is_whole && !arena->failed)
		explain(&parsing);
	*line = parsing.line;
	if (parsing.handle)
		yajl_free(parsing.handle);
	if (arena->failed)
		diag_write(why, DOCUMENT_WHY, "out of memory");
	return is_whole && !arena->failed ? parsing.root.first : NULL;
}

const char *document_kind_words(enum document_kind kind)
{
	static const char *const words[] = {
		[DOCUMENT_NULL] = "null",          [DOCUMENT_FALSE] = "true or false",
		[DOCUMENT_TRUE] = "true or false", [DOCUMENT_NUMBER] = "a number",
		[DOCUMENT_TEXT] = "a text",        [DOCUMENT_LIST] = "a list",
		[DOCUMENT_OBJECT] = "an object"};

	return words[kind];
}
