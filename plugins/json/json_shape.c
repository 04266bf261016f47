/* SPDX-License-Identifier: MIT */
#include "json/json_shape.h"

#include "common/write/links.h"
#include "json/json_cell.h"

#include <string.h>

/* Members of an object, and keys of an entry, that are looked at to find references. */
enum { LOOKED_AT = 64, FEW = 16 };

static bool all_are(const struct json_tree *tree, uint32_t node, enum json_kind kind)
{
	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next)
		if (tree->at[at].kind != kind)
			return false;
	return tree->at[node].n > 0;
}

static bool all_are_scalar(const struct json_tree *tree, uint32_t node)
{
	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next)
		if (!json_is_scalar(tree, at))
			return false;
	return true;
}

/* Arrays of letters alone. */
static bool is_columns(const struct json_tree *tree, uint32_t node)
{
	if (tree->at[node].n < 2 || !all_are(tree, node, JSON_ARRAY))
		return false;
	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next)
		if (!all_are_scalar(tree, at) || tree->at[at].n != tree->at[tree->at[node].first].n)
			return false;
	return tree->at[tree->at[node].first].n > 0;
}

/* Entries are alike when half of the others have a key of the first one. */
static bool are_alike(const struct json_tree *tree, uint32_t node)
{
	uint32_t first = tree->at[node].first, n_alike = 0;

	for (uint32_t at = tree->at[first].next; at; at = tree->at[at].next) {
		uint32_t n_looked = 0;

		for (uint32_t key = tree->at[first].first; key && n_looked < LOOKED_AT;
		     key = tree->at[key].next, n_looked++) {
			if (json_tree_member(tree, at, json_key(tree, key))) {
				n_alike++;
				break;
			}
		}
	}
	return n_alike * 2 >= tree->at[node].n - 1;
}

/* ------------------------------------------------------------------ sections */

/* What a section says of itself, its name first. */
static const char *const about_section[] = {
	"name", "title", "label", "heading", "group", "category", "section",     "area", "topic",
	"id",   "key",   "slug",  "url",     "link",  "order",    "description", NULL};
enum { N_NAMES = 12 };

uint32_t json_shape_section(const struct json_tree *tree, uint32_t entry)
{
	uint32_t rows = 0;

	if (tree->at[entry].kind != JSON_OBJECT)
		return 0;
	for (uint32_t at = tree->at[entry].first; at; at = tree->at[at].next) {
		bool is_known = false;

		for (size_t i = 0; about_section[i]; i++)
			is_known |= strcmp(json_key(tree, at), about_section[i]) == 0;
		if (tree->at[at].kind == JSON_ARRAY && rows == 0 && all_are(tree, at, JSON_OBJECT))
			rows = at;
		else if (!is_known || !json_is_scalar(tree, at))
			return 0;
	}
	return rows;
}

uint32_t json_shape_section_name(const struct json_tree *tree, uint32_t entry)
{
	for (size_t i = 0; i < N_NAMES; i++) {
		const char *const keys[] = {about_section[i], NULL};
		uint32_t found = json_tree_any(tree, entry, keys);

		if (found)
			return found;
	}
	return 0;
}

/* Whether what the first row of `rows` is called is also in `others`: then entries have the same rows, and are products. */
static bool has_first_of(const struct json_tree *tree, uint32_t rows, uint32_t others)
{
	uint32_t name = json_shape_section_name(tree, tree->at[rows].first);

	for (uint32_t at = name ? tree->at[others].first : 0; at; at = tree->at[at].next) {
		uint32_t other = json_shape_section_name(tree, at);

		if (other && strcmp(json_text(tree, name), json_text(tree, other)) == 0)
			return true;
	}
	return false;
}

bool json_shape_is_sections(const struct json_tree *tree, uint32_t node)
{
	uint32_t first = tree->at[node].first, second = first ? tree->at[first].next : 0;

	/* one by its key is a heading and another below it */
	if (!first || (tree->at[node].kind == JSON_OBJECT && !second))
		return false;
	for (uint32_t at = first; at; at = tree->at[at].next)
		if (json_shape_section(tree, at) == 0 ||
		    (!*json_key(tree, at) && json_shape_section_name(tree, at) == 0))
			return false;
	return !second || !has_first_of(tree, json_shape_section(tree, first),
					json_shape_section(tree, second));
}

bool json_shape_is_areas(const struct json_tree *tree, uint32_t node)
{
	if (tree->at[node].kind != JSON_OBJECT || !all_are(tree, node, JSON_OBJECT) ||
	    are_alike(tree, node))
		return false;
	for (uint32_t at = tree->at[node].first; at; at = tree->at[at].next)
		if (!all_are(tree, at, JSON_OBJECT))
			return false;
	return true;
}

enum json_shape json_shape_of(const struct json_tree *tree, uint32_t node)
{
	const struct json_node *is = json_at(tree, node);

	if (!json_is_scalar(tree, node) && json_shape_is_sections(tree, node))
		return JSON_SHAPE_NONE;
	if (is->kind == JSON_ARRAY && all_are(tree, node, JSON_OBJECT))
		return JSON_SHAPE_RECORDS;
	if (is->kind == JSON_ARRAY && all_are(tree, node, JSON_ARRAY))
		return JSON_SHAPE_ROWS;
	if (is->kind != JSON_OBJECT)
		return JSON_SHAPE_NONE;
	if (is->n >= 2 && all_are(tree, node, JSON_OBJECT) && are_alike(tree, node))
		return JSON_SHAPE_RECORDS;
	if (is_columns(tree, node))
		return JSON_SHAPE_COLUMNS;
	return is->n >= 2 && all_are_scalar(tree, node) ? JSON_SHAPE_PAIRS : JSON_SHAPE_NONE;
}

const char *json_shape_id(const struct json_tree *tree, uint32_t collection, uint32_t entry)
{
	static const char *const ids[] = {"id", "key", "slug", "name", NULL};
	uint32_t id;

	if (tree->at[collection].kind == JSON_OBJECT)
		return json_key(tree, entry);
	id = json_tree_any(tree, entry, ids);
	return id ? json_text(tree, id) : "";
}

/* ------------------------------------------------------------------ references */

static bool is_collection(const struct json_tree *tree, uint32_t node)
{
	return !json_is_scalar(tree, node) && all_are(tree, node, JSON_OBJECT);
}

/* Whether most keys of `key` in the first entries are ids. */
static bool refers(const struct json_tree *tree, uint32_t collection, const char *key,
		   const struct links *ids)
{
	uint32_t n_keys = 0, n_known = 0, n_entries = 0;

	for (uint32_t entry = tree->at[collection].first; entry && n_entries < LOOKED_AT;
	     entry = tree->at[entry].next, n_entries++) {
		uint32_t member = json_tree_member(tree, entry, key);

		if (!member || tree->at[member].kind != JSON_OBJECT)
			continue;
		for (uint32_t at = tree->at[member].first, n = 0; at && n < LOOKED_AT;
		     at = tree->at[at].next, n++) {
			n_keys++;
			n_known += links_number(ids, json_key(tree, at)) != 0;
		}
	}
	return n_known > 0 && n_known * 2 >= n_keys;
}

static void collect_ids(const struct json_tree *tree, uint32_t collection, struct links *ids)
{
	for (uint32_t at = tree->at[collection].first; at; at = tree->at[at].next)
		links_add(ids, json_shape_id(tree, collection, at), 0);
}

/* A member of the first entries of `collection` that refers to `ids`; 0 for none. */
static uint32_t find_key(const struct json_tree *tree, uint32_t collection, const struct links *ids)
{
	uint32_t n_entries = 0;

	for (uint32_t entry = tree->at[collection].first; entry && n_entries < 3;
	     entry = tree->at[entry].next, n_entries++) {
		uint32_t n_members = 0;

		for (uint32_t at = tree->at[entry].first; at && n_members < FEW;
		     at = tree->at[at].next, n_members++)
			if (tree->at[at].kind == JSON_OBJECT &&
			    refers(tree, collection, json_key(tree, at), ids))
				return at;
	}
	return 0;
}

struct json_shape_join json_shape_find_join(const struct json_tree *tree, uint32_t object)
{
	struct json_shape_join join = {.rows = 0};
	uint32_t n_looked = 0;

	for (uint32_t rows = tree->at[object].first; rows && n_looked < FEW;
	     rows = tree->at[rows].next) {
		if (!is_collection(tree, rows))
			continue;
		n_looked++;
		collect_ids(tree, rows, &join.ids);
		for (uint32_t at = tree->at[object].first; at; at = tree->at[at].next) {
			join.key = at != rows && is_collection(tree, at)
					   ? find_key(tree, at, &join.ids)
					   : 0;
			join.rows = join.key ? rows : 0;
			if (join.key)
				return join;
		}
		links_release(&join.ids);
	}
	return join;
}

bool json_shape_refers(const struct json_tree *tree, uint32_t collection,
		       const struct json_shape_join *join)
{
	return collection != join->rows && is_collection(tree, collection) &&
	       refers(tree, collection, json_key(tree, join->key), &join->ids);
}
