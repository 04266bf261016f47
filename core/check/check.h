/* SPDX-License-Identifier: MIT */
/*
 * check - raw records to a dataset that nobody needs to doubt; every mistake reported.
 *
 *   check_value     what all share
 *   check_statuses  the words of cells
 *   check_rows      products, categories, features
 *   check_cells     cells
 *   check_weight    what cells repeat
 *   shape           shapes of words
 *   logo            logos from files
 */
#ifndef MESHREPORT_CORE_CHECK_H
#define MESHREPORT_CORE_CHECK_H

#include "data/dataset.h"
#include "data/raw.h"

/*
 * Resolves `raw` into `out`, which takes over the memory of its cells; 0, or -1 after errors were
 * reported.
 */
int check_dataset(struct dataset *out, struct load *load, struct raw *raw);

#endif
