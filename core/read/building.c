/* SPDX-License-Identifier: MIT */
#include "read/building.h"

#include "words/names.h"

struct draft_name building_name(struct building *building, const struct inline_text *text,
				struct place place)
{
	struct draft_name name = {.url = "", .place = place};

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
