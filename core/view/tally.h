/* SPDX-License-Identifier: MIT */
/*
 * tally - struct mr_counts, added up: plain counts, weighted counts, coverage (see plugin.h).
 */
#ifndef MESHREPORT_CORE_TALLY_H
#define MESHREPORT_CORE_TALLY_H

#include <meshreport/plugin.h>
#include <stdint.h>

/* Counts one cell; MR_LIKE_NONE counts nowhere. */
void tally_add(struct mr_counts *counts, uint8_t like, double weight);

/* Adds what `from` holds. */
void tally_merge(struct mr_counts *counts, const struct mr_counts *from);

/* Takes the coverage of what was counted. */
void tally_finish(struct mr_counts *counts);

#endif
