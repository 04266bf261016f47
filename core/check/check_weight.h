/* SPDX-License-Identifier: MIT */
/*
 * check_weight - what cells say that stands in the file once: the label of their status, the sources and the 'since' that they inherit.
 *
 * A label of 60 kB in 20,000 cells is 320 kB of YAML and 1.2 GB of any document.  As with aliases, what is repeated is bounded by
 * what is written out (limit "expansion").
 */
#ifndef MESHREPORT_CORE_CHECK_WEIGHT_H
#define MESHREPORT_CORE_CHECK_WEIGHT_H

#include "check/check_value.h"

/* Reports the heaviest of them where all together are too much.  The cells of `check->out` are there. */
void check_weight(struct check *check);

#endif
