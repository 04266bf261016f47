/* SPDX-License-Identifier: MIT */
#include "read/draft.h"

#include "read/building.h"
#include "read/tables.h"

void draft_init(struct draft *draft)
{
	*draft = (struct draft){.title = "", .subtitle = "", .language = "", .date = ""};
	marks_init(&draft->marks);
}

void draft_release(struct draft *draft)
{
	marks_release(&draft->marks);
	vec_release(&draft->products);
	vec_release(&draft->categories);
	vec_release(&draft->features);
	vec_release(&draft->cells);
	vec_release(&draft->parts);
	vec_release(&draft->uses);
}

static void read_table(struct building *building, const struct table *table)
{
	struct reading *reading = building->reading;
	struct place place;

	building->table = table;
	building->has_category = false;
	building->group_column = table->is_grouped ? 0 : UINT32_MAX;
	building->section = building->group = NULL;
	building->heading = tables_heading(reading, table->grid, &place);
	building->product = arena_array(&reading->arena, (size_t)table_n_items(table) + 1,
					sizeof(*building->product));
	if (!building->product) {
		reading->failed = true;
		return;
	}
	if (table->has_no_head)
		doubts_add(
			reading->doubts, DOUBT_NAMES, table->grid->place, NULL,
			"the table has no head row, its first row has answers: products are called "
			"by their columns");
	if (table->n_left_out)
		doubts_note(reading->doubts, DOUBT_COLUMN, table->grid->place, NULL,
			    "the first column counts the rows and is left out");
	building_look(building);
	draft_products_read(building);
	draft_rows_read(building);
}

static void report_unused(struct building *building)
{
	const struct interpret_options *options = building->reading->options;

	for (size_t i = 0; i < options->n_descriptions; i++) {
		if (!building->used[i])
			doubts_add(building->reading->doubts, DOUBT_OPTION, (struct place){0, 0},
				   NULL, "--description '%s' names no column",
				   options->descriptions[i]);
	}
	for (size_t i = 0; i < options->n_drops; i++) {
		if (!building->used[options->n_descriptions + i])
			doubts_add(building->reading->doubts, DOUBT_OPTION, (struct place){0, 0},
				   NULL, "--drop '%s' names no column and no row",
				   options->drops[i]);
	}
}

void draft_build(struct draft *draft, struct reading *reading, struct table *tables,
		 uint32_t n_tables)
{
	struct building building = {.draft = draft, .reading = reading, .is_single = n_tables == 1};
	size_t n_options = reading->options->n_descriptions + reading->options->n_drops;

	strset_init(&building.products);
	building.used = arena_array(&reading->arena, n_options + 1, sizeof(*building.used));
	if (!building.used)
		reading->failed = true;
	if (!reading_has_failed(reading))
		marks_collect(&draft->marks, reading);
	for (uint32_t i = 0; i < n_tables && !reading_has_failed(reading); i++)
		read_table(&building, &tables[i]);
	if (!reading_has_failed(reading)) {
		draft_meta_read(draft, reading, tables, n_tables);
		report_unused(&building);
		marks_report(&draft->marks, reading, tables[0].index, tables[n_tables - 1].index);
	}
	strset_release(&building.products);
	vec_release(&building.last_table);
}
