/* SPDX-License-Identifier: MIT */
#include "common/read/tree_table.h"

#include "common/read/letters.h"
#include "common/read/tree_own.h"
#include "common/read/tree_words.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* HTML's own bounds of spans (4.9.11), and most columns of a table. */
enum { COLSPAN_MAX = 1000, ROWSPAN_MAX = 65534, COLUMNS_MAX = 4096 };

struct table {
	struct tree *tree;
	xmlNode *at;
	xmlNode **rows; /* in the order in which the page shows them */
	size_t n_rows, size;
	uint32_t busy[COLUMNS_MAX]; /* rows that a cell above still covers, this one included */
	bool is_hidden[COLUMNS_MAX];
	uint32_t n_columns;
	bool is_measuring;
	size_t group_end; /* of the group of the last row that was looked at */
};

/* ---- rows */

static bool is_group(const xmlNode *node)
{
	return tree_is_one_of(node, " thead tbody tfoot ");
}

static int add_row(struct table *table, xmlNode *row)
{
	if (table->n_rows == table->size) {
		size_t size = table->size ? table->size * 2 : 64;
		xmlNode **more = realloc(table->rows, size * sizeof(*more));

		if (!more)
			return -1;
		table->rows = more;
		table->size = size;
	}
	table->rows[table->n_rows++] = row;
	return 0;
}

static bool is_cell(const xmlNode *node)
{
	return tree_is(node, "td") || tree_is(node, "th");
}

/*
 * Of a child of a table or a group.  Cells in no row ("<thead><th>Feature<th>A</thead>"), which browsers show as one, are
 * a row that goes by its first cell.
 */
static bool begins_row(const xmlNode *node)
{
	const xmlNode *before = node->prev;

	while (before && before->type != XML_ELEMENT_NODE)
		before = before->prev;
	return tree_is(node, "tr") || (is_cell(node) && !is_cell(before));
}

static xmlNode *first_of(xmlNode *row)
{
	return is_cell(row) ? row : row->children;
}

/* What stands behind a node of a row, null at its end. */
static xmlNode *next_of(const xmlNode *row, const xmlNode *at)
{
	xmlNode *next = at->next;

	if (next && is_cell(row) && next->type == XML_ELEMENT_NODE && !is_cell(next))
		return NULL;
	return next;
}

static int add_rows(struct table *table, const xmlNode *group)
{
	for (xmlNode *at = group->children; at; at = at->next)
		if (begins_row(at) && add_row(table, at) != 0)
			return -1;
	return 0;
}

/* A foot may be written before the body (HTML 4). */
static int collect_rows(struct table *table)
{
	for (int is_foot = 0; is_foot < 2; is_foot++) {
		for (xmlNode *at = table->at->children; at; at = at->next) {
			if (begins_row(at) && !is_foot && add_row(table, at) != 0)
				return -1;
			/* ours counts what stands above */
			if (is_foot && table->tree->put_own)
				continue;
			if (is_group(at) && tree_is(at, "tfoot") == (is_foot == 1) &&
			    add_rows(table, at) != 0)
				return -1;
		}
	}
	return 0;
}

static const xmlNode *first_cell(xmlNode *row)
{
	const xmlNode *at = first_of(row);

	while (at && !is_cell(at))
		at = next_of(row, at);
	return at;
}

static bool is_all_heads(xmlNode *row)
{
	bool has_one = false;

	for (const xmlNode *at = first_of(row); at; at = next_of(row, at)) {
		if (tree_is(at, "td"))
			return false;
		has_one |= tree_is(at, "th");
	}
	return has_one;
}

/* Rows of the thead that comes first, else those at the top with heads alone. */
static uint32_t count_head_rows(const struct table *table)
{
	uint32_t n = 0;
	const xmlNode *head = table->n_rows && tree_is(table->rows[0]->parent, "thead")
				      ? table->rows[0]->parent
				      : NULL;

	while (n < table->n_rows &&
	       (head ? table->rows[n]->parent == head : is_all_heads(table->rows[n])))
		n++;
	/* a table of heads alone marks none */
	return n == table->n_rows && !head ? 0 : n;
}

/* 1 when each row of the body begins with a head and goes on with something else. */
static uint32_t count_head_columns(const struct table *table, uint32_t n_head_rows)
{
	bool has_data = false;

	for (size_t row = n_head_rows; row < table->n_rows; row++) {
		const xmlNode *first = first_cell(table->rows[row]);

		if (first && !tree_is(first, "th"))
			return 0;
		has_data |= first && !is_all_heads(table->rows[row]);
	}
	return has_data;
}

/* ---- cells */

static void find_hidden_columns(struct table *table)
{
	uint32_t column = 0;

	for (xmlNode *at = table->at->children; at; at = tree_behind(at, table->at)) {
		if (tree_is(at, "colgroup") && at->children) {
			at = at->children;
		} else if (is_group(at) || tree_is(at, "tr")) {
			return;
		}
		if (!tree_is(at, "col"))
			continue;
		for (uint32_t n = tree_number(at, "span", COLSPAN_MAX, 1);
		     n && column < COLUMNS_MAX; n--)
			table->is_hidden[column++] = tree_is_hidden(at);
	}
}

/* Free fields from `column` on, at most `wanted`: cells never lie upon each other. */
static uint32_t free_columns(const struct table *table, uint32_t column, uint32_t wanted)
{
	uint32_t n = 0;

	while (n < wanted && column + n < COLUMNS_MAX && table->busy[column + n] == 0)
		n++;
	return n;
}

/* Rows from `row` to the end of its group. */
static uint32_t rows_left(struct table *table, size_t row)
{
	if (row >= table->group_end || row == 0) {
		table->group_end = row;
		while (table->group_end < table->n_rows &&
		       table->rows[table->group_end]->parent == table->rows[row]->parent)
			table->group_end++;
	}
	return (uint32_t)(table->group_end - row);
}

static void put_cell(struct table *table, xmlNode *node, struct mr_grid_cell *cell)
{
	struct tree *tree = table->tree;

	out_clear(&tree->text);
	out_clear(&tree->hints);
	out_clear(&tree->classes);
	if (tree_is_hidden(node)) {
		cell->flags |= MR_GRID_HIDDEN;
		for (xmlNode *at = node->children; at; at = at->next)
			tree_words_put(tree, at);
	} else {
		if (tree->put_own)
			tree_own_sign(tree, node);
		tree_words_put(tree, node);
	}
	letters_trim(&tree->text, 0);
	cell->text = out_at(&tree->text);
	cell->hint = tree_words_hint(tree);
	cell->place = tree_place(tree, node);
	if (tree_is(node, "th"))
		cell->flags |= MR_GRID_HEAD;
	tree->source->cell(tree->source, cell);
}

static bool is_last_cell(const xmlNode *row, const xmlNode *cell)
{
	for (cell = next_of(row, cell); cell; cell = next_of(row, cell))
		if (is_cell(cell))
			return false;
	return true;
}

/*
 * Columns that a cell covers; 0 when there is no room.  The last cell of a row is often said to cover more
 * columns than there are: it counts as one when the table's width is measured, and is cut to it afterwards.
 */
static uint32_t columns_of(const struct table *table, const xmlNode *row, const xmlNode *cell,
			   uint32_t column)
{
	uint32_t wanted = tree_number(cell, "colspan", COLSPAN_MAX, 1);

	if (wanted == 0 || (table->is_measuring && is_last_cell(row, cell)))
		wanted = 1;
	if (!table->is_measuring && wanted > 1 && column + wanted > table->n_columns)
		wanted = column + 1 < table->n_columns ? table->n_columns - column : 1;
	return free_columns(table, column, wanted);
}

static int put_row(struct table *table, size_t row)
{
	uint32_t column = 0, left = rows_left(table, row);
	xmlNode *node = table->rows[row];
	bool is_hidden = (!is_cell(node) && tree_is_hidden(node)) || tree_is_hidden(node->parent);

	for (xmlNode *at = first_of(node); at; at = next_of(node, at)) {
		struct mr_grid_cell cell = {.row = (uint32_t)row};
		uint32_t rows;

		if (!is_cell(at))
			continue;
		while (column < COLUMNS_MAX && table->busy[column])
			column++;
		rows = tree_number(at, "rowspan", ROWSPAN_MAX, 1);
		cell.row_span = rows == 0 || rows > left ? left : rows;
		cell.column_span = columns_of(table, node, at, column);
		if (cell.column_span == 0) {
			cell.place = tree_place(table->tree, at);
			table->tree->source->diag(table->tree->source, MR_ERROR, &cell.place,
						  "this table has more than %d columns",
						  COLUMNS_MAX);
			return -1;
		}
		cell.column = column;
		cell.flags = is_hidden || table->is_hidden[column] ? MR_GRID_HIDDEN : 0;
		for (uint32_t i = 0; i < cell.column_span; i++)
			table->busy[column + i] = cell.row_span;
		column += cell.column_span;
		if (column > table->n_columns)
			table->n_columns = column;
		if (!table->is_measuring)
			put_cell(table, at, &cell);
	}
	for (column = 0; column < table->n_columns; column++)
		table->busy[column] -= table->busy[column] > 0;
	return 0;
}

static int put_rows(struct table *table, bool is_measuring)
{
	table->is_measuring = is_measuring;
	memset(table->busy, 0, sizeof(table->busy));
	for (size_t row = 0; row < table->n_rows && !table->tree->source->failed; row++)
		if (put_row(table, row) != 0)
			return -1;
	return 0;
}

/* ---- the table */

static void put_caption(struct tree *tree, xmlNode *caption)
{
	struct mr_block block = {.kind = MR_BLOCK_CAPTION, .place = tree_place(tree, caption)};

	out_clear(&tree->text);
	tree_words_put(tree, caption);
	letters_trim(&tree->text, 0);
	block.text = out_at(&tree->text);
	if (block.text[0])
		tree->source->block(tree->source, &block);
}

static int put_grid(struct table *table)
{
	struct tree *tree = table->tree;
	struct mr_grid grid = {.name = tree_attribute(table->at, "aria-label"),
			       .place = tree_place(tree, table->at)};

	for (xmlNode *at = table->at->children; at; at = at->next)
		if (tree_is(at, "caption"))
			put_caption(tree, at);
	if (!grid.name)
		grid.name = tree_attribute(table->at, "id");
	grid.n_head_rows = count_head_rows(table);
	grid.n_head_columns = count_head_columns(table, grid.n_head_rows);
	tree->source->grid(tree->source, &grid);
	find_hidden_columns(table);
	return put_rows(table, true) == 0 ? put_rows(table, false) : -1;
}

int tree_table_put(struct tree *tree, xmlNode *node)
{
	struct table *table = calloc(1, sizeof(*table));
	int status = -1;

	if (table) {
		table->tree = tree;
		table->at = node;
	}
	if (!table || collect_rows(table) != 0)
		tree->source->diag(tree->source, MR_ERROR, NULL, "out of memory");
	else
		status = table->n_rows ? put_grid(table) : 0;
	if (table)
		free(table->rows);
	free(table);
	return status;
}

/* ---- is it one? */

/* Cells of the largest table within, and of the table itself. */
static size_t count_cells(xmlNode *table, size_t *largest)
{
	size_t n = 0;
	xmlNode *at = table->children;

	*largest = 0;
	while (at) {
		size_t n_inner = 0;

		if (!tree_is(at, "table")) {
			n += is_cell(at);
			at = tree_next(at, table);
			continue;
		}
		for (xmlNode *inner = at->children; inner; inner = tree_next(inner, at))
			n_inner += is_cell(inner);
		if (n_inner > *largest)
			*largest = n_inner;
		at = tree_behind(at, table);
	}
	return n;
}

bool tree_table_is_layout(xmlNode *table)
{
	const char *role = tree_attribute(table, "role");
	size_t largest, n;

	if (role && (strcasecmp(role, "presentation") == 0 || strcasecmp(role, "none") == 0))
		return true;
	n = count_cells(table, &largest);
	return n <= 1 || largest > 2 * n;
}
