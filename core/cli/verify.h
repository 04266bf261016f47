/* SPDX-License-Identifier: MIT */
/*
 * verify - the verb that says whether a file was made from a dataset.
 *
 * The stamp of the file (host/stamp.h) says which command made it; the command is run again, in memory, and the bytes are
 * compared.  Of the command only what selects and renders is taken: the file is hostile, and no plugin, template or output
 * is used because it says so.  A file without a stamp is compared with what the options of the command line make.
 *
 * 0: it was, or, without a dataset, it says what it was made of; 1: it was not, or says nothing; 2: that cannot be told.
 */
#ifndef MESHREPORT_CORE_VERIFY_H
#define MESHREPORT_CORE_VERIFY_H

#include "run/run.h"

int verify_artifact(struct run *run);

#endif
