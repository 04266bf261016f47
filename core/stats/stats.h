/* SPDX-License-Identifier: MIT */
/*
 * stats - what a selection of a comparison holds, in numbers.
 *
 * Counts of statuses are those that documents print (plugin.h, struct mr_counts), so that fact rows are not among
 * them.  A cell is stated unless it is unknown: only what is stated can have a source.  Ages are days before
 * `today`; what was verified later than that is of no age.
 *
 * Linear in the cells, sorting the days apart.  Everything is borrowed from the matrix, which must outlive it, or lives
 * in the arena.
 */
#ifndef MESHREPORT_CORE_STATS_H
#define MESHREPORT_CORE_STATS_H

#include <stdbool.h>
#include <stdint.h>

#include <meshreport/plugin.h>

#include "base/arena.h"

/* Days up to which a group of ages goes; the last has no end. */
#define STATS_AGES               \
	{                        \
		30, 90, 365, 730 \
	}
enum { STATS_N_AGES = 5 };

struct stats_row {
	const char *id, *name;
	const struct mr_counts *counts;
	uint32_t n_texts; /* cells without a status */
	uint32_t n_unknown_facts; /* unknown cells of fact rows */
	uint32_t n_stated;
	uint32_t n_sourced, n_verified; /* stated cells with a source, with a day */
	struct mr_date oldest; /* year 0: nothing is verified */
	int64_t median_age; /* days; of those verified by today, -1 for none */
};

struct stats {
	const struct mr_matrix *m;
	struct mr_date today;
	struct stats_row all;
	const struct stats_row *products, *categories;
	uint32_t n_facts; /* rows without a status */
	uint32_t n_by_age[STATS_N_AGES];
	uint32_t n_later; /* verified after today */
	struct mr_date newest; /* year 0: nothing is verified */
	int64_t as_of_age; /* days, negative for a day to come; only where the matrix has one */
};

/* From 0 to 1, -1 of none. */
static inline double stats_share(uint32_t n, uint32_t of)
{
	return of > 0 ? (double)n / of : -1;
}

/* Rounded, but 100 for everything alone and 0 for nothing alone. */
unsigned stats_percent(double share);

/* 0, or -1 without memory. */
int stats_collect(const struct mr_matrix *m, struct mr_date today, struct arena *arena,
		  struct stats *out);

#endif
