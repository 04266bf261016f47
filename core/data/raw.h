/* SPDX-License-Identifier: MIT */
/*
 * raw - the records of a comparison as they were read: shapes are right, nothing is resolved.
 *
 * The seam between who reads a file and who checks it.  build.c fills it from YAML; check*.c makes a
 * struct dataset of it.  A second source (a table of other people's, say) fills it like this: it puts
 * each text into load.strings (strset_put()) and names it by its number, adds rows with load_add() to
 * the arrays below in the order in which they shall stand, cells with the functions below, and calls
 * check_dataset(); what it leaves out is RAW_NONE, and every reference (products of cells, statuses,
 * notes) is a text that the checks resolve and report.
 *
 * Strings are numbers in load.strings, absent ones STRSET_NONE.  Lists are ranges of the array named
 * beside them.  Order is the file's; the cells of the features lie in the features' order.
 *
 * Places: a line and column from 1 where the file has lines; where it has none, a name of the
 * source's own ("Sheet1!C7") by load_named_place().  Each record has one, so that the checks can say
 * where a mistake stands whatever it was read from.
 */
#ifndef MESHREPORT_CORE_RAW_H
#define MESHREPORT_CORE_RAW_H

#include "base/vec.h"
#include "data/load.h"

struct raw_scalar {
	uint32_t string;
	bool is_quoted; /* a text whatever it looks like: "no" is no status word for nothing */
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

/* What a product, category or feature says of how its cells are known. */
struct raw_evidence {
	struct raw_scalar since, verified;
	struct raw_list sources; /* scalars */
};

/* `index` is that of the list in the file, which may hold what is no row: for key paths. */
struct raw_product {
	struct place place;
	uint32_t index;
	struct raw_scalar id, name, url, logo, lifecycle;
	struct raw_list formerly, notes; /* scalars */
	uint32_t evidence; /* 1 + index of raw.evidences, 0 for none */
};

struct raw_category {
	struct place place;
	uint32_t index;
	struct raw_scalar id, name, url, description;
	struct raw_list features;
	struct raw_list notes; /* scalars */
	uint32_t evidence; /* 1 + index of raw.evidences, 0 for none */
};

/* A feature; most have no more than this. */
struct raw_feature {
	struct place place;
	uint32_t index;
	struct raw_scalar id, name;
	uint32_t aside; /* 1 + index of raw.asides, 0 for none */
	struct raw_list cells;
	uint32_t category;
	bool is_list; /* `values` is a list: a cell's key is its index */
	struct place values; /* 0 without any */
};

/* What few features say beside their name. */
struct raw_aside {
	struct raw_scalar url, description, kind, weight;
	struct raw_list formerly, notes; /* scalars */
	uint32_t evidence; /* 1 + index of raw.evidences, 0 for none */
};

/* A feature that a profile requires; `at_least` absent: yes. */
struct raw_requirement {
	struct place place;
	struct raw_scalar feature, at_least;
};

struct raw_weight {
	struct raw_scalar id, weight;
};

struct raw_profile {
	struct place place;
	uint32_t index;
	struct raw_scalar id, name, description, partial;
	struct raw_list require, weights; /* of raw.requirements, raw.weights */
	struct raw_list without; /* scalars */
};

struct raw_part {
	struct place place;
	struct raw_scalar name, status, text;
	struct raw_list notes; /* scalars */
};

/* A cell that is a mapping or a list; most mappings have a status and a text and nothing else. */
struct raw_detail {
	struct raw_scalar status, text;
	uint32_t more; /* of raw.more, RAW_NO_MORE for none */
};

#define RAW_NO_MORE UINT32_MAX

struct raw_more {
	struct raw_scalar since, verified;
	struct raw_list notes, sources, items; /* scalars */
	struct raw_list parts;
	bool is_list, has_parts;
	struct place parts_place;
};

/*
 * Cells are by far the most of a comparison, so they are kept packed; raw_cell_at() unpacks one.  A
 * cell whose key and value begin in one line, before column 65,535, and one whose place has a name,
 * takes these 16 bytes, and its detail where it has one.
 */
struct raw_packed {
	uint32_t key;
	uint32_t value; /* what `form` says */
	uint32_t line : 30;
	uint32_t form : 2; /* enum raw_form */
	uint16_t key_column, column; /* UINT16_MAX for a place with a name */
};

/* A cell, unpacked. */
struct raw_cell {
	uint32_t key; /* string: the product; in a list its index */
	struct place key_place;
	struct raw_scalar scalar; /* the value of a scalar; of others only the place */
	uint32_t detail; /* of raw.details, RAW_NO_DETAIL for a scalar */
};

#define RAW_NO_DETAIL UINT32_MAX

struct raw {
	struct raw_scalar version, title, subtitle, language, as_of;
	struct raw_scalar credit_text, credit_url, credit_license;
	struct place products_place, categories_place; /* 0: the key is not there */
	/* Of raw_status, raw_note, ... as they are called; cells of raw_packed, wide of raw_cell. */
	struct vec statuses, notes, products, categories, features, asides, evidences;
	struct vec profiles, requirements, weights;
	struct vec details, more, parts, scalars;
	struct vec cells, wide;
};

#define RAW_AT(type, vec, index) VEC_AT(struct type, vec, index)

/* Nothing written anywhere. */
void raw_init(struct raw *raw);
void raw_release(struct raw *raw);

/* Adds a feature behind the last one, and what it says aside; -1 when memory is refused, which is reported. */
int raw_add_feature(struct raw *raw, struct load *load, const struct raw_feature *feature,
		    const struct raw_aside *aside);

/* What a feature says aside; nothing for most. */
struct raw_aside raw_aside_of(const struct raw *raw, const struct raw_feature *feature);

/* Adds evidence where it says something: 1 + its index, else 0, also when memory is refused, which is reported. */
uint32_t raw_add_evidence(struct raw *raw, struct load *load, const struct raw_evidence *evidence);

/* Adds a cell behind the last one; -1 when memory is refused, which is reported. */
int raw_add_cell(struct raw *raw, struct load *load, const struct raw_cell *cell);

/* Cell `index` of `cells`, which are raw.cells or were. */
struct raw_cell raw_cell_at(const struct raw *raw, const struct vec *cells, size_t index);

/* What a detail has beyond status and text; nothing for most. */
struct raw_more raw_more_of(const struct raw *raw, const struct raw_detail *detail);

#endif
