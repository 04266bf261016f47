/* SPDX-License-Identifier: MIT */
/* Takes memory until it is told to stop. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "half a file");
	for (;;)
		memset(malloc(1 << 20), 1, 1 << 20);
}

DECLARE("fills", .render = render);
