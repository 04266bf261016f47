/* SPDX-License-Identifier: MIT */
/*
 * unshown - what a document was not asked for and leaves out.
 */
#ifndef MESHREPORT_COMMON_UNSHOWN_H
#define MESHREPORT_COMMON_UNSHOWN_H

#include <meshreport/plugin.h>

/* Of a document that leaves out the days on which cells were verified: notes it where there are some.  `instead` says what shows them. */
void unshown_days(struct mr_job *job, const char *instead);

#endif
