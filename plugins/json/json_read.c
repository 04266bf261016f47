/* SPDX-License-Identifier: MIT */
#include "json/json_read.h"

#include "common/read/letters.h"
#include "json/json_cell.h"
#include "json/json_grid.h"
#include "json/json_page.h"
#include "json/json_shape.h"

#include <string.h>

static void put_block(struct json_page *page, uint32_t kind, uint32_t level, const char *label,
		      uint32_t node)
{
	struct mr_block block = {.kind = kind,
				 .level = level,
				 .label = label,
				 .text = out_at(&page->text),
				 .place = json_place(page, node)};

	if (block.text[0])
		page->source->block(page->source, &block);
	out_clear(&page->text);
}

/* "title", "language" and the like say something of the whole; other letters are a line of text. */
static void put_fact(struct json_page *page, uint32_t node, uint32_t level)
{
	static const struct {
		const char *key, *label; /* "" is the title */
	} facts[] = {{"title", ""},        {"name", ""},
		     {"lang", "language"}, {"language", "language"},
		     {"date", "date"},     {"updated", "date"},
		     {"as_of", "date"},    {"source", "source"}};
	const struct json_tree *tree = &page->tree;
	const char *key = json_key(tree, node);

	for (size_t i = 0; level == 1 && i < sizeof(facts) / sizeof(*facts); i++) {
		if (strcmp(key, facts[i].key) != 0 || tree->at[node].kind != JSON_STRING)
			continue;
		out_string(&page->text, json_text(tree, node));
		put_block(page, facts[i].label[0] ? MR_BLOCK_META : MR_BLOCK_TITLE, 0,
			  facts[i].label, node);
		return;
	}
	/* "$schema" is for programs */
	if (key[0] == '$' || tree->at[node].kind == JSON_NULL)
		return;
	json_cell_words(&page->note, tree, node);
	if (key[0]) {
		letters_put_exactly(&page->text, key, strlen(key));
		out_string(&page->text, ": ");
	}
	letters_put_exactly(&page->text, out_at(&page->note), page->note.n);
	out_clear(&page->note);
	put_block(page, MR_BLOCK_TEXT, 0, NULL, node);
}

static void put_heading(struct json_page *page, uint32_t node, uint32_t level)
{
	const char *key = json_key(&page->tree, node);

	letters_put_exactly(&page->text, key, strlen(key));
	put_block(page, MR_BLOCK_HEADING, level > 6 ? 6 : level, NULL, node);
}

static bool is_list_of_letters(const struct json_tree *tree, uint32_t node)
{
	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next)
		if (!json_is_scalar(tree, at))
			return false;
	return tree->at[node].kind == JSON_ARRAY;
}

static void walk(struct json_page *page, uint32_t node, uint32_t level);

/* A name, what else is said, and rows: a heading, lines and a table. */
static void put_section(struct json_page *page, uint32_t entry, uint32_t rows, uint32_t level)
{
	const struct json_tree *tree = &page->tree;
	uint32_t name = json_shape_section_name(tree, entry);
	const char *words = name ? json_text(tree, name) : json_key(tree, entry);

	letters_put_exactly(&page->text, words, strlen(words));
	put_block(page, MR_BLOCK_HEADING, level > 6 ? 6 : level, NULL, name ? name : entry);
	for (uint32_t at = tree->at[entry].first; at; at = tree->at[at].next)
		if (at != name && at != rows)
			put_fact(page, at, level + 1);
	walk(page, rows, level + 1);
}

/* Members that refer to others are one table with them. */
static void walk_members(struct json_page *page, uint32_t node, uint32_t level)
{
	const struct json_tree *tree = &page->tree;
	struct json_shape_join join = {.rows = 0};
	bool is_joined = false, are_areas = json_shape_is_areas(tree, node),
	     are_sections = json_shape_is_sections(tree, node);
	uint32_t rows;

	if (tree->at[node].kind == JSON_OBJECT)
		join = json_shape_find_join(tree, node);
	for (uint32_t at = tree->at[node].first; at && !page->source->failed;
	     at = tree->at[at].next) {
		if (join.key && (at == join.rows || json_shape_refers(tree, at, &join))) {
			if (!is_joined)
				json_grid_join(page, node, &join);
			is_joined = true;
		} else if (json_is_scalar(tree, at) || is_list_of_letters(tree, at)) {
			put_fact(page, at, level);
		} else if (are_areas) {
			put_heading(page, at, level);
			json_grid_put(page, at, JSON_SHAPE_RECORDS);
		} else if (are_sections && (rows = json_shape_section(tree, at)) != 0) {
			put_section(page, at, rows, level);
		} else {
			put_heading(page, at, level);
			walk(page, at, level + 1);
		}
	}
	links_release(&join.ids);
}

/* The depth of the tree bounds the recursion. */
static void walk(struct json_page *page, uint32_t node, uint32_t level)
{
	enum json_shape shape = json_shape_of(&page->tree, node);

	if (shape != JSON_SHAPE_NONE)
		json_grid_put(page, node, shape);
	else
		walk_members(page, node, level);
}

/* Lines that json.c wrote: the first has the version of the format, the others are features. */
static bool is_own_lines(const struct json_tree *tree)
{
	uint32_t first = json_at(tree, 1)->kind == JSON_ARRAY ? json_at(tree, 1)->first : 0;

	return first && json_at(tree, first)->next && json_at(tree, first)->kind == JSON_OBJECT &&
	       json_tree_member(tree, first, "meshreport") &&
	       json_tree_member(tree, first, "x-generator");
}

int json_read(struct mr_source *source)
{
	struct json_page page = {.source = source};
	struct mr_place place;
	int status = -1;

	out_to_memory(&page.text, 0);
	out_to_memory(&page.hint, 0);
	out_to_memory(&page.note, 0);
	if (lines_init(&page.lines, source->bytes.at, source->bytes.n) != 0) {
		source->diag(source, MR_ERROR, NULL, "out of memory");
	} else if (json_tree_parse(&page.tree, source->bytes.at, source->bytes.n) != 0) {
		place = lines_place(&page.lines, page.tree.error_offset);
		source->diag(source, MR_ERROR, &place, "%s", page.tree.error);
	} else if (is_own_lines(&page.tree)) {
		place = json_place(&page, json_at(&page.tree, 1)->first);
		source->diag(
			source, MR_ERROR, &place,
			"these are JSON Lines that meshreport wrote for programs, and what -f json writes without -O lines is read; jq makes the one of the other (plugins/json/README.md)");
	} else {
		if (json_is_scalar(&page.tree, 1))
			put_fact(&page, 1, 0);
		else
			walk(&page, 1, 1);
		status = 0;
	}
	json_tree_release(&page.tree);
	lines_release(&page.lines);
	out_release(&page.text);
	out_release(&page.hint);
	out_release(&page.note);
	return status;
}

static size_t behind_space(const struct mr_bytes *head, size_t at)
{
	const char *text = head->at;

	while (at < head->n && text[at] && strchr(" \t\r\n", text[at]))
		at++;
	return at;
}

/* What an array may begin with; "[name](address)" is Markdown. */
static bool begins_value(const char *text, size_t n)
{
	static const char *const words[] = {"true", "false", "null"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (n >= strlen(words[i]) && memcmp(text, words[i], strlen(words[i])) == 0)
			return true;
	return strchr("[{\"0123456789-]", text[0]) != NULL;
}

/* A brace or bracket and something that may stand behind it. */
int json_read_sniff(const struct mr_bytes *head)
{
	const char *text = head->at;
	size_t at = behind_space(head, 0);
	bool is_object = at < head->n && text[at] == '{';

	if (at == head->n || !text[at] || !strchr("{[", text[at]))
		return 0;
	at = behind_space(head, at + 1);
	if (at == head->n || !text[at])
		return 0;
	if (is_object)
		return text[at] == '"' || text[at] == '}' ? 3 : 0;
	return begins_value(text + at, head->n - at) ? 2 : 0;
}
