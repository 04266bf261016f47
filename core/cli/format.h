/* SPDX-License-Identifier: MIT */
/*
 * format - the verb `fmt`: mends the layout of dataset files, or says what would be mended.
 */
#ifndef MESHREPORT_CORE_FORMAT_H
#define MESHREPORT_CORE_FORMAT_H

#include "run/run.h"

/*
 * Files in place, standard input to standard output; with --check differences to standard output, and nothing is
 * written.  RUN_FAILED where one has errors or, with --check, another layout.
 */
int format_files(struct run *run);

#endif
