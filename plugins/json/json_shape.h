/* SPDX-License-Identifier: MIT */
/*
 * json_shape - which values make a table.
 */
#ifndef MESHREPORT_JSON_SHAPE_H
#define MESHREPORT_JSON_SHAPE_H

#include "common/write/links.h"
#include "json/json_tree.h"

enum json_shape {
	JSON_SHAPE_NONE, /* no table itself; its members may be */
	JSON_SHAPE_RECORDS, /* objects, in an array or by their keys: a row each */
	JSON_SHAPE_ROWS, /* arrays in an array */
	JSON_SHAPE_COLUMNS, /* arrays by their keys */
	JSON_SHAPE_PAIRS /* letters by their keys */
};

enum json_shape json_shape_of(const struct json_tree *tree, uint32_t node);

/* Whether each entry has a name and a list of rows ({"name": "Security", "features": [{...}]}), which are others in each. */
bool json_shape_is_sections(const struct json_tree *tree, uint32_t node);

/* The list of rows of such an entry, and its name; 0 for none. */
uint32_t json_shape_section(const struct json_tree *tree, uint32_t entry);
uint32_t json_shape_section_name(const struct json_tree *tree, uint32_t entry);

/* Whether it is areas by name, in each features by name, in each products: {"Security": {"mTLS": {"a": true}}, ...}. */
bool json_shape_is_areas(const struct json_tree *tree, uint32_t node);

/* An entry's id in a collection: its key, or a member "id"; "" without. */
const char *json_shape_id(const struct json_tree *tree, uint32_t collection, uint32_t entry);

/*
 * Collections of an object whose entries refer to another collection's: {"features": {"a": {...}}, "products": {"x":
 * {"support": {"a": true}}}}.  `key` is "support"; 0 when nothing refers.
 */
struct json_shape_join {
	uint32_t rows; /* the collection that is referred to */
	uint32_t key; /* a member by that name in each entry of the others */
	struct links ids; /* of the rows, in order */
};

/* The caller releases `ids`. */
struct json_shape_join json_shape_find_join(const struct json_tree *tree, uint32_t object);

/* Whether the collection's entries refer to the rows of `join`. */
bool json_shape_refers(const struct json_tree *tree, uint32_t collection,
		       const struct json_shape_join *join);

#endif
