/* SPDX-License-Identifier: MIT */
/* The products of a table: its columns, or its rows. */
#include "read/building.h"

#include "base/diag.h"
#include "data/folded.h"
#include "read/heads.h"

#include <stdio.h>
#include <string.h>

static const struct inline_text nothing = {.words = "", .refused = ""};

/* Whether the table that is read names the product for the first time; it has from now on. */
static bool claim(struct building *building, uint32_t product)
{
	uint32_t *last = vec_touch(&building->last_table, product, sizeof(*last));
	uint32_t own = building->table->index + 1;

	if (!last) {
		building->reading->failed = true;
		return true;
	}
	if (*last == own)
		return false;
	*last = own;
	return true;
}

static uint32_t add_product(struct building *building, uint32_t item,
			    const struct inline_text *text, struct place place)
{
	struct reading *reading = building->reading;
	const char *lifecycle = asides_lifecycle(reading, &text);
	struct draft_name name = building_name(building, text, place), *added;
	const char *folded, *url = inline_url(text);
	char numbered[32];
	uint32_t number;

	if (name.text->n == 0) {
		diag_write(numbered, sizeof(numbered), "%s %lu",
			   building->table->in_rows ? "Row" : "Column", (unsigned long)item + 1);
		name.text = inline_read(&reading->pool, numbered, true);
		name.text = name.text ? name.text : &nothing;
		doubts_add(reading->doubts, DOUBT_NAMES, place, "--drop COLUMN",
			   "a product has no name in the head; it is called '%s'", numbered);
	}
	name.lifecycle = lifecycle;
	/* a name is plain words; a link on a part of it leads to the product, too */
	if (name.url[0] == '\0')
		name.url = url;
	folded = folded_in(&reading->scratch, name.text->words, name.text->n);
	number = strset_find(&building->products, folded, reading->scratch.n);
	if (number != STRSET_NONE) {
		/* the same head of a further table, or the same name twice in one */
		if (claim(building, number))
			return number;
		snprintf(numbered, sizeof(numbered), "\x01%lu",
			 (unsigned long)building->products.n);
		doubts_add(reading->doubts, DOUBT_NAMES, place, "--drop COLUMN",
			   "two products are called '%s'", name.text->words);
		folded = numbered;
	}
	number = strset_put(&building->products, folded, strlen(folded));
	added = draft_cells_add(reading, &building->draft->products, sizeof(*added));
	if (number == STRSET_NONE || !added) {
		reading->failed = true;
		return ITEM_DROPPED;
	}
	*added = name;
	claim(building, number);
	return number;
}

/* With products in rows: the stub columns name the item. */
static const struct inline_text *item_name(struct building *building, uint32_t item,
					   struct place *out)
{
	const struct table *table = building->table;
	uint32_t line = table_first_line(table);

	*out = table->grid->place;
	while (line-- > 0) {
		const struct grid_cell *cell = table_at(building->reading, table, line, item);

		if (cell && cell->text[0]) {
			*out = cell->place;
			break;
		}
	}
	return table_name_item(building->reading, table, item);
}

/* A row that names a group of products has no place in the format. */
static bool is_group_of_products(struct building *building, uint32_t item)
{
	const struct table *table = building->table;
	const struct grid_cell *cell = table_at(building->reading, table, 0, item);
	char word[DIAG_WORD];

	if (!table->in_rows || table_is_body(table, item))
		return false;
	if (table->rows[item] == TABLE_SECTION)
		doubts_add(
			building->reading->doubts, DOUBT_LOST, cell->place, "--products-in columns",
			"the section row '%s' groups products, which a dataset cannot say; it is left out",
			diag_word(word, reading_cell(building->reading, cell)->words));
	return true;
}

void draft_products_read(struct building *building)
{
	const struct table *table = building->table;
	struct reading *reading = building->reading;

	for (uint32_t item = table_first_item(table); item < table_n_items(table); item++) {
		struct place place;
		const struct inline_text *name = item_name(building, item, &place);

		building->product[item] = ITEM_DROPPED;
		if (is_group_of_products(building, item))
			continue;
		if (building_hides_item(building, item)) {
			doubts_add(reading->doubts, DOUBT_LOST, place, NULL,
				   "'%s' is hidden in the file and left out", name->words);
			continue;
		}
		if (name->n == 0 && !building_says_item(building, item))
			continue;
		switch (heads_of(reading, table, item, name, building->used)) {
		case HEADS_PRODUCT:
			building->product[item] = add_product(building, item, name, place);
			break;
		case HEADS_DESCRIPTION: building->product[item] = ITEM_DESCRIPTION; break;
		case HEADS_WEIGHT: building->product[item] = ITEM_WEIGHT; break;
		case HEADS_CATEGORY:
			building->product[item] = ITEM_CATEGORY;
			if (building->group_column == UINT32_MAX)
				building->group_column = item;
			break;
		case HEADS_DROPPED: break;
		}
	}
}
