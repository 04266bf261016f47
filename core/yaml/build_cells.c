/* SPDX-License-Identifier: MIT */
#include "yaml/build_cells.h"

static const struct raw_scalar none = RAW_NONE; /* nothing written */

static const struct field part_keys[] = {
	{WORD_NAME, fields_scalar, offsetof(struct raw_part, name)},
	{WORD_STATUS, fields_scalar, offsetof(struct raw_part, status)},
	{WORD_TEXT, fields_scalar, offsetof(struct raw_part, text)},
	{WORD_NOTES, fields_list, offsetof(struct raw_part, notes)},
};
static const struct fields part_fields = FIELDS(part_keys);

/* A cell's mapping while it is read; what has nothing in `more` is kept without it. */
struct whole_cell {
	struct raw_detail detail;
	struct raw_more more;
};

/* `member` is the whole `more` of a cell. */
static void read_parts(struct build *build, void *member)
{
	struct raw_more *more = member;
	struct walk_list elements;
	struct event event;
	bool is_told = false;

	tape_next(&build->walk.tape, &event);
	more->has_parts = true;
	more->parts_place = event.place;
	more->parts.first = (uint32_t)build->raw->parts.n;
	if (!walk_begin_list(&build->walk, &event, &elements)) {
		more->has_parts = false; /* what is no list is no second mistake */
		return;
	}
	while (walk_next_element(&elements, &event)) {
		struct raw_part part = {event.place, none, none, none, {0, 0}};

		if (!fields_is_row(build, &event, "a part is {name: ..., status: ...}", &is_told))
			continue;
		fields_read(build, &part_fields, &event, &part);
		if (fields_keep(build, &build->raw->parts, &part, sizeof(part)) != 0)
			return;
		more->parts.n++;
	}
	/* parts of which none is one are no second mistake */
	more->has_parts = !is_told || more->parts.n > 0;
}

static const struct field cell_keys[] = {
	{WORD_STATUS, fields_scalar, offsetof(struct whole_cell, detail.status)},
	{WORD_TEXT, fields_scalar, offsetof(struct whole_cell, detail.text)},
	{WORD_SINCE, fields_scalar, offsetof(struct whole_cell, more.since)},
	{WORD_VERIFIED, fields_scalar, offsetof(struct whole_cell, more.verified)},
	{WORD_NOTES, fields_list, offsetof(struct whole_cell, more.notes)},
	{WORD_SOURCE, fields_list, offsetof(struct whole_cell, more.sources)},
	{WORD_PARTS, read_parts, offsetof(struct whole_cell, more)},
};
static const struct fields cell_fields = FIELDS(cell_keys);

static bool has_more(const struct raw_more *more)
{
	return more->is_list || more->has_parts || more->notes.n || more->sources.n ||
	       more->since.string != STRSET_NONE || more->verified.string != STRSET_NONE;
}

/* The number of a detail read from `value`; RAW_NO_DETAIL without memory. */
static uint32_t read_detail(struct build *build, const struct event *value)
{
	struct whole_cell cell = {.detail = {none, none, RAW_NO_MORE},
				  .more = {.since = none, .verified = none}};
	uint32_t number;

	cell.more.is_list = value->kind == EVENT_SEQUENCE;
	if (cell.more.is_list)
		fields_list_from(build, value, &cell.more.items);
	else
		fields_read(build, &cell_fields, value, &cell);
	if (has_more(&cell.more)) {
		cell.detail.more = (uint32_t)build->raw->more.n;
		if (fields_keep(build, &build->raw->more, &cell.more, sizeof(cell.more)) != 0)
			return RAW_NO_DETAIL;
	}
	number = (uint32_t)build->raw->details.n;
	if (fields_keep(build, &build->raw->details, &cell.detail, sizeof(cell.detail)) != 0)
		return RAW_NO_DETAIL;
	return number;
}

static void add_cell(struct build *build, uint32_t key, struct place key_place,
		     const struct event *value)
{
	struct raw_cell cell = {.key = key,
				.key_place = key_place,
				.scalar = {value->string, value->is_quoted, value->place},
				.detail = RAW_NO_DETAIL};

	if (value->kind != EVENT_SCALAR) {
		cell.scalar.string = STRSET_NONE;
		cell.detail = read_detail(build, value);
		if (cell.detail == RAW_NO_DETAIL)
			return;
	}
	raw_add_cell(build->raw, build->load, &cell);
}

static void read_values_list(struct build *build, const struct event *start,
			     struct raw_feature *feature)
{
	struct walk_list elements;
	struct event value;

	feature->is_list = true;
	walk_begin_list(&build->walk, start, &elements);
	while (walk_next_element(&elements, &value))
		add_cell(build, elements.index, value.place, &value);
}

static void read_values_mapping(struct build *build, const struct event *start)
{
	struct walk_mapping mapping;
	struct event key, value;

	if (!walk_begin_mapping(&build->walk, start, 0, &build->values, &mapping))
		return;
	while (walk_next_key(&mapping, &key)) {
		tape_next(&build->walk.tape, &value);
		if (value.kind == EVENT_END)
			return;
		add_cell(build, key.string, key.place, &value);
	}
}

void build_cells(struct build *build, void *member)
{
	struct raw_feature *feature = member;
	struct event start;

	tape_next(&build->walk.tape, &start);
	feature->values = start.place;
	feature->cells.first = (uint32_t)build->raw->cells.n;
	if (start.kind == EVENT_SEQUENCE)
		read_values_list(build, &start, feature);
	else if (!fields_is_null(build->load, &start))
		read_values_mapping(build, &start);
	feature->cells.n = (uint32_t)build->raw->cells.n - feature->cells.first;
}
