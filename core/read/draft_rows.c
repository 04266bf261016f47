/* SPDX-License-Identifier: MIT */
/* The rows of a table, or its columns: categories, features and their cells. */
#include "read/building.h"

#include "base/diag.h"
#include "read/groups.h"
#include "read/heads.h"
#include "read/tables.h"
#include "words/names.h"

#include <stdlib.h>
#include <string.h>

static const struct inline_text nothing = {.words = "", .refused = ""};

/* ---- categories */

/* Below a name with links of its own: the last link is where its record leads. */
static const struct inline_text *take_details(struct building *building, struct draft_name *name,
					      const struct inline_text *description)
{
	if (!description || name->url[0] || !inline_url(name->text)[0])
		return description;
	return asides_details(building->reading, description, &name->url);
}

static struct draft_name *add_category(struct building *building, const struct inline_text *text,
				       const struct inline_text *description, struct place place)
{
	struct draft_name name = building_name(building, text, place), *added;

	name.description = take_details(building, &name, description);
	added = draft_cells_add(building->reading, &building->draft->categories, sizeof(*added));
	if (added)
		*added = name;
	building->has_category = true;
	return added;
}

/* Rows before the first section: under the heading of the table, or under none for a single table. */
static void need_category(struct building *building)
{
	struct draft_name *added;
	struct place place = building->table->grid->place;
	const struct inline_text *heading;

	if (building->has_category)
		return;
	heading = tables_is_under_title(building->reading, building->table->grid)
			  ? &nothing
			  : tables_heading(building->reading, building->table->grid, &place);
	if (heading->n == 0)
		heading = tables_caption(building->reading, building->table->index);
	if (!building->is_single && heading->n) {
		add_category(building, heading,
			     tables_description(building->reading, building->table->grid), place);
		return;
	}
	added = draft_cells_add(building->reading, &building->draft->categories, sizeof(*added));
	if (added)
		*added = (struct draft_name){
			.url = "", .lifecycle = "", .place = building->table->grid->place};
	building->has_category = true;
}

/* Whether no feature stands in the last category of this table. */
static bool is_last_empty(const struct building *building)
{
	const struct draft *draft = building->draft;

	return building->has_category &&
	       (draft->features.n == 0 ||
		VEC_AT(struct draft_feature, draft->features, draft->features.n - 1)->category + 1 <
			draft->categories.n);
}

/*
 * "Heading › Section" where the file has several tables, "Section › Group" where a column groups the rows of a
 * section, and of two sections in a row the first is a heading of headings.
 */
static void begin_section(struct building *building, const struct inline_text *text,
			  struct place place, bool is_group)
{
	struct vec *categories = &building->draft->categories;
	const struct inline_text *above = is_group ? building->section : NULL;
	const struct inline_text *description =
		inline_subtitle(&building->reading->pool, text, &text);
	struct draft_notes notes = {0, 0};
	struct draft_name *added;

	if (is_last_empty(building)) {
		const struct draft_name *last =
			VEC_AT(struct draft_name, *categories, --categories->n);

		above = is_group ? above : last->text;
		if (above == last->text)
			notes = last->notes;
	}
	if (!above && !building->is_single && building->heading->n)
		above = building->heading;
	if (above)
		text = inline_join(&building->reading->pool, above, " › ",
				   names_calm(&building->reading->pool, text));
	if (!text)
		return;
	added = add_category(building, text, description, place);
	if (!added)
		return;
	/* its notes were taken right after those of the one that stands before it */
	if (notes.n)
		added->notes = (struct draft_notes){notes.first, notes.n + added->notes.n};
	if (!is_group) {
		building->section = added->text;
		building->group = NULL;
	}
}

/* ---- features */

/* The words of the stub from `first` on, joined. */
static const struct inline_text *stub_name(struct building *building, uint32_t line, uint32_t first,
					   struct place *out_place)
{
	const struct table *table = building->table;
	struct reading *reading = building->reading;
	const struct inline_text *name = &nothing, *next;
	const struct grid_cell *before = NULL;

	*out_place = (struct place){0, 0};
	for (uint32_t item = first; item < table_first_item(table); item++) {
		const struct grid_cell *cell = table_at(reading, table, line, item);

		if (!cell || cell == before || cell->text[0] == '\0')
			continue;
		if (name->n == 0)
			*out_place = cell->place;
		before = cell;
		next = reading_cell(reading, cell);
		name = name->n ? inline_join(&reading->pool, name, ": ", next) : next;
		if (!name)
			return &nothing;
	}
	return name;
}

/* The name before, for a row (with products in rows, a column) that has none, or the mark of a note only. */
static const struct inline_text *name_of_nameless(struct building *building, struct place place)
{
	struct draft *draft = building->draft;
	const char *line = building->table->in_rows ? "column" : "row";
	const struct inline_text *name;

	if (draft->features.n == 0) {
		doubts_add(building->reading->doubts, DOUBT_NAMES, place, NULL,
			   "a %s has no name; it is called '(no name)'", line);
		name = inline_read(&building->reading->pool, "(no name)", true);
		return name ? name : &nothing;
	}
	name = VEC_AT(struct draft_feature, draft->features, draft->features.n - 1)->name.text;
	doubts_add(building->reading->doubts, DOUBT_NAMES, place, NULL,
		   "a %s without a name (its first cell is blank) is read as a further one of '%s'",
		   line, name->words);
	return name;
}

static void describe(struct building *building, struct draft_feature *feature, uint32_t line)
{
	const struct table *table = building->table;
	struct reading *reading = building->reading;

	for (uint32_t item = table_first_item(table); item < table_n_items(table); item++) {
		const struct inline_text *text;

		if (building->product[item] != ITEM_DESCRIPTION)
			continue;
		text = reading_cell(reading, table_at(reading, table, line, item));
		if (text->n == 0)
			continue;
		feature->description =
			feature->description
				? inline_join(&reading->pool, feature->description, "\n", text)
				: text;
	}
}

/* The weight that a column gives the line, "" where none does. */
static const char *weight_of(struct building *building, uint32_t line)
{
	const struct table *table = building->table;
	struct reading *reading = building->reading;
	const char *weight = NULL;

	for (uint32_t item = table_first_item(table); item < table_n_items(table) && !weight;
	     item++)
		if (building->product[item] == ITEM_WEIGHT)
			weight = heads_weight(
				reading,
				reading_cell(reading, table_at(reading, table, line, item)));
	return weight ? weight : "";
}

static struct place first_place(struct building *building, uint32_t line)
{
	for (uint32_t item = 0; item < table_n_items(building->table); item++) {
		const struct grid_cell *cell =
			table_at(building->reading, building->table, line, item);

		if (cell)
			return cell->place;
	}
	return building->table->grid->place;
}

static bool are_in_order(const struct draft *draft, size_t first)
{
	const struct draft_cell *cells = draft->cells.at;

	for (size_t i = first + 1; i < draft->cells.n; i++)
		if (cells[i - 1].product > cells[i].product)
			return false;
	return true;
}

/* A product stands once in a row, so that qsort() has no equal ones to disorder. */
static int by_product(const void *a, const void *b)
{
	const struct draft_cell *first = a, *second = b;

	return (first->product > second->product) - (first->product < second->product);
}

/* Cells in the order of the products, each once. */
static void read_cells(struct building *building, uint32_t line, uint32_t feature)
{
	const struct table *table = building->table;
	size_t first = building->draft->cells.n;
	struct grid_cell blank = {
		.row_span = 1, .column_span = 1, .text = "", .hint = "", .note = ""};
	uint32_t means = vocabulary_find(&building->reading->vocabulary, "", 0).status;
	bool blanks_mean = means != VOCABULARY_NONE && means != MEANING_UNKNOWN;

	for (uint32_t item = table_first_item(table); item < table_n_items(table); item++) {
		const struct grid_cell *cell = table_at(building->reading, table, line, item);

		/* a reader leaves empty fields out; --map or a legend may say what they mean */
		if (!cell && blanks_mean) {
			blank.place = first_place(building, line);
			cell = &blank;
		}
		if (building->product[item] < ITEM_DESCRIPTION && cell)
			draft_cells_read(building->draft, building->reading, cell, table->index,
					 feature, building->product[item]);
	}
	draft_cells_settle(building->draft, building->reading, first);
	/* a further table may have its products in another order */
	if (!are_in_order(building->draft, first))
		qsort(VEC_AT(struct draft_cell, building->draft->cells, first),
		      building->draft->cells.n - first, sizeof(struct draft_cell), by_product);
}

static void add_feature(struct building *building, const struct inline_text *name,
			struct place place, uint32_t line)
{
	struct draft_feature feature = {.weight = ""}, *added;

	if (heads_drops(building->reading, name, building->used))
		return;
	need_category(building);
	feature.description = inline_subtitle(&building->reading->pool, name, &name);
	if (feature.description)
		feature.description =
			asides_weight(building->reading, feature.description, &feature.weight);
	feature.name = building_name(building, name, place);
	if (feature.name.text->n == 0)
		feature.name.text = name_of_nameless(building, place);
	feature.description = take_details(building, &feature.name, feature.description);
	feature.category = (uint32_t)building->draft->categories.n - 1;
	if (feature.weight[0] == '\0')
		feature.weight = weight_of(building, line);
	describe(building, &feature, line);
	added = draft_cells_add(building->reading, &building->draft->features, sizeof(*added));
	if (!added)
		return;
	*added = feature;
	building->draft->is_prose =
		building->table->in_rows && heads_is_description(building->reading, name);
	read_cells(building, line, (uint32_t)building->draft->features.n - 1);
}

/* The section that a cell of a column of groups names, where it is another than that of the row before. */
static void begin_group(struct building *building, const struct grid_cell *cell)
{
	const struct inline_text *text = reading_cell(building->reading, cell);

	if (!building->group || strcmp(building->group->words, text->words) != 0)
		begin_section(building, text, cell->place, true);
	building->group = text;
}

/* A row of the file that is a feature, with its group before it where the table has two stub columns. */
static void read_row(struct building *building, uint32_t row)
{
	const struct table *table = building->table;
	const struct grid_cell *group = table_at(building->reading, table, row, 0);
	const struct grid_cell *column =
		building->group_column == UINT32_MAX
			? NULL
			: table_at(building->reading, table, row, building->group_column);
	bool has_groups = table->n_stub_columns > 1;
	const struct inline_text *name;
	struct place place;

	if (has_groups && group && group->text[0] && group->row + table->n_rows_added == row &&
	    group->column_span < table->n_stub_columns)
		begin_group(building, group);
	else if (!has_groups && column && column->text[0])
		begin_group(building, column);
	name = stub_name(building, row,
			 has_groups && !(group && group->column_span >= table->n_stub_columns) ? 1
											       : 0,
			 &place);
	if (name->n == 0)
		place = first_place(building, row);
	add_feature(building, name, place, row);
}

/* Words in a section row beside its name have no place in the format. */
static void say_lost(struct building *building, uint32_t row, const struct grid_cell *first)
{
	const struct table *table = building->table;
	char word[DIAG_WORD];

	for (uint32_t item = 1; item < table_n_items(table); item++) {
		const struct grid_cell *cell = table_at(building->reading, table, row, item);
		const struct inline_text *text = reading_cell(building->reading, cell);

		if (cell && cell != first && text->n && !table_is_dashes(text) &&
		    strcmp(cell->text, first->text) != 0)
			doubts_add(building->reading->doubts, DOUBT_LOST, cell->place, NULL,
				   "'%s' in a section row is left out",
				   diag_word(word, text->words));
	}
}

/* A line that nobody sees in the file is left out, and that is said. */
static bool leave_hidden(struct building *building, uint32_t line, const struct inline_text *name,
			 struct place place)
{
	char word[DIAG_WORD];

	if (!building_hides_line(building, line))
		return false;
	doubts_add(building->reading->doubts, DOUBT_LOST, place, NULL,
		   "'%s' is hidden in the file and left out", diag_word(word, name->words));
	return true;
}

static void read_body(struct building *building)
{
	const struct table *table = building->table;
	struct reading *reading = building->reading;
	const uint32_t *order = NULL;
	char word[DIAG_WORD];

	if (building->group_column != UINT32_MAX)
		order = groups_order(reading, table, building->group_column);
	for (uint32_t i = table->n_head_rows;
	     i < table->grid->n_rows && !reading_has_failed(reading); i++) {
		uint32_t row = order ? order[i] : i;
		const struct grid_cell *first = table_at(reading, table, row, 0);
		const struct inline_text *name = reading_cell(reading, first);

		if (first && leave_hidden(building, row, name, first->place))
			continue;
		switch ((enum table_line)table->rows[row]) {
		case TABLE_BLANK: break;
		case TABLE_HEAD:
			/* the head again, with the name of a section in its corner */
			if (name->n &&
			    strcmp(name->words,
				   reading_cell(reading,
						table_at(reading, table, table->n_head_rows - 1, 0))
					   ->words) != 0)
				begin_section(building, name, first->place, false);
			break;
		case TABLE_SECTION:
			if (!inline_is_all(name, INLINE_STRONG) && !(first->flags & MR_GRID_HEAD))
				doubts_note(
					reading->doubts, DOUBT_SECTION, first->place, NULL,
					"the row '%s' has nothing but its name and is read as a section",
					diag_word(word, name->words));
			say_lost(building, row, first);
			begin_section(building, name, first->place, false);
			break;
		case TABLE_MAYBE_SECTION:
			doubts_note(
				reading->doubts, DOUBT_SECTION, first->place, NULL,
				"the row '%s' has nothing but its name and is read as a feature of which "
				"nothing is stated",
				diag_word(word, name->words));
			read_row(building, row);
			break;
		case TABLE_BODY: read_row(building, row); break;
		}
	}
}

/* Products in rows: each column is a feature, named by the head. */
static void read_columns(struct building *building)
{
	const struct table *table = building->table;

	for (uint32_t line = table_first_line(table);
	     line < table_n_lines(table) && !reading_has_failed(building->reading); line++) {
		struct table turned = *table;
		struct place place = table->grid->place;
		const struct inline_text *name;

		turned.in_rows = false;
		name = table_name_item(building->reading, &turned, line);
		for (uint32_t row = table->n_head_rows; row-- > 0;) {
			const struct grid_cell *cell =
				grid_field(building->reading->file, table->grid, row, line);

			if (cell && cell->text[0]) {
				place = cell->place;
				break;
			}
		}
		if (leave_hidden(building, line, name, place))
			continue;
		if (name->n == 0 && !building_says_line(building, line))
			continue;
		add_feature(building, name, place, line);
	}
}

void draft_rows_read(struct building *building)
{
	if (building->table->in_rows)
		read_columns(building);
	else
		read_body(building);
}
