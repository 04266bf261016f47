/* SPDX-License-Identifier: MIT */
/* Never returns. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	volatile int i = 0;

	put(job->open(job, ""), "half a file");
	while (i >= 0)
		i = 0;
	return 0;
}

DECLARE("loops", .render = render);
