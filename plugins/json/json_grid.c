/* SPDX-License-Identifier: MIT */
#include "json/json_grid.h"

#include "common/write/links.h"
#include "json/json_cell.h"
#include "common/write/utf8.h"

#include <stdlib.h>
#include <string.h>

/* One column of records: a key, or a key within the object of a key. */
struct columns {
	struct links keys; /* of all entries, in the order they are first met */
	struct links *inner; /* by key: the keys of the objects there; none where it is no group */
	uint32_t *first; /* by key: its column */
	uint32_t n_groups, n_columns;
};

static void begin(struct json_page *page, uint32_t node, uint32_t n_head_rows)
{
	struct mr_grid grid = {.n_head_rows = n_head_rows, .place = json_place(page, node)};

	page->source->grid(page->source, &grid);
}

static struct mr_grid_cell cell_at(uint32_t row, uint32_t column, uint32_t flags)
{
	return (struct mr_grid_cell){
		.row = row, .column = column, .row_span = 1, .column_span = 1, .flags = flags};
}

static void put_head(struct json_page *page, uint32_t row, uint32_t column, const char *letters,
		     uint32_t place)
{
	struct mr_grid_cell cell = cell_at(row, column, MR_GRID_HEAD);

	json_cell_letters(page, letters + strspn(letters, " "), place, &cell);
}

/* ------------------------------------------------------------------ rows, columns, pairs */

/* A list of lists: each is a row, or below its key a column. */
static void put_lines(struct json_page *page, uint32_t node, bool are_columns)
{
	const struct json_tree *tree = &page->tree;
	uint32_t line = 0;

	begin(page, node, are_columns);
	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next, line++) {
		uint32_t place = are_columns;

		if (are_columns)
			put_head(page, 0, line, json_key(tree, at), at);
		for (uint32_t value = tree->at[at].first; value; value = tree->at[value].next) {
			struct mr_grid_cell cell =
				are_columns ? cell_at(place++, line, 0) : cell_at(line, place++, 0);

			json_cell_put(page, value, &cell);
		}
	}
}

static void put_pairs(struct json_page *page, uint32_t node)
{
	const struct json_tree *tree = &page->tree;
	uint32_t row = 0;

	begin(page, node, 0);
	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next, row++) {
		struct mr_grid_cell cell = cell_at(row, 1, 0);

		put_head(page, row, 0, json_key(tree, at), at);
		json_cell_put(page, at, &cell);
	}
}

/* ------------------------------------------------------------------ records */

/* A key without letters is what an empty corner becomes: its column has a blank for its name. */
static const char *column_key(const struct json_tree *tree, uint32_t member)
{
	return *json_key(tree, member) ? json_key(tree, member) : " ";
}

static bool is_group_value(const struct json_tree *tree, uint32_t node)
{
	return tree->at[node].kind == JSON_OBJECT && tree->at[node].n > 0 &&
	       !json_cell_is_answer(tree, node);
}

static bool says_nothing(const struct json_tree *tree, uint32_t node)
{
	return tree->at[node].kind == JSON_NULL ||
	       (tree->at[node].kind == JSON_OBJECT && tree->at[node].n == 0);
}

/*
 * A key is a group when each entry that has it has an object there, null or {} aside; flag 1 says that one
 * has not.
 */
static void find_columns(const struct json_tree *tree, uint32_t node, struct columns *columns)
{
	uint32_t n;

	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next)
		for (uint32_t key = tree->at[at].first; key; key = tree->at[key].next)
			links_add(&columns->keys, column_key(tree, key),
				  !is_group_value(tree, key) && !says_nothing(tree, key));
	columns->inner = calloc(columns->keys.n + 1, sizeof(*columns->inner));
	columns->first = calloc(columns->keys.n + 1, sizeof(*columns->first));
	for (uint32_t at = tree->at[node].first; columns->inner && at; at = tree->at[at].next) {
		for (uint32_t key = tree->at[at].first; key; key = tree->at[key].next) {
			n = links_number(&columns->keys, column_key(tree, key));
			if (n == 0 || columns->keys.at[n - 1].flags || !is_group_value(tree, key))
				continue;
			for (uint32_t in = tree->at[key].first; in; in = tree->at[in].next)
				links_add(&columns->inner[n - 1], column_key(tree, in), 0);
		}
	}
	for (uint32_t i = 0; columns->first && columns->inner && i < columns->keys.n; i++) {
		columns->first[i] = columns->n_columns;
		columns->n_columns += columns->inner[i].n ? columns->inner[i].n : 1;
		columns->n_groups += columns->inner[i].n > 0;
	}
}

static void release_columns(struct columns *columns)
{
	for (uint32_t i = 0; columns->inner && i < columns->keys.n; i++)
		links_release(&columns->inner[i]);
	free(columns->inner);
	free(columns->first);
	links_release(&columns->keys);
}

/* One group needs no name of its own: its keys stand beside the others. */
static uint32_t put_record_heads(struct json_page *page, uint32_t node,
				 const struct columns *columns, uint32_t shift)
{
	uint32_t n_rows = columns->n_groups > 1 ? 2 : 1;

	begin(page, node, n_rows);
	/* {"products": {...}}: what the entries are is what a corner says in a table */
	if (shift && json_key(&page->tree, node)[0]) {
		struct mr_grid_cell corner = cell_at(0, 0, MR_GRID_HEAD);

		corner.row_span = n_rows;
		json_cell_letters(page, json_key(&page->tree, node), node, &corner);
	}
	for (uint32_t i = 0; i < columns->keys.n; i++) {
		const struct links *inner = &columns->inner[i];
		const char *letters = columns->keys.at[i].url;
		struct mr_grid_cell cell = cell_at(0, columns->first[i] + shift, MR_GRID_HEAD);

		if (inner->n == 0 || n_rows == 2) {
			cell.row_span = inner->n ? 1 : n_rows;
			cell.column_span = inner->n ? inner->n : 1;
			json_cell_letters(page, letters + strspn(letters, " "), node, &cell);
		}
		for (uint32_t k = 0; k < inner->n; k++)
			put_head(page, n_rows - 1, columns->first[i] + shift + k, inner->at[k].url,
				 node);
	}
	return n_rows;
}

/* A key that occurs twice in an entry is warned of; the first value stands. */
static bool is_twice(struct json_page *page, uint32_t *filled, uint32_t column, uint32_t row,
		     uint32_t node)
{
	struct mr_place place = json_place(page, node);
	char word[UTF8_WORD];

	if (filled[column] != row + 1) {
		filled[column] = row + 1;
		return false;
	}
	page->source->diag(page->source, MR_WARNING, &place,
			   "the key '%s' occurs twice here; the first value is taken",
			   utf8_word(word, json_key(&page->tree, node)));
	return true;
}

static void put_record(struct json_page *page, uint32_t entry, const struct columns *columns,
		       uint32_t row, uint32_t shift, uint32_t *filled)
{
	const struct json_tree *tree = &page->tree;

	for (uint32_t at = tree->at[entry].first; at; at = tree->at[at].next) {
		uint32_t key = links_number(&columns->keys, column_key(tree, at));
		uint32_t column = key ? columns->first[key - 1] : 0;
		struct mr_grid_cell cell = cell_at(row, column + shift, 0);

		if (key == 0)
			continue;
		if (columns->inner[key - 1].n == 0) {
			if (!is_twice(page, filled, column, row, at))
				json_cell_put(page, at, &cell);
			continue;
		}
		if (tree->at[at].kind != JSON_OBJECT)
			continue;
		for (uint32_t in = tree->at[at].first; in; in = tree->at[in].next) {
			uint32_t k = links_number(&columns->inner[key - 1], column_key(tree, in));

			if (k == 0 || is_twice(page, filled, column + k - 1, row, in))
				continue;
			cell = cell_at(row, column + shift + k - 1, 0);
			json_cell_put(page, in, &cell);
		}
	}
}

static void put_records(struct json_page *page, uint32_t node)
{
	const struct json_tree *tree = &page->tree;
	struct columns columns = {.n_groups = 0};
	uint32_t shift = tree->at[node].kind == JSON_OBJECT, row, *filled;

	find_columns(tree, node, &columns);
	filled = calloc((size_t)columns.n_columns + 1, sizeof(*filled));
	if (columns.inner && columns.first && filled) {
		row = put_record_heads(page, node, &columns, shift);
		for (uint32_t at = tree->at[node].first; at && !page->source->failed;
		     at = tree->at[at].next, row++) {
			if (shift)
				put_head(page, row, 0, json_key(tree, at), at);
			put_record(page, at, &columns, row, shift, filled);
		}
	}
	free(filled);
	release_columns(&columns);
}

void json_grid_put(struct json_page *page, uint32_t node, enum json_shape shape)
{
	if (shape == JSON_SHAPE_ROWS)
		put_lines(page, node, false);
	else if (shape == JSON_SHAPE_COLUMNS)
		put_lines(page, node, true);
	else if (shape == JSON_SHAPE_PAIRS)
		put_pairs(page, node);
	else
		put_records(page, node);
}

/* ------------------------------------------------------------------ references */

/* The cells of one entry: its members by the row of their id; those of no row get one below. */
static void put_references(struct json_page *page, uint32_t member, uint32_t column,
			   struct links *ids, uint32_t *filled)
{
	const struct json_tree *tree = &page->tree;

	for (uint32_t at = member ? tree->at[member].first : 0; at; at = tree->at[at].next) {
		uint32_t row = links_number(ids, json_key(tree, at));
		struct mr_grid_cell cell = cell_at(row, column, 0);

		if (row == 0 || is_twice(page, filled, row - 1, column, at))
			continue;
		json_cell_put(page, at, &cell);
	}
}

/* Ids that entries refer to and nobody defines are rows, too, with a doubt. */
static void add_unknown(struct json_page *page, uint32_t collection, const char *key,
			struct links *ids)
{
	const struct json_tree *tree = &page->tree;

	for (uint32_t entry = tree->at[collection].first; entry; entry = tree->at[entry].next) {
		uint32_t member = json_tree_member(tree, entry, key);

		if (!member || tree->at[member].kind != JSON_OBJECT)
			continue;
		for (uint32_t at = tree->at[member].first; at; at = tree->at[at].next) {
			struct mr_place place = json_place(page, at);
			char word[UTF8_WORD];
			uint32_t n = ids->n, row;

			if (links_number(ids, json_key(tree, at)))
				continue;
			row = links_add(ids, json_key(tree, at), 0);
			if (row <= n)
				continue;
			page->source->diag(page->source, MR_WARNING, &place,
					   "nothing else says what '%s' is; it is a row of its own",
					   utf8_word(word, json_key(tree, at)));
			put_head(page, row, 0, json_key(tree, at), at);
		}
	}
}

/* Nothing can refer to an entry without an id, or with one that another has. */
static void tell_unread(struct json_page *page, uint32_t entry, const char *id)
{
	struct mr_place place = json_place(page, entry);
	char word[UTF8_WORD];

	if (page->tree.at[entry].n == 0)
		return;
	if (id[0])
		page->source->diag(page->source, MR_WARNING, &place,
				   "the id '%s' stood above already; the first one is read",
				   utf8_word(word, id));
	else
		page->source->diag(
			page->source, MR_WARNING, &place,
			"this entry has no id that others could refer to; it is not read");
}

/* Rows are numbered as their ids were collected; of two with one id the first stands. */
static void put_row_heads(struct json_page *page, uint32_t rows, const struct links *ids)
{
	const struct json_tree *tree = &page->tree;
	uint32_t n = 0;

	for (uint32_t at = tree->at[rows].first; at; at = tree->at[at].next) {
		const char *id = json_shape_id(tree, rows, at);
		uint32_t row = links_number(ids, id);
		struct mr_grid_cell cell = cell_at(row, 0, MR_GRID_HEAD);

		if (row == n + 1) {
			json_cell_name(page, at, id, 0, &cell);
			n++;
		} else {
			tell_unread(page, at, id);
		}
	}
}

void json_grid_join(struct json_page *page, uint32_t object, struct json_shape_join *join)
{
	const struct json_tree *tree = &page->tree;
	const char *key = json_key(tree, join->key);
	struct links *ids = &join->ids;
	uint32_t column = 1, *filled;

	begin(page, join->rows, 1);
	put_row_heads(page, join->rows, ids);
	for (uint32_t at = tree->at[object].first; at; at = tree->at[at].next)
		if (json_shape_refers(tree, at, join))
			add_unknown(page, at, key, ids);
	filled = calloc((size_t)ids->n + 1, sizeof(*filled));
	for (uint32_t at = tree->at[object].first; at && filled; at = tree->at[at].next) {
		if (!json_shape_refers(tree, at, join))
			continue;
		for (uint32_t entry = tree->at[at].first; entry;
		     entry = tree->at[entry].next, column++) {
			uint32_t member = json_tree_member(tree, entry, key);
			struct mr_grid_cell cell = cell_at(0, column, MR_GRID_HEAD);

			/* "none" in place of references is a remark */
			if (tree->at[member].kind != JSON_OBJECT)
				member = 0;
			json_cell_name(page, entry, json_shape_id(tree, at, entry), member, &cell);
			put_references(page, member, column, ids, filled);
		}
	}
	free(filled);
}
