/* SPDX-License-Identifier: MIT */
/*
 * rank - products ranked by what counts for somebody, without pretending to know what nobody knows.
 *
 * A product's score is a fraction of what could be had: a yes counts its feature's weight, a partly `partial` of it, a no
 * nothing, and what does not apply is left out of both.  Of what is unknown the score is an interval: from "it
 * is a no" to "it is a yes".  One product is before another only where their intervals do not overlap, so each
 * has a range of places.
 *
 * All is counted in integers: the decimals of weights and of `partial` are scaled to whole numbers, and fractions are
 * compared by Euclid's algorithm.  So equals are equal, and learning what was unknown never widens an interval.
 *
 * Time is linear in the cells, n log n in products.  Pure: it knows no dataset.
 */
#ifndef MESHREPORT_CORE_RANK_H
#define MESHREPORT_CORE_RANK_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

#define RANK_NONE UINT32_MAX

struct rank_requirement {
	const uint8_t *likes; /* enum mr_like by product */
	bool is_partial_enough; /* else it must be a yes */
	uint32_t row; /* the row that it is, RANK_NONE for none */
};

struct rank_input {
	uint32_t n_products, n_rows, n_requirements;
	const uint8_t *likes; /* rows by products: enum mr_like; anything else is not counted */
	const double *weights; /* by row: decimals of at most 15 digits, 0: not counted */
	double partial; /* 0 to 1, a decimal as well */
	const struct rank_requirement *requirements;
	const bool *is_left_out; /* by product */
};

enum rank_standing {
	RANK_IN, /* meets all requirements */
	RANK_OPEN, /* whether it meets one is unknown */
	RANK_FAILED,
	RANK_LEFT_OUT
};

struct rank_product {
	uint64_t low, high,
		of; /* the score is from low / of to high / of; of == 0: nothing counts */
	uint32_t standing; /* enum rank_standing */
	uint32_t first, last; /* places it may have, from 1; 0: it is not ranked */
};

/* An unknown cell whose answer could change the order, or who is in it. */
struct rank_cell {
	uint32_t product;
	uint32_t row; /* RANK_NONE: of a requirement that is none of the rows */
	uint32_t requirement; /* that it leaves open, or RANK_NONE */
	uint32_t n_pairs; /* products that one of its answers alone would set apart from this one */
	uint64_t weight, of; /* by how much an answer narrows the interval: weight / of */
};

enum { RANK_MOST_CELLS = 100 };

struct rank {
	struct rank_product *products; /* by product */
	uint32_t *order; /* products, best first; then those that failed, then those left out */
	uint32_t n_ranked; /* in or open, and something counts */
	struct rank_cell *cells; /* most decisive first, RANK_MOST_CELLS at most */
	uint32_t n_cells, n_cells_all;
};

enum rank_status {
	RANK_DONE,
	RANK_NO_MEMORY,
	RANK_TOO_FINE, /* the weights have more digits together than can be counted exactly */
	RANK_NO_WEIGHT /* every row counts nothing */
};

/* The answer lives in `arena`. */
enum rank_status rank_make(struct rank *out, const struct rank_input *input, struct arena *arena);

/* a / b to c / d as integers: negative, 0, positive; b and d are not 0. */
int rank_compare(uint64_t a, uint64_t b, uint64_t c, uint64_t d);

/* A decimal of at most 15 digits as a whole number of 10^-digits, with the fewest digits that are exact. */
uint64_t rank_digits(double decimal, unsigned *out_digits);

#endif
