/* SPDX-License-Identifier: MIT */
/*
 * cell - what a record of the dataset says: its status, what it counts as, its visible words.
 *
 * A null record is a cell that the file does not state, and that is unknown.  Nothing here allocates
 * but the labels; everything is linear in the records looked at.
 */
#ifndef MESHREPORT_CORE_CELL_H
#define MESHREPORT_CORE_CELL_H

#include "base/arena.h"
#include "base/buf.h"
#include "data/dataset.h"

#include <meshreport/plugin.h>
#include <stdbool.h>
#include <stdint.h>

/* A dataset with the words its statuses are shown by. */
struct reading {
	const struct dataset *set;
	const struct mr_text *const *labels; /* by status */
};

/*
 * Labels of all statuses, in the dataset's language where it names none, as texts of `texts`; -1
 * without memory.
 */
int cell_reading_init(struct reading *reading, const struct dataset *set, struct texts *texts,
		      struct arena *arena);

#define CELL_NO_COLUMN UINT32_MAX

/* One row: the records of a feature by column, null where nothing is stated. */
struct cell_row {
	uint32_t n_cols;
	struct dataset_cell *records; /* unpacked, what `at` points to */
	const struct dataset_cell **at;
};

/* Room for a row of `n_cols`; -1 without memory. */
int cell_row_init(struct cell_row *row, uint32_t n_cols, struct arena *arena);

/*
 * Spreads the records of `feature` over the row.  `col_of[product]` is the column of a product,
 * CELL_NO_COLUMN for one that is not shown.
 */
void cell_spread(const struct dataset *set, uint32_t feature, const uint32_t *col_of,
		 struct cell_row *row);

/* The status, of parts the one they share; MR_NO_STATUS for text, lists and parts that differ. */
uint16_t cell_status(const struct dataset_cell *cell);

/*
 * What the cell counts as; of parts what all count as, else unknown if one is unknown, else partial.
 * MR_LIKE_NONE for text and lists.
 */
uint8_t cell_like(const struct dataset *set, const struct dataset_cell *cell);

/*
 * Whether a row is a fact: a text feature, or one in which no cell of the row states a status and at
 * least one holds words.  A blank in a row of facts is unknown to the reader, but not a feature
 * that a product might lack, so it is not counted either.
 */
bool cell_row_is_fact(const struct dataset_feature *feature, const struct dataset_cell *const *row,
		      uint32_t n_cols);

/* Whether status or visible words differ within the row; `scratch` is used as it likes. */
bool cell_row_differs(const struct reading *reading, const struct dataset_cell *const *row,
		      uint32_t n_cols, struct buf scratch[2]);

#endif
