/* SPDX-License-Identifier: MIT */
/*
 * fields - text in delimited fields (RFC 4180 and its relatives), parsed by libcsv, with the place of each.
 *
 * fields_guess() finds delimiter and quote by what cuts the beginning of the file into rows of equal
 * length.  fields_split() keeps all fields of a text; `error` and `error_offset` say what it could not read.
 * Nothing is trimmed but the blanks around a field that libcsv takes off.  Zeroed storage may be released.
 */
#ifndef MESHREPORT_COMMON_FIELDS_H
#define MESHREPORT_COMMON_FIELDS_H

#include "common/write/out.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fields_kind {
	char delimiter, quote;
	/* of the rows looked at, the part that has the usual number of fields; 0 when nothing delimits */
	double agreement;
	size_t n_columns; /* the usual number */
};

struct fields_field {
	size_t offset; /* of its first byte in the text, its quote included */
	size_t at, n; /* in `letters`; a NUL stands behind */
};

struct fields_row {
	size_t first, n; /* fields */
};

struct fields {
	struct out letters;
	struct fields_field *at;
	struct fields_row *rows;
	size_t n, size, n_rows, rows_size;
	const char *error; /* a sentence without a full stop, null when all is well */
	size_t error_offset;
	/* while reading */
	size_t max; /* rows; 0 for no end */
	size_t begin;
	bool has_fired, in_row;
};

/* Longest field, and most fields of a file. */
enum { FIELDS_MAX_BYTES = 1 << 20, FIELDS_MAX = 10000000 };

/* `wanted` 0: guessed, else the delimiter that is known. */
struct fields_kind fields_guess(const char *text, size_t n, char wanted);

/* 0, or -1 with `error` set.  Empty lines are no rows. */
int fields_split(struct fields *fields, const char *text, size_t n, struct fields_kind kind);
void fields_release(struct fields *fields);

static inline const struct fields_field *fields_at(const struct fields *fields, size_t row,
						   size_t column)
{
	return &fields->at[fields->rows[row].first + column];
}

static inline const char *fields_text(const struct fields *fields, const struct fields_field *field)
{
	return fields->letters.at + field->at;
}

#endif
