/* SPDX-License-Identifier: MIT */
#include "script/grids.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/diag.h"
#include "base/nearest.h"
#include "base/number.h"
#include "script/document.h"

enum { NUMBER_MOST = 1000000 };

struct handing {
	struct mr_source *source;
	char *why;
};

static int fail(struct handing *handing, const struct document_node *node, const char *format, ...)
	MR_PRINTF(3, 4);

static int fail(struct handing *handing, const struct document_node *node, const char *format, ...)
{
	char words[GRIDS_WHY], key[DIAG_WORD];
	va_list arguments;

	va_start(arguments, format);
	diag_vwrite(words, sizeof(words), format, arguments);
	va_end(arguments);
	diag_word(key, node->key);
	diag_write(handing->why, GRIDS_WHY, "line %u: %s%s%s", (unsigned)node->line, key,
		   *key ? ": " : "", words);
	return -1;
}

/* ---- members */

static const struct document_node *find(const struct document_node *object, const char *key)
{
	for (const struct document_node *at = object->first; at; at = at->next)
		if (strcmp(at->key, key) == 0)
			return at;
	return NULL;
}

/* Every key is one of `keys`, a list with a null at its end; those that begin with "x-" are passed over. */
static int check_keys(struct handing *handing, const struct document_node *object,
		      const char *const *keys)
{
	const char *nearest;
	size_t n = 0;

	while (keys[n])
		n++;
	for (const struct document_node *at = object->first; at; at = at->next) {
		bool is_known = strncmp(at->key, "x-", 2) == 0;

		for (size_t i = 0; i < n && !is_known; i++)
			is_known = strcmp(keys[i], at->key) == 0;
		if (is_known)
			continue;
		nearest = nearest_of(at->key, keys, n);
		return fail(handing, at, "unknown key%s%s%s", nearest ? "; did you mean '" : "",
			    nearest ? nearest : "", nearest ? "'?" : "");
	}
	return 0;
}

/* "" where it is not there. */
static int text_of(struct handing *handing, const struct document_node *object, const char *key,
		   const char **out)
{
	const struct document_node *node = find(object, key);

	*out = node ? node->text : "";
	return !node || node->kind == DOCUMENT_TEXT ? 0
						    : fail(handing, node, "it is %s, not a text",
							   document_kind_words(node->kind));
}

/* A whole number from 0 to NUMBER_MOST, 0 where it is not there. */
static int number_of(struct handing *handing, const struct document_node *object, const char *key,
		     uint32_t *out)
{
	const struct document_node *node = find(object, key);
	double number = 0;

	*out = 0;
	if (!node)
		return 0;
	if (node->kind != DOCUMENT_NUMBER || !number_read(node->text, &number) || number < 0 ||
	    number > NUMBER_MOST || number != (double)(uint32_t)number)
		return fail(handing, node, "it is no whole number from 0 to %d", NUMBER_MOST);
	*out = (uint32_t)number;
	return 0;
}

static int flag_of(struct handing *handing, const struct document_node *object, const char *key,
		   uint32_t flag, uint32_t *flags)
{
	const struct document_node *node = find(object, key);

	if (!node || node->kind == DOCUMENT_FALSE)
		return 0;
	if (node->kind != DOCUMENT_TRUE)
		return fail(handing, node, "it is neither true nor false");
	*flags |= flag;
	return 0;
}

/* What is said of a place takes that of what stands around it where it says nothing. */
static int place_of(struct handing *handing, const struct document_node *object,
		    struct mr_place *place)
{
	uint32_t line, column;
	const char *name;

	if (number_of(handing, object, "line", &line) != 0 ||
	    number_of(handing, object, "column", &column) != 0 ||
	    text_of(handing, object, "place", &name) != 0)
		return -1;
	if (line > 0)
		*place = (struct mr_place){line, column, place->name};
	if (*name)
		place->name = name;
	return 0;
}

/* ---- cells */

static int read_cell_object(struct handing *handing, const struct document_node *node,
			    struct mr_grid_cell *cell)
{
	static const char *const keys[] = {"text",   "row_span", "column_span", "head",
					   "hidden", "literal",  "hint",        "note",
					   "line",   "column",   "place",       NULL};

	if (check_keys(handing, node, keys) != 0 ||
	    text_of(handing, node, "text", &cell->text) != 0 ||
	    text_of(handing, node, "hint", &cell->hint) != 0 ||
	    text_of(handing, node, "note", &cell->note) != 0 ||
	    number_of(handing, node, "row_span", &cell->row_span) != 0 ||
	    number_of(handing, node, "column_span", &cell->column_span) != 0)
		return -1;
	if (flag_of(handing, node, "head", MR_GRID_HEAD, &cell->flags) != 0 ||
	    flag_of(handing, node, "hidden", MR_GRID_HIDDEN, &cell->flags) != 0 ||
	    flag_of(handing, node, "literal", MR_GRID_LITERAL, &cell->flags) != 0)
		return -1;
	return place_of(handing, node, &cell->place);
}

static int read_cell(struct handing *handing, const struct document_node *node,
		     struct mr_grid_cell *cell)
{
	switch (node->kind) {
	case DOCUMENT_NULL: return 0;
	case DOCUMENT_TEXT: cell->text = node->text; break;
	case DOCUMENT_NUMBER:
		cell->text = node->text;
		cell->flags = MR_GRID_LITERAL;
		break;
	case DOCUMENT_TRUE:
	case DOCUMENT_FALSE:
		cell->text = node->text;
		cell->flags = MR_GRID_BOOLEAN;
		break;
	case DOCUMENT_OBJECT:
		if (read_cell_object(handing, node, cell) != 0)
			return -1;
		break;
	default: return fail(handing, node, "a cell is %s", document_kind_words(node->kind));
	}
	handing->source->cell(handing->source, cell);
	return 0;
}

/* A row is a list of cells, or an object that has one and says where it stands. */
static int read_row(struct handing *handing, const struct document_node *node, uint32_t row,
		    struct mr_place place)
{
	static const char *const keys[] = {"cells", "line", "column", "place", NULL};
	const struct document_node *cells = node;
	uint32_t column = 0;

	if (node->kind == DOCUMENT_OBJECT) {
		if (check_keys(handing, node, keys) != 0 || place_of(handing, node, &place) != 0)
			return -1;
		cells = find(node, "cells");
	}
	if (!cells || cells->kind != DOCUMENT_LIST)
		return fail(handing, node, "a row is a list of cells, or an object with \"cells\"");
	for (const struct document_node *at = cells->first; at; at = at->next, column++) {
		struct mr_grid_cell cell = {
			.row = row, .column = column, .text = "", .place = place};

		if (read_cell(handing, at, &cell) != 0)
			return -1;
	}
	return 0;
}

/* ---- what stands in the list */

static int read_grid(struct handing *handing, const struct document_node *node)
{
	static const char *const keys[] = {"kind",         "name",  "head_rows",
					   "head_columns", "rows",  "line",
					   "column",       "place", NULL};
	const struct document_node *rows = find(node, "rows");
	struct mr_grid grid = {.name = ""};
	uint32_t row = 0;

	if (check_keys(handing, node, keys) != 0 ||
	    text_of(handing, node, "name", &grid.name) != 0 ||
	    number_of(handing, node, "head_rows", &grid.n_head_rows) != 0 ||
	    number_of(handing, node, "head_columns", &grid.n_head_columns) != 0 ||
	    place_of(handing, node, &grid.place) != 0)
		return -1;
	if (!rows || rows->kind != DOCUMENT_LIST)
		return fail(handing, node, "a grid has a list of \"rows\"");
	handing->source->grid(handing->source, &grid);
	for (const struct document_node *at = rows->first; at && !handing->source->failed;
	     at = at->next)
		if (read_row(handing, at, row++, grid.place) != 0)
			return -1;
	return 0;
}

static const struct block_kind {
	const char *word;
	uint32_t kind;
	const char *label; /* of a fact */
} block_kinds[] = {
	{"text", MR_BLOCK_TEXT, NULL},           {"heading", MR_BLOCK_HEADING, NULL},
	{"item", MR_BLOCK_ITEM, NULL},           {"note", MR_BLOCK_NOTE, NULL},
	{"caption", MR_BLOCK_CAPTION, NULL},     {"title", MR_BLOCK_TITLE, NULL},
	{"language", MR_BLOCK_META, "language"}, {"date", MR_BLOCK_META, "date"},
	{"source", MR_BLOCK_META, "source"},
};

enum { N_BLOCK_KINDS = sizeof(block_kinds) / sizeof(*block_kinds) };

static int refuse_kind(struct handing *handing, const struct document_node *node, const char *word)
{
	const char *words[N_BLOCK_KINDS + 1] = {"grid"};
	const char *nearest;

	for (size_t i = 0; i < N_BLOCK_KINDS; i++)
		words[i + 1] = block_kinds[i].word;
	nearest = *word ? nearest_of(word, words, N_BLOCK_KINDS + 1) : NULL;
	return fail(handing, node, "its \"kind\" is none that is known%s%s%s",
		    nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
}

static int read_block(struct handing *handing, const struct document_node *node, const char *word)
{
	static const char *const keys[] = {"kind", "text",   "level", "label",
					   "line", "column", "place", NULL};
	const struct block_kind *kind = NULL;
	struct mr_block block = {.text = ""};

	for (size_t i = 0; i < N_BLOCK_KINDS && !kind; i++)
		if (strcmp(block_kinds[i].word, word) == 0)
			kind = &block_kinds[i];
	if (!kind)
		return refuse_kind(handing, node, word);
	if (check_keys(handing, node, keys) != 0 ||
	    text_of(handing, node, "text", &block.text) != 0 ||
	    text_of(handing, node, "label", &block.label) != 0 ||
	    number_of(handing, node, "level", &block.level) != 0 ||
	    place_of(handing, node, &block.place) != 0)
		return -1;
	block.kind = kind->kind;
	if (kind->label)
		block.label = kind->label;
	handing->source->block(handing->source, &block);
	return 0;
}

int grids_read(struct arena *arena, const char *text, size_t n, struct mr_source *source,
	       char why[GRIDS_WHY])
{
	struct handing handing = {source, why};
	const struct document_node *root;
	const char *kind;
	char words[DOCUMENT_WHY];
	uint32_t line;

	root = document_parse(arena, text, n, &line, words);
	if (!root) {
		diag_write(why, GRIDS_WHY, "line %u: %s", (unsigned)line, words);
		return -1;
	}
	if (root->kind != DOCUMENT_LIST)
		return fail(&handing, root, "it is %s, not a list of blocks and grids",
			    document_kind_words(root->kind));
	for (const struct document_node *at = root->first; at && !source->failed; at = at->next) {
		if (at->kind != DOCUMENT_OBJECT)
			return fail(&handing, at, "%s stands where a block or grid is",
				    document_kind_words(at->kind));
		if (text_of(&handing, at, "kind", &kind) != 0 ||
		    (strcmp(kind, "grid") == 0 ? read_grid(&handing, at)
					       : read_block(&handing, at, kind)) != 0)
			return -1;
	}
	return 0;
}
