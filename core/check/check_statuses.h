/* SPDX-License-Identifier: MIT */
/*
 * check_statuses - the words of cells: the built-in statuses and the dataset's own.
 */
#ifndef MESHREPORT_CORE_CHECK_STATUSES_H
#define MESHREPORT_CORE_CHECK_STATUSES_H

#include "check/check_value.h"

/* Fills out.statuses; 0, or -1 when nothing further can be checked. */
int check_statuses(struct check *check);

/* The status a word means, in any case; DATASET_NO_STATUS for none, without a message. */
uint32_t check_statuses_find(struct check *check, uint32_t string);

/* Reports that a word is no status, with the nearest. */
void check_statuses_unknown(struct check *check, const struct spot *spot, const char *key,
			    const struct raw_scalar *scalar);

/* Behind the cells: used statuses that look alike are warned of. */
void check_statuses_looks(struct check *check);

#endif
