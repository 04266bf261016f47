/* SPDX-License-Identifier: MIT */
/*
 * build_cells - the cells of a row: by far the most of a document.
 */
#ifndef MESHREPORT_CORE_BUILD_CELLS_H
#define MESHREPORT_CORE_BUILD_CELLS_H

#include "yaml/fields.h"

/* Reader of `values`; `member` is the whole feature. */
void build_cells(struct build *build, void *member);

#endif
