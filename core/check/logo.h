/* SPDX-License-Identifier: MIT */
/*
 * logo - the picture of a product, read from beside the dataset.
 *
 * A relative path that leads down, over no link that leads out of the dataset's folder, so that a
 * dataset from a stranger cannot put a file of the reader's into what is published.  Its bytes are not
 * looked into beyond what tells its type; the formats that decode it treat it as hostile.
 */
#ifndef MESHREPORT_CORE_LOGO_H
#define MESHREPORT_CORE_LOGO_H

#include "check/check_value.h"

/* Reads the logo of product `col`; mistakes are reported. */
void logo_read(struct check *check, uint32_t col, const struct raw_scalar *logo);

#endif
