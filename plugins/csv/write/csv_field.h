/* SPDX-License-Identifier: MIT */
/*
 * csv_field - one field after the other, as RFC 4180 has them: the only way of data into the file.
 *
 * What a spreadsheet would take for a formula gets an apostrophe before it, unless it is to be kept: a field that
 * begins with '=', '+', '-', '@' or their full-width forms, and the same behind what another locale's
 * spreadsheet takes for the end of a field or line (';', tab, a line feed).  One sign alone and plain
 * numbers are none.  Apostrophes that stand there already get one more, so that csv_field_restore() gives back
 * what was.
 */
#ifndef MESHREPORT_CSV_FIELD_H
#define MESHREPORT_CSV_FIELD_H

#include <stdbool.h>

#include "common/write/out.h"

struct csv_field {
	struct out *out;
	char delimiter;
	bool keeps_formulas;
	uint32_t n_in_row, n_columns; /* fields that each row gets */
	uint64_t n_defused;
	struct out made; /* scratch: the field being made */
};

void csv_field_init(struct csv_field *field, struct out *out, char delimiter, bool keeps_formulas);
void csv_field_release(struct csv_field *field);

/* A field of these letters; true when it had to be defused. */
bool csv_field_put(struct csv_field *field, const char *text, size_t n);
void csv_field_string(struct csv_field *field, const char *text);

/* Ends the row, with empty fields where it is short of n_columns. */
void csv_field_end(struct csv_field *field);

/* Appends the text without the apostrophes that defused it. */
void csv_field_restore(struct out *out, const char *text, size_t n, char delimiter);

#endif
