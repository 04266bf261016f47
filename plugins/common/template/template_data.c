/* SPDX-License-Identifier: MIT */
#include "common/template/template_value.h"

#include "common/write/number.h"

#include <stdlib.h>

#define VALUES_PER_CHUNK 128

struct template_chunk {
	struct template_chunk *next;
	size_t n_used;
	struct template_value values[VALUES_PER_CHUNK];
	char numbers[VALUES_PER_CHUNK][24]; /* the text of values[i] when it is a number */
};

/*
 * Stands in where memory ran out.  It is constant: once `failed` is set nothing is written to any
 * value, which is all that the cast relies on.
 */
static struct template_value *no_memory(struct template_data *data)
{
	static const struct template_value nothing;

	data->failed = true;
	return (struct template_value *)(uintptr_t)&nothing;
}

static struct template_value *new_value(struct template_data *data, enum template_kind kind)
{
	struct template_chunk *chunk = data->chunks;
	struct template_value *value;

	if (!chunk || chunk->n_used == VALUES_PER_CHUNK) {
		chunk = calloc(1, sizeof(*chunk));
		if (!chunk)
			return no_memory(data);
		chunk->next = data->chunks;
		data->chunks = chunk;
	}
	value = &chunk->values[chunk->n_used++];
	value->kind = kind;
	return value;
}

void template_data_release(struct template_data *data)
{
	struct template_chunk *chunk = data->chunks;

	while (chunk) {
		struct template_chunk *next = chunk->next;

		free(chunk);
		chunk = next;
	}
	*data = (struct template_data){0};
}

struct template_value *template_map(struct template_data *data)
{
	return new_value(data, TEMPLATE_MAP);
}

struct template_value *template_list(struct template_data *data)
{
	return new_value(data, TEMPLATE_LIST);
}

struct template_value *template_text(struct template_data *data, const char *text)
{
	struct template_value *value = new_value(data, TEMPLATE_TEXT);

	if (!data->failed) {
		value->text = text;
		value->n = strlen(text);
	}
	return value;
}

struct template_value *template_number(struct template_data *data, uint64_t number)
{
	struct template_value *value = new_value(data, TEMPLATE_TEXT);
	char text[NUMBER_SIZE];

	if (!data->failed) {
		char *kept = data->chunks->numbers[data->chunks->n_used - 1];

		value->n = number_unsigned(text, number);
		memcpy(kept, text, value->n + 1);
		value->text = kept;
	}
	return value;
}

struct template_value *template_flag(struct template_data *data, bool flag)
{
	struct template_value *value = new_value(data, TEMPLATE_FLAG);

	if (!data->failed)
		value->flag = flag;
	return value;
}

struct template_value *template_block(struct template_data *data,
				      void (*write)(const void *context, struct out *out),
				      const void *context)
{
	struct template_value *value = new_value(data, TEMPLATE_BLOCK);

	if (!data->failed) {
		value->write = write;
		value->context = context;
	}
	return value;
}

void template_push(struct template_data *data, struct template_value *list,
		   struct template_value *value)
{
	if (data->failed)
		return;
	if (list->last)
		list->last->next = value;
	else
		list->first = value;
	list->last = value;
}

void template_set(struct template_data *data, struct template_value *map, const char *name,
		  struct template_value *value)
{
	if (data->failed)
		return;
	value->name = name;
	template_push(data, map, value);
}

const struct template_value *template_member(const struct template_value *map, const char *name,
					     size_t n)
{
	const struct template_value *found = NULL;

	if (map->kind != TEMPLATE_MAP)
		return NULL;
	for (const struct template_value *member = map->first; member; member = member->next)
		if (strlen(member->name) == n && memcmp(member->name, name, n) == 0)
			found = member;
	return found;
}

bool template_is_false(const struct template_value *value)
{
	switch (value->kind) {
	case TEMPLATE_FLAG: return !value->flag;
	case TEMPLATE_TEXT: return value->n == 0;
	case TEMPLATE_LIST: return !value->first;
	case TEMPLATE_BLOCK:
	case TEMPLATE_MAP: break;
	}
	return false;
}
