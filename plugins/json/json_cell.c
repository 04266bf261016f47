/* SPDX-License-Identifier: MIT */
#include "json/json_cell.h"

#include "common/read/letters.h"

#include <string.h>

static const char *const answers[] = {"status", "value",   "support", "supported", "answer",
				      "text",   "version", "label",   NULL};
static const char *const names[] = {"name", "title", "label", "description", NULL};
static const char *const addresses[] = {"url",      "href",     "link", "website",
					"homepage", "spec_url", "spec", NULL};
static const char *const remarks[] = {"note",     "notes",  "comment", "comments",
				      "footnote", "remark", NULL};

static const char *scalar(const struct json_tree *tree, uint32_t node)
{
	switch (tree->at[node].kind) {
	case JSON_FALSE: return "false";
	case JSON_TRUE: return "true";
	case JSON_NUMBER:
	case JSON_STRING: return json_text(tree, node);
	default: return "";
	}
}

/* The depth of the tree bounds the recursion. */
void json_cell_words(struct out *out, const struct json_tree *tree, uint32_t node)
{
	const struct json_node *is = json_at(tree, node);
	bool is_first = true;

	if (json_is_scalar(tree, node)) {
		out_string(out, scalar(tree, node));
		return;
	}
	for (uint32_t at = is->first; at; at = tree->at[at].next) {
		size_t from = out->n;

		if (!is_first)
			out_string(out, is->kind == JSON_OBJECT ? "; " : ", ");
		if (is->kind == JSON_OBJECT) {
			out_string(out, json_key(tree, at));
			out_string(out, ": ");
		}
		json_cell_words(out, tree, at);
		/* null says nothing */
		if (tree->at[at].kind == JSON_NULL)
			out->n = from;
		else
			is_first = false;
	}
}

/* The first one that says something; else one that is null, 0 for none. */
static uint32_t answer_of(const struct json_tree *tree, uint32_t node)
{
	uint32_t blank = 0;

	for (size_t i = 0; answers[i]; i++) {
		uint32_t found = json_tree_member(tree, node, answers[i]);

		if (!found || !json_is_scalar(tree, found))
			continue;
		if (tree->at[found].kind != JSON_NULL)
			return found;
		blank = blank ? blank : found;
	}
	return blank;
}

bool json_cell_is_answer(const struct json_tree *tree, uint32_t node)
{
	return answer_of(tree, node) != 0;
}

static void put_pair(struct out *out, const struct json_tree *tree, uint32_t member,
		     const char *between)
{
	if (tree->at[member].kind == JSON_NULL)
		return;
	if (out->n)
		out_string(out, between);
	out_string(out, json_key(tree, member));
	out_string(out, ": ");
	json_cell_words(out, tree, member);
}

static void hand_over(struct json_page *page, uint32_t place, struct mr_grid_cell *cell)
{
	cell->place = json_place(page, place);
	cell->text = out_at(&page->text);
	cell->hint = out_at(&page->hint);
	cell->note = out_at(&page->note);
	if (cell->text[0] || cell->hint[0] || cell->note[0])
		page->source->cell(page->source, cell);
	out_clear(&page->text);
	out_clear(&page->hint);
	out_clear(&page->note);
}

void json_cell_letters(struct json_page *page, const char *letters, uint32_t place,
		       struct mr_grid_cell *cell)
{
	cell->flags |= MR_GRID_LITERAL;
	out_string(&page->text, letters);
	hand_over(page, place, cell);
}

/* Letters with the address they lead to; literal where there is none. */
static void put_linked(struct json_page *page, const char *letters, uint32_t address,
		       struct mr_grid_cell *cell)
{
	if (!address) {
		out_string(&page->text, letters);
		cell->flags |= MR_GRID_LITERAL;
		return;
	}
	out_char(&page->text, '[');
	letters_put_exactly(&page->text, letters, strlen(letters));
	letters_address(&page->text, json_text(&page->tree, address));
}

static void put_answer(struct json_page *page, uint32_t node, uint32_t answer,
		       struct mr_grid_cell *cell)
{
	const struct json_tree *tree = &page->tree;
	uint32_t address = json_tree_any(tree, node, addresses);
	uint32_t remark = json_tree_any(tree, node, remarks);

	put_linked(page, scalar(tree, answer), address, cell);
	if (!address && (tree->at[answer].kind == JSON_TRUE || tree->at[answer].kind == JSON_FALSE))
		cell->flags |= MR_GRID_BOOLEAN;
	if (remark)
		letters_put_exactly(&page->note, json_text(tree, remark),
				    strlen(json_text(tree, remark)));
	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next)
		if (at != answer && at != address && at != remark)
			put_pair(&page->hint, tree, at, "\n");
}

void json_cell_put(struct json_page *page, uint32_t node, struct mr_grid_cell *cell)
{
	const struct json_tree *tree = &page->tree;
	uint32_t answer = answer_of(tree, node);

	if (answer) {
		put_answer(page, node, answer, cell);
	} else {
		json_cell_words(&page->text, tree, node);
		cell->flags |= MR_GRID_LITERAL;
		if (tree->at[node].kind == JSON_TRUE || tree->at[node].kind == JSON_FALSE)
			cell->flags |= MR_GRID_BOOLEAN;
	}
	hand_over(page, node, cell);
}

void json_cell_name(struct json_page *page, uint32_t entry, const char *id, uint32_t but,
		    struct mr_grid_cell *cell)
{
	const struct json_tree *tree = &page->tree;
	uint32_t name = json_tree_any(tree, entry, names);
	uint32_t address = json_tree_any(tree, entry, addresses);

	put_linked(page, name ? json_text(tree, name) : id, address, cell);
	for (uint32_t at = tree->at[entry].first; at; at = tree->at[at].next)
		if (at != name && at != address && at != but)
			put_pair(&page->hint, tree, at, "\n");
	hand_over(page, entry, cell);
}
