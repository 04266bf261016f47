/* SPDX-License-Identifier: MIT */
/*
 * unshown - what the user asked for and a format has no place for.
 */
#ifndef MESHREPORT_COMMON_UNSHOWN_H
#define MESHREPORT_COMMON_UNSHOWN_H

#include <meshreport/plugin.h>

/* Of a format that shows no ranking: warns where one was asked for (--profile, --weight). */
void unshown_ranking(struct mr_job *job);

/* Of a document that leaves out the days on which cells were verified: notes it where there are some.  `instead` says what shows them. */
void unshown_days(struct mr_job *job, const char *instead);

#endif
