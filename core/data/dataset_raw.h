/* SPDX-License-Identifier: MIT */
/*
 * dataset_raw - the records of a file as they were read: shapes are right, nothing is resolved.
 *
 * Made by dataset_build*.c, consumed by check*.c.  Strings are numbers in load.strings, and an absent
 * one is STRSET_NONE.  Lists are ranges of the array named beside them.  Order is the file's.
 */
#ifndef MESHREPORT_CORE_DATASET_RAW_H
#define MESHREPORT_CORE_DATASET_RAW_H

#include "data/dataset_events.h"
#include "data/dataset_walk.h"

struct raw_scalar {
	uint32_t string;
	bool is_quoted;
	struct place place;
};

#define RAW_NONE                      \
	{                             \
		.string = STRSET_NONE \
	}

/* Elements first .. first + n - 1. */
struct raw_list {
	uint32_t first, n;
};

struct raw_status {
	struct raw_scalar id, label, like, symbol;
};

struct raw_note {
	struct raw_scalar id, text;
};

/* `index` is that of the list in the file, which may hold what is no row: for key paths. */
struct raw_product {
	struct place place;
	uint32_t index;
	struct raw_scalar id, name, url, logo, lifecycle;
	struct raw_list formerly; /* scalars */
};

struct raw_category {
	struct place place;
	uint32_t index;
	struct raw_scalar id, name, url, description;
	struct raw_list features;
};

struct raw_feature {
	struct place place;
	uint32_t index;
	struct raw_scalar id, name, url, description, kind, weight;
	struct raw_list formerly; /* scalars */
	struct raw_list cells;
	uint32_t category;
	bool is_list; /* `values` is a list: a cell's key is its index */
	struct place values; /* 0 without any */
};

struct raw_part {
	struct place place;
	struct raw_scalar name, status, text;
	struct raw_list notes; /* scalars */
};

/* A cell that is a mapping or a list. */
struct raw_detail {
	struct raw_scalar status, text, since, verified;
	struct raw_list notes, sources, items; /* scalars */
	struct raw_list parts;
	bool is_list, has_parts;
	struct place parts_place;
};

struct raw_cell {
	uint32_t key; /* string: the product; in a list its index */
	struct place key_place;
	struct place place;
	uint32_t value; /* string of a scalar, or index of a detail */
	bool is_detail;
	bool is_quoted;
};

struct raw {
	struct raw_scalar version, title, subtitle, language, as_of;
	struct raw_scalar credit_text, credit_url, credit_license;
	struct place products_place, categories_place; /* 0: the key is not there */
	struct vec statuses, notes, products, categories, features, cells, details, parts, scalars;
};

#define RAW_AT(type, vec, index) ((struct type *)(vec).at + (index))

void raw_release(struct raw *raw);

/* Reads the document into `raw`; mistakes are reported and -1 is returned only when reading failed. */
int raw_build(struct raw *raw, struct load *load, struct events *events);

/* check.c: resolves `raw` into `out`; 0, or -1 after errors were reported. */
int check_dataset(struct dataset *out, struct load *load, const struct raw *raw);

#endif
