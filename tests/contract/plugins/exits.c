/* SPDX-License-Identifier: MIT */
/* Ends the process as if all were well. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "half a file");
	exit(0);
}

DECLARE("exits", .render = render);
