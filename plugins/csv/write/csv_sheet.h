/* SPDX-License-Identifier: MIT */
/*
 * csv_sheet - a comparison as rows of fields: what both layouts share.  Their columns are in README.md.
 *
 * Words are inline Markdown, as in a dataset.  csv_cell.c says what one cell is in its fields, csv_matrix.c and
 * csv_long.c are the layouts, csv_about.c the rows about products, statuses and dataset.
 */
#ifndef MESHREPORT_CSV_SHEET_H
#define MESHREPORT_CSV_SHEET_H

#include <meshreport/plugin.h>

#include "common/write/out.h"
#include "csv/write/csv_label.h"
#include "csv/write/csv_field.h"

/* What begins the first field of rows that are no features. */
#define CSV_ABOUT_PRODUCT "(product)"
#define CSV_ABOUT_STATUS "(status)"
#define CSV_ABOUT_DATASET "(dataset)"

/* Fields of a cell beside its words, and what their columns are called. */
/* -O table */
enum csv_table { CSV_TABLE_FEATURES, CSV_TABLE_RANKING, CSV_TABLE_QUESTIONS };

enum csv_side { CSV_STATUS, CSV_NOTES, CSV_SINCE, CSV_SOURCE, CSV_VERIFIED, CSV_N_SIDES };

struct csv_sheet {
	struct mr_job *job;
	const struct mr_matrix *m;
	struct csv_field field;
	struct out text; /* scratch: words of a field */
	struct mr_where first; /* the first field that was defused */
	struct csv_label *labels; /* of the statuses that are used */
	size_t n_labels;
};

const char *csv_cell_side_name(enum csv_side side);

/* Labels as they stand in fields; before anything else. */
void csv_cell_labels(struct csv_sheet *sheet);

/* Each puts one field. */
void csv_cell_words(struct csv_sheet *sheet, uint32_t row, uint32_t col);
void csv_cell_side(struct csv_sheet *sheet, uint32_t row, uint32_t col, enum csv_side side);
void csv_cell_text(struct csv_sheet *sheet, const struct mr_text *text, const char *url);
void csv_cell_notes(struct csv_sheet *sheet, const struct mr_array *notes);
void csv_cell_weight(struct csv_sheet *sheet, const struct mr_feature *feature);

/* Whether a cell's words do not say whether it is a status, and which. */
bool csv_cell_is_unclear(struct csv_sheet *sheet, const struct mr_cell *cell);
/* Whether the cell has something for the field. */
bool csv_cell_has(struct csv_sheet *sheet, const struct mr_cell *cell, enum csv_side side);

void csv_matrix_put(struct csv_sheet *sheet);
void csv_long_put(struct csv_sheet *sheet);
/* Of a matrix with a ranking: its products, and what would decide it. */
void csv_ranking_put(struct csv_sheet *sheet);
void csv_ranking_questions(struct csv_sheet *sheet);

/*
 * Rows at the end: the statuses that are used, then the dataset's title and what goes with it; `n_before` empty fields
 * stand between such a row's key and its value.
 */
void csv_about_put(struct csv_sheet *sheet, uint32_t n_before);

#endif
