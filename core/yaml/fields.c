/* SPDX-License-Identifier: MIT */
#include "yaml/fields.h"

#include <string.h>

static uint64_t keys_of(const struct fields *fields)
{
	uint64_t keys = 0;

	for (size_t i = 0; i < fields->n; i++)
		keys |= SCHEMA_BIT(fields->at[i].word);
	return keys;
}

static void read_key(struct build *build, const struct fields *fields, uint32_t word, void *record)
{
	const struct field *field = fields->at;

	while (field->word !=
	       word) /* it is one of them, or walk_next_key() would have told of it */
		field++;
	field->read(build, (char *)record + field->offset);
}

bool fields_read(struct build *build, const struct fields *fields, const struct event *start,
		 void *record)
{
	struct walk_mapping mapping;
	struct event key;

	if (!walk_begin_mapping(&build->walk, start, keys_of(fields), NULL, &mapping))
		return false;
	mapping.prefix = fields->prefix;
	while (walk_next_key(&mapping, &key))
		read_key(build, fields, key.string, record);
	return true;
}

int fields_keep(struct build *build, struct vec *vec, const void *record, size_t size)
{
	void *kept = load_add(build->load, vec, size);

	if (kept)
		memcpy(kept, record, size);
	return kept ? 0 : -1;
}

bool fields_is_row(struct build *build, const struct event *start, const char *what, bool *is_told)
{
	if (start->kind == EVENT_MAPPING)
		return true;
	if (!*is_told)
		keypath_hint(&build->walk.tape.path, build->load, start->place, what,
			     "this is %s where a mapping belongs", walk_what(start));
	*is_told = true;
	tape_skip_rest(&build->walk.tape, start);
	return false;
}

/* ---- scalars and lists of them */

struct raw_scalar fields_scalar_of(const struct event *event)
{
	return (struct raw_scalar){event->string, event->is_quoted, event->place};
}

/* False for what is no text, which is reported and skipped. */
static bool take_scalar(struct build *build, const struct event *event, struct raw_scalar *out)
{
	if (event->kind == EVENT_SCALAR) {
		*out = fields_scalar_of(event);
		return true;
	}
	if (event->kind != EVENT_END) {
		keypath_hint(&build->walk.tape.path, build->load, event->place,
			     "a text that begins with '[' or '{' needs quotes",
			     "this is %s where a text belongs", walk_what(event));
		tape_skip_rest(&build->walk.tape, event);
	}
	return false;
}

void fields_scalar(struct build *build, void *member)
{
	struct event event;

	tape_next(&build->walk.tape, &event);
	take_scalar(build, &event, member);
}

static void add_scalar(struct build *build, struct raw_list *list, const struct event *event)
{
	struct raw_scalar scalar;

	if (take_scalar(build, event, &scalar) &&
	    fields_keep(build, &build->raw->scalars, &scalar, sizeof(scalar)) == 0)
		list->n++;
}

bool fields_is_null(const struct load *load, const struct event *event)
{
	const char *text;

	if (event->kind != EVENT_SCALAR || event->is_quoted || event->string == STRSET_NONE)
		return false;
	text = load_text(load, event->string);
	return !text[0] || schema_is_null(text);
}

/* A list of texts; one text stands for a list of one, nothing for an empty one. */
void fields_list_from(struct build *build, const struct event *start, struct raw_list *list)
{
	struct walk_list elements;
	struct event event;

	*list = (struct raw_list){(uint32_t)build->raw->scalars.n, 0};
	if (fields_is_null(build->load, start))
		return;
	if (start->kind == EVENT_SCALAR) {
		add_scalar(build, list, start);
		return;
	}
	if (!walk_begin_list(&build->walk, start, &elements))
		return;
	while (walk_next_element(&elements, &event))
		add_scalar(build, list, &event);
}

void fields_list(struct build *build, void *member)
{
	struct event start;

	tape_next(&build->walk.tape, &start);
	fields_list_from(build, &start, member);
}
