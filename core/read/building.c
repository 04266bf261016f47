/* SPDX-License-Identifier: MIT */
#include "read/building.h"

#include "words/names.h"

struct draft_name building_name(struct building *building, const struct inline_text *text,
				struct place place)
{
	struct draft_name name = {.url = "", .lifecycle = "", .place = place};

	name.notes = draft_cells_take_notes(building->draft, building->reading, text,
					    building->table->index, place, &text);
	text = names_calm(&building->reading->pool, text);
	if (names_is_link(text)) {
		name.url = text->pieces[0].url;
		text = names_unlinked(&building->reading->pool, text);
	}
	name.text = text;
	return name;
}

/* Cells from (line, item) on, each a step further. */
static bool hides(const struct building *building, uint32_t line, uint32_t item, bool is_line)
{
	const struct table *table = building->table;
	uint32_t n = is_line ? table_n_items(table) : table_n_lines(table), n_cells = 0;

	for (uint32_t i = 0; i < n; i++) {
		const struct grid_cell *cell =
			table_at(building->reading, table, is_line ? line : i, is_line ? i : item);

		if (!cell)
			continue;
		if (!(cell->flags & MR_GRID_HIDDEN))
			return false;
		n_cells++;
	}
	return n_cells > 0;
}

void building_look(struct building *building)
{
	const struct table *table = building->table;
	uint32_t line = table_first_line(table), item = table_first_item(table);

	while (line < table_n_lines(table) && hides(building, line, 0, true))
		line++;
	while (item < table_n_items(table) && hides(building, 0, item, false))
		item++;
	building->has_seen_line = line < table_n_lines(table);
	building->has_seen_item = item < table_n_items(table);
}

bool building_hides_line(const struct building *building, uint32_t line)
{
	return building->has_seen_line && hides(building, line, 0, true);
}

bool building_hides_item(const struct building *building, uint32_t item)
{
	return building->has_seen_item && hides(building, 0, item, false);
}

/* Cells from (line, item) on, each a step further. */
static bool says(const struct building *building, uint32_t line, uint32_t item, bool is_line)
{
	const struct table *table = building->table;
	uint32_t n = is_line ? table_n_items(table) : table_n_lines(table);

	for (uint32_t i = is_line ? item : line; i < n; i++) {
		const struct grid_cell *cell =
			table_at(building->reading, table, is_line ? line : i, is_line ? i : item);

		if (cell && cell->text[0] && cell->column_span == 1)
			return true;
	}
	return false;
}

bool building_says_line(const struct building *building, uint32_t line)
{
	return says(building, line, table_first_item(building->table), true);
}

bool building_says_item(const struct building *building, uint32_t item)
{
	return says(building, table_first_line(building->table), item, false);
}
