/* SPDX-License-Identifier: MIT */
/*
 * reader - one plugin reads the file of a run: what it found goes into a grid_file, what it doubts into
 * the report.
 */
#ifndef MESHREPORT_CORE_READER_H
#define MESHREPORT_CORE_READER_H

#include "read/doubts.h"
#include "read/grid.h"
#include "run/source.h"

/*
 * Fills `grids` (initialised with the limits of the run) and ends it.  RUN_DONE, or another exit code after
 * errors; the program may be about to end by a signal then (run.signal).
 */
int reader_read(struct run *run, const struct source *source, struct grid_file *grids,
		struct doubts *doubts);

#endif
