/* SPDX-License-Identifier: MIT */
#include "yaml/build_profiles.h"

static const struct raw_scalar none = RAW_NONE; /* nothing written */

static const struct field requirement_keys[] = {
	{WORD_FEATURE, fields_scalar, offsetof(struct raw_requirement, feature)},
	{WORD_AT_LEAST, fields_scalar, offsetof(struct raw_requirement, at_least)},
};
static const struct fields requirement_fields = FIELDS(requirement_keys);

/* An id, or {feature: ID, at-least: partial}. */
static void read_requirement(struct build *build, const struct event *start, struct raw_list *list)
{
	struct raw_requirement requirement = {start->place, none, none};

	if (start->kind == EVENT_SCALAR)
		requirement.feature = fields_scalar_of(start);
	else if (!fields_read(build, &requirement_fields, start, &requirement))
		return;
	if (fields_keep(build, &build->raw->requirements, &requirement, sizeof(requirement)) == 0)
		list->n++;
}

static void read_require(struct build *build, void *member)
{
	struct raw_list *list = member;
	struct walk_list elements;
	struct event event;

	tape_next(&build->walk.tape, &event);
	*list = (struct raw_list){(uint32_t)build->raw->requirements.n, 0};
	if (fields_is_null(build->load, &event))
		return;
	if (event.kind == EVENT_SCALAR) {
		read_requirement(build, &event, list);
		return;
	}
	if (!walk_begin_list(&build->walk, &event, &elements))
		return;
	while (walk_next_element(&elements, &event))
		read_requirement(build, &event, list);
}

static void read_weights(struct build *build, void *member)
{
	struct raw_list *list = member;
	struct walk_mapping mapping;
	struct event key;

	tape_next(&build->walk.tape, &key);
	*list = (struct raw_list){(uint32_t)build->raw->weights.n, 0};
	if (fields_is_null(build->load, &key) ||
	    !walk_begin_mapping(&build->walk, &key, 0, &build->ids, &mapping))
		return;
	while (walk_next_key(&mapping, &key)) {
		struct raw_weight weight = {fields_scalar_of(&key), none};

		fields_scalar(build, &weight.weight);
		if (fields_keep(build, &build->raw->weights, &weight, sizeof(weight)) == 0)
			list->n++;
	}
}

static const struct field profile_keys[] = {
	{WORD_ID, fields_scalar, offsetof(struct raw_profile, id)},
	{WORD_NAME, fields_scalar, offsetof(struct raw_profile, name)},
	{WORD_DESCRIPTION, fields_scalar, offsetof(struct raw_profile, description)},
	{WORD_REQUIRE, read_require, offsetof(struct raw_profile, require)},
	{WORD_WEIGHTS, read_weights, offsetof(struct raw_profile, weights)},
	{WORD_WITHOUT, fields_list, offsetof(struct raw_profile, without)},
	{WORD_PARTIAL, fields_scalar, offsetof(struct raw_profile, partial)},
};
static const struct fields profile_fields = FIELDS(profile_keys);

void build_profiles(struct build *build, void *member)
{
	struct walk_list elements;
	struct event event;
	bool is_told = false;

	(void)member;
	tape_next(&build->walk.tape, &event);
	if (fields_is_null(build->load, &event) ||
	    !walk_begin_list(&build->walk, &event, &elements))
		return;
	while (walk_next_element(&elements, &event)) {
		struct raw_profile profile = {.place = event.place,
					      .index = elements.index,
					      .id = none,
					      .name = none,
					      .description = none,
					      .partial = none};

		if (!fields_is_row(build, &event, "a profile is {id: ..., name: ...}", &is_told))
			continue;
		fields_read(build, &profile_fields, &event, &profile);
		fields_keep(build, &build->raw->profiles, &profile, sizeof(profile));
	}
}
