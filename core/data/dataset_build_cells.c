/* SPDX-License-Identifier: MIT */
#include "data/dataset_build.h"

static void read_part(struct build *build, const struct event *start, struct raw_part *part)
{
	const uint64_t keys = WORD_BIT(WORD_NAME) | WORD_BIT(WORD_STATUS) | WORD_BIT(WORD_TEXT) |
			      WORD_BIT(WORD_NOTES);
	struct mapping mapping;
	struct event key;

	*part = (struct raw_part){start->place, NONE, NONE, NONE, {0, 0}};
	if (!mapping_begin(&mapping, &build->walk, start, keys, NULL))
		return;
	while (mapping_next(&mapping, &key)) {
		switch (key.string) {
		case WORD_NAME: build_scalar(build, &part->name); break;
		case WORD_STATUS: build_scalar(build, &part->status); break;
		case WORD_TEXT: build_text(build, &part->text); break;
		default: build_list(build, &part->notes); break;
		}
	}
}

static void read_parts(struct build *build, struct raw_detail *detail)
{
	struct sequence sequence;
	struct raw_part part, *kept;
	struct event event;

	walk_next(&build->walk, &event);
	detail->has_parts = true;
	detail->parts_place = event.place;
	detail->parts.first = (uint32_t)build->raw->parts.n;
	if (!sequence_begin(&sequence, &build->walk, &event))
		return;
	while (sequence_next(&sequence, &event)) {
		read_part(build, &event, &part);
		kept = load_add(build->load, &build->raw->parts, sizeof(*kept));
		if (!kept)
			return;
		*kept = part;
		detail->parts.n++;
	}
}

static void read_cell_mapping(struct build *build, const struct event *start,
			      struct raw_detail *detail)
{
	const uint64_t keys = WORD_BIT(WORD_STATUS) | WORD_BIT(WORD_TEXT) | WORD_BIT(WORD_NOTES) |
			      WORD_BIT(WORD_PARTS) | WORD_BIT(WORD_SOURCE) |
			      WORD_BIT(WORD_VERIFIED) | WORD_BIT(WORD_SINCE);
	struct mapping mapping;
	struct event key;

	if (!mapping_begin(&mapping, &build->walk, start, keys, NULL))
		return;
	while (mapping_next(&mapping, &key)) {
		switch (key.string) {
		case WORD_STATUS: build_scalar(build, &detail->status); break;
		case WORD_TEXT: build_text(build, &detail->text); break;
		case WORD_SINCE: build_scalar(build, &detail->since); break;
		case WORD_VERIFIED: build_scalar(build, &detail->verified); break;
		case WORD_NOTES: build_list(build, &detail->notes); break;
		case WORD_SOURCE: build_list(build, &detail->sources); break;
		default: read_parts(build, detail); break;
		}
	}
}

static void add_cell(struct build *build, uint32_t key, struct place key_place,
		     const struct event *value)
{
	struct raw_cell cell = {.key = key, .key_place = key_place, .place = value->place};
	struct raw_detail detail = {.status = NONE, .text = NONE, .since = NONE, .verified = NONE};
	struct raw_detail *kept_detail;
	struct raw_cell *kept;

	if (value->kind == EVENT_SCALAR) {
		cell.value = value->string;
		cell.is_quoted = value->is_quoted;
		if (cell.value >= N_WORDS && cell.value != STRSET_NONE)
			load_rich(build->load, cell.value); /* most likely a text */
	} else {
		cell.is_detail = true;
		detail.is_list = value->kind == EVENT_SEQUENCE;
		if (detail.is_list)
			build_list_from(build, value, &detail.items);
		else
			read_cell_mapping(build, value, &detail);
		cell.value = (uint32_t)build->raw->details.n;
		kept_detail = load_add(build->load, &build->raw->details, sizeof(detail));
		if (!kept_detail)
			return;
		*kept_detail = detail;
	}
	kept = load_add(build->load, &build->raw->cells, sizeof(cell));
	if (kept)
		*kept = cell;
}

static void read_values_list(struct build *build, const struct event *start,
			     struct raw_feature *feature)
{
	struct sequence sequence;
	struct event value;

	feature->is_list = true;
	if (!sequence_begin(&sequence, &build->walk, start))
		return;
	while (sequence_next(&sequence, &value))
		add_cell(build, sequence.index, value.place, &value);
}

static void read_values_mapping(struct build *build, const struct event *start)
{
	struct mapping mapping;
	struct event key, value;

	if (!mapping_begin(&mapping, &build->walk, start, 0, &build->values))
		return;
	while (mapping_next(&mapping, &key)) {
		walk_next(&build->walk, &value);
		if (value.kind == EVENT_END)
			return;
		add_cell(build, key.string, key.place, &value);
	}
}

void build_values(struct build *build, struct raw_feature *feature)
{
	struct event start;

	walk_next(&build->walk, &start);
	feature->values = start.place;
	feature->cells.first = (uint32_t)build->raw->cells.n;
	if (start.kind == EVENT_SEQUENCE)
		read_values_list(build, &start, feature);
	else if (!build_is_null(build->load, &start))
		read_values_mapping(build, &start);
	feature->cells.n = (uint32_t)build->raw->cells.n - feature->cells.first;
}
