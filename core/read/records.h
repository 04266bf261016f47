/* SPDX-License-Identifier: MIT */
/*
 * records - a draft as raw records, as if its author had written it in YAML: short forms, ids from names, notes
 * shared where they are shared, words of statuses said once.
 */
#ifndef MESHREPORT_CORE_RECORDS_H
#define MESHREPORT_CORE_RECORDS_H

#include "data/raw.h"
#include "read/draft.h"

/* 0, or -1 when memory was refused, which is reported to `load`; counts go to the reading's doubts. */
int records_fill(struct raw *raw, struct load *load, struct draft *draft, struct reading *reading);

#endif
