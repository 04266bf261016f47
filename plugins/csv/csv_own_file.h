/* SPDX-License-Identifier: MIT */
/*
 * csv_own_file - a file of ours that is being read.  Private to csv_own*.c.
 */
#ifndef MESHREPORT_CSV_OWN_FILE_H
#define MESHREPORT_CSV_OWN_FILE_H

#include <meshreport/plugin.h>

#include "common/read/fields.h"
#include "common/read/lines.h"
#include "common/write/links.h"
#include "csv/write/csv_label.h"
#include "csv/write/csv_sheet.h"

/* Columns of either layout; 0, which is the category's, for none. */
enum place {
	PLACE_CATEGORY_URL,
	PLACE_CATEGORY_DESCRIPTION,
	PLACE_CATEGORY_NOTES,
	PLACE_FEATURE_URL,
	PLACE_FEATURE_DESCRIPTION,
	PLACE_WEIGHT,
	PLACE_FEATURE_NOTES,
	/* of the long layout alone */
	PLACE_PRODUCT,
	PLACE_STATUS,
	PLACE_WORDS,
	PLACE_CATEGORY_ID,
	PLACE_FEATURE_ID,
	PLACE_PRODUCT_ID,
	PLACE_PRODUCT_URL,
	PLACE_LIFECYCLE,
	PLACE_PRODUCT_NOTES,
	N_PLACES
};

struct product {
	uint32_t words; /* columns of the matrix */
	uint32_t sides[CSV_N_SIDES]; /* 0 for none */
};

struct own {
	struct mr_source *source;
	const struct fields *fields;
	struct lines *lines;
	size_t base;
	char delimiter;
	bool is_defused, is_long;
	size_t n_rows; /* before those about the dataset */
	uint32_t places[N_PLACES];
	struct product *products;
	uint32_t n_products;
	struct csv_label *labels; /* status: the row that explains it */
	size_t n_labels;
	struct links notes; /* by their words, numbered */
	struct links features, columns; /* of the long layout, by id */
	struct links cells; /* of both, seen */
	uint32_t n_grid_rows; /* of the long layout, so far */
	struct out value, text, hint;
	uint32_t row; /* of the grid */
};

bool csv_own_is_field(const struct own *own, size_t row, uint32_t column, const char *word);

/* The column behind those of category and feature that has this name; 0 for none. */
uint32_t csv_own_column(const struct own *own, const char *name);

/* The letters that were written, until the next call. */
const char *csv_own_value(struct own *own, size_t row, uint32_t column);
/* A copy that lives as long as the reading. */
const char *csv_own_keep(struct own *own, const char *text, size_t n);
struct mr_place csv_own_place(struct own *own, size_t row, uint32_t column);

/* The first column of values, where the rows at the end have theirs. */
uint32_t csv_own_about(const struct own *own);
/* Adds references to the notes of a field, one a line, to the text. */
void csv_own_add_notes(struct own *own, const char *lines);
/* Adds the symbol of the status that a row at the end explains, with a space behind it. */
void csv_own_add_symbol(struct own *own, size_t row);

/* csv_own_rows.c: all cells of the grid. */
void csv_own_matrix(struct own *own);
void csv_own_long(struct own *own);

#endif
