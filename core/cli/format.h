/* SPDX-License-Identifier: MIT */
/*
 * format - the verb `fmt`: mends the layout of dataset files, or says what would be mended.
 */
#ifndef MESHREPORT_CORE_FORMAT_H
#define MESHREPORT_CORE_FORMAT_H

#include <sys/stat.h>

#include "run/run.h"

/*
 * Files in place, standard input to standard output; with --check differences to standard output, and nothing is
 * written.  RUN_FAILED where one has errors or, with --check, another layout.
 */
int format_files(struct run *run);

/* Null where nobody else wrote the file since it was as `was`; else why it is not to be replaced. */
const char *format_change(const char *path, const struct stat *was);

#endif
