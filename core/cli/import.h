/* SPDX-License-Identifier: MIT */
/*
 * import - the verb that makes a dataset of a file of other people's: -f yaml, to standard output unless
 * -o says otherwise, with the report of every doubt.
 */
#ifndef MESHREPORT_CORE_IMPORT_H
#define MESHREPORT_CORE_IMPORT_H

#include "run/run.h"

int import_dataset(struct run *run);

#endif
