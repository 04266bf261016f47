/* SPDX-License-Identifier: MIT */
/*
 * check_cells - cells, after everything that they refer to.
 */
#ifndef MESHREPORT_CORE_CHECK_CELLS_H
#define MESHREPORT_CORE_CHECK_CELLS_H

#include "check/check_value.h"

/* `raw` is check.raw: the dataset takes over the memory of its cells. */
void check_cells(struct check *check, struct raw *raw);

#endif
