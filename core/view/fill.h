/* SPDX-License-Identifier: MIT */
/*
 * fill - the cells of a matrix, filled row by row: one pass that freezes each record, numbers
 * the notes where they are first used, marks the statuses used and takes the counts.
 *
 * For matrix.c alone.  Everything is allocated in the matrix's arena; its `failed` says whether
 * memory ran out.
 */
#ifndef MESHREPORT_CORE_FILL_H
#define MESHREPORT_CORE_FILL_H

#include "view/cell.h"
#include "view/select.h"

#include <meshreport/plugin.h>
#include <stdint.h>

/* The parts of a matrix while they are still being written. */
struct fill {
	const struct dataset *set;
	struct texts *texts; /* the matrix's own, over the dataset's */
	struct reading reading;
	const struct selection *selection;
	struct arena *arena;
	struct mr_status *statuses;
	struct mr_product *products;
	struct mr_category *categories;
	struct mr_feature *features;
	struct mr_cell *cells;
	struct mr_counts *category_counts;
	struct mr_counts *counts; /* of everything */
	uint32_t n_categories;
	/* The notes so far, by number - 1; they grow. */
	struct mr_note *notes;
	struct place *note_places;
	uint32_t n_notes, note_capacity;
	uint32_t *number_of_shared; /* by shared note: its number, 0 for none yet */
	uint32_t *number_of_own; /* by text id, null until a cell has a note of its own */
	uint32_t n_own; /* elements of number_of_own */
};

/* Fills cells, notes, counts and the flags of features; `statuses` get n_cells and is_used. */
void fill_rows(struct fill *fill);

#endif
