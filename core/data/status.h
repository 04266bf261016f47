/* SPDX-License-Identifier: MIT */
/*
 * status - what follows from a status of a dataset.
 */
#ifndef MESHREPORT_CORE_STATUS_H
#define MESHREPORT_CORE_STATUS_H

#include "data/dataset.h"

/* Its symbol: its own, else that of the built-in one, or of the one that it counts like. */
const char *status_symbol(const struct dataset *dataset, uint32_t status);

#endif
