/* SPDX-License-Identifier: MIT */
/*
 * inspect - the verb `check`: reads files, says every mistake of each, and writes nothing.
 */
#ifndef MESHREPORT_CORE_INSPECT_H
#define MESHREPORT_CORE_INSPECT_H

#include "run/run.h"

/* RUN_USAGE where one file was asked for something that it has not, RUN_FAILED where one has errors. */
int inspect_files(struct run *run);

/* The rules that there are, to standard output. */
int inspect_rules(struct run *run);

#endif
