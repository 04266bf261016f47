/* SPDX-License-Identifier: MIT */
#include "canon/node_json.h"

#include <string.h>

#include "canon/scalar.h"

/* Weights are the only words of digits; dates have their dashes. */
static bool is_number(const char *word)
{
	return word[strspn(word, "0123456789.")] == '\0';
}

static void put_word(struct buf *out, const char *word)
{
	if (is_number(word) || strcmp(word, "null") == 0)
		buf_put_text(out, word);
	else
		scalar_put_quoted(out, word);
}

void node_json_put_members(struct buf *out, const struct node *node)
{
	for (const struct node *at = node ? node->first : NULL; at; at = at->next) {
		if (at->key) {
			scalar_put_quoted(out, at->key);
			buf_put_text(out, ": ");
		}
		node_json_put(out, at);
		if (at->next)
			buf_put_text(out, ", ");
	}
}

void node_json_put(struct buf *out, const struct node *node)
{
	if (!node)
		return;
	switch (node->kind) {
	case NODE_TEXT: scalar_put_quoted(out, node->text); break;
	case NODE_WORD: put_word(out, node->text); break;
	case NODE_MAP:
	case NODE_LIST:
		buf_put_byte(out, node->kind == NODE_MAP ? '{' : '[');
		node_json_put_members(out, node);
		buf_put_byte(out, node->kind == NODE_MAP ? '}' : ']');
		break;
	}
}
