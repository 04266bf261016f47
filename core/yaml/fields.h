/* SPDX-License-Identifier: MIT */
/*
 * fields - a mapping read by a table: each key with who reads its value and which member takes it.
 *
 * Private to build*.c.  What is not of the shape that was asked for is reported and skipped.
 */
#ifndef MESHREPORT_CORE_FIELDS_H
#define MESHREPORT_CORE_FIELDS_H

#include "data/raw.h"
#include "yaml/walk.h"

#include <stddef.h>

struct build {
	struct walk walk;
	struct load *load;
	struct raw *raw;
	struct walk_keys ids; /* of statuses and notes */
	struct walk_keys values;
};

/* One key of a kind of mapping: `read` reads its value into the member at `offset` of the record. */
struct field {
	uint32_t word; /* enum word */
	void (*read)(struct build *build, void *member);
	size_t offset;
};

struct fields {
	const struct field *at;
	size_t n;
	const char *prefix; /* of further keys, which are skipped; or null */
};

#define FIELDS(table)                                         \
	{                                                     \
		table, sizeof(table) / sizeof(table[0]), NULL \
	}

/* Reads the mapping that begins at `start` into `record`; false for what is no mapping. */
bool fields_read(struct build *build, const struct fields *fields, const struct event *start,
		 void *record);

/* Adds `size` bytes of `record` to an array of such records; -1 without memory. */
int fields_keep(struct build *build, struct vec *vec, const void *record, size_t size);

/*
 * Whether an element of a list of mappings is one.  `what` says what it looks like; of several that are none the
 * first alone is told.
 */
bool fields_is_row(struct build *build, const struct event *start, const char *what, bool *is_told);

/* Whether a node says nothing: an empty one, `~` or null. */
bool fields_is_null(const struct load *load, const struct event *event);

struct raw_scalar fields_scalar_of(const struct event *event);

/* Readers of a text (struct raw_scalar) and of a list of texts (struct raw_list). */
void fields_scalar(struct build *build, void *member);
void fields_list(struct build *build, void *member);
/* The latter, of a value whose first event was read. */
void fields_list_from(struct build *build, const struct event *start, struct raw_list *list);

#endif
