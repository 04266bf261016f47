/* SPDX-License-Identifier: MIT */
/*
 * declared - what differs in what a dataset declares beside its table: what statuses are called, and profiles.
 *
 * Nothing of it changes what a product has, so all of it is quiet.  Statuses and profiles are the same by their ids alone.
 * Linear in what profiles name.
 */
#ifndef MESHREPORT_CORE_DECLARED_H
#define MESHREPORT_CORE_DECLARED_H

#include "change/compare.h"

/*
 * Fills the statuses and profiles of `since`, gone ones too, in `arena`, whose `failed` tells; how many differ.  With
 * `is_silent` none does: a table of another program declares nothing.
 */
uint32_t declared_compare(const struct compare *compare, bool is_silent, struct arena *arena,
			  struct mr_since *since);

#endif
