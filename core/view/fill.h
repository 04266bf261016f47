/* SPDX-License-Identifier: MIT */
/*
 * fill - the cells of a matrix, filled row by row: one pass that freezes each record, numbers
 * the notes where they are first used, marks the statuses used and takes the counts.
 *
 * For matrix.c alone, which takes the notes over.  All else is allocated in the matrix's arena; its `failed`
 * says whether memory ran out anywhere.
 */
#ifndef MESHREPORT_CORE_FILL_H
#define MESHREPORT_CORE_FILL_H

#include "base/vec.h"
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
	struct vec notes; /* struct mr_note: the notes so far, by number - 1 */
	struct vec note_places; /* struct place, of each */
	const struct mr_cell_detail *
		*inherited; /* by column: the last one of a cell without its own */
	uint32_t *number_of_shared; /* by shared note: its number, 0 for none yet */
	struct vec number_of_own; /* uint32_t, by text id */
};

/* Fills cells, notes, counts and the flags of features; `statuses` get n_cells and is_used. */
void fill_rows(struct fill *fill);

#endif
