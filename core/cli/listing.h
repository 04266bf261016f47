/* SPDX-License-Identifier: MIT */
/*
 * listing - the verb --list-tables: which tables a file has, and which of them are taken.
 */
#ifndef MESHREPORT_CORE_LISTING_H
#define MESHREPORT_CORE_LISTING_H

#include "run/run.h"

int listing_tables(struct run *run);

#endif
