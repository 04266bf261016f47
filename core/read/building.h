/* SPDX-License-Identifier: MIT */
/*
 * building - a draft while it is made, table by table.
 *
 * Private to draft*.c.
 */
#ifndef MESHREPORT_CORE_BUILDING_H
#define MESHREPORT_CORE_BUILDING_H

#include "read/draft.h"
#include "read/table.h"

struct building {
	struct draft *draft;
	struct reading *reading;
	struct strset products; /* folded names, numbered as draft.products */
	bool *used; /* options of columns: descriptions, then drops */
	bool is_single; /* one table */
	/* of the table that is read */
	const struct table *table;
	uint32_t *product; /* by item: its number, or one of the following */
	const struct inline_text *heading; /* of it, without marks */
	uint32_t group_column; /* of the file, whose words are the categories; UINT32_MAX: none */
	const struct inline_text
		*section; /* the name of the last section row's category, null for none */
	const struct inline_text *group; /* the one that the row before is of, null for none */
	bool has_category; /* of this table */
	bool has_seen_line,
		has_seen_item; /* the file does not hide each line, or each item, of its body */
	/* uint32_t, by product: 1 + the index of the table that named it last */
	struct vec last_table;
};

/* What stands in building.product in place of a product's number. */
enum {
	ITEM_DESCRIPTION = INT32_MAX - 3, /* all numbers below are products */
	ITEM_CATEGORY,
	ITEM_WEIGHT,
	ITEM_DROPPED
};

/* A name without marks, emphasis of the whole and a link around all of it. */
struct draft_name building_name(struct building *building, const struct inline_text *text,
				struct place place);

/* Whether the file hides all that stands on a line, or in an item, and not those of all the table. */
bool building_hides_line(const struct building *building, uint32_t line);
bool building_hides_item(const struct building *building, uint32_t item);

/* Looks for what is seen of the table. */
void building_look(struct building *building);

/* Whether words stand in the body of a line, or in that of an item: not in a cell over several columns, a title. */
bool building_says_line(const struct building *building, uint32_t line);
bool building_says_item(const struct building *building, uint32_t item);

/* draft_products.c: the products of the table, each with its number in building.product. */
void draft_products_read(struct building *building);

/* draft_rows.c: its categories, features and cells. */
void draft_rows_read(struct building *building);

#endif
