/* SPDX-License-Identifier: MIT */
/*
 * cells - the cells that a dataset states, packed: by far the most of it, and nearly all one word.
 *
 * A cell takes 16 bytes, and 24 more when it has a text or a detail or stands beyond column 65,534.
 * They are written over the raw cells (raw.h) that they are made of, each behind those already read, so
 * a large dataset needs room for its cells once.
 */
#ifndef MESHREPORT_CORE_CELLS_H
#define MESHREPORT_CORE_CELLS_H

#include "base/diag.h"
#include "base/vec.h"

#include <meshreport/plugin.h>
#include <stddef.h>
#include <stdint.h>

#define DATASET_NO_STATUS 0xffffu

/*
 * A cell that the file states.  Products without one for a feature are unknown there, as are empty
 * ones, which are not kept.
 */
struct dataset_cell {
	uint32_t product; /* index: each product at most once a feature */
	uint16_t status; /* index; DATASET_NO_STATUS for text, list and parts cells */
	uint8_t kind; /* enum mr_cell_kind */
	const struct mr_text *text; /* words; null for a status shown by its label, list, parts */
	const struct dataset_detail *detail; /* or null */
	struct place place;
};

/* Products that a packed cell can name. */
enum { CELLS_MOST_PRODUCTS = 1 << 24 };

struct cells {
	struct cells_packed *at;
	size_t n;
	struct vec more; /* struct cells_more */
};

void cells_release(struct cells *cells);

/*
 * Takes over the memory of the `raw` cells and is empty: cell number n may be put once the raw cells
 * up to number n have been read.
 */
void cells_begin(struct cells *cells, struct vec *raw);

/* Adds a cell; -1 when memory is refused. */
int cells_put(struct cells *cells, const struct dataset_cell *cell);

/* Gives back what was not needed. */
void cells_end(struct cells *cells);

/* Cell `index`, unpacked. */
struct dataset_cell cells_at(const struct cells *cells, size_t index);

/* A status and nothing else, as nearly all are: no words of its own, no detail. */
static inline bool cells_is_plain(const struct dataset_cell *cell)
{
	return !cell->text && !cell->detail;
}

#endif
