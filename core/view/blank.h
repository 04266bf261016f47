/* SPDX-License-Identifier: MIT */
/*
 * blank - whether a selection has too many cells that nobody states.
 *
 * Products and features take a line each, the cells between them nothing: 300 kB can name ten million.  A document has
 * each of them all the same.  So they are bounded by what the dataset states (limits_most()), before the matrix is made.
 */
#ifndef MESHREPORT_CORE_BLANK_H
#define MESHREPORT_CORE_BLANK_H

#include "base/diag.h"
#include "data/dataset.h"
#include "view/select.h"

enum blank { BLANK_FITS, BLANK_UNASKED /* the request cannot be answered */, BLANK_TOO_MANY };

/* Of what `request` selects of `set`; anything but BLANK_FITS after errors were reported. */
enum blank blank_judge(const struct dataset *set, const struct select_request *request,
		       struct diag *diag);

/* Bytes of memory that a cell may take in the format that needs most: tests/scale measures it. */
enum { BLANK_CELL_BYTES = 500 };

#endif
