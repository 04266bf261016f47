/* SPDX-License-Identifier: MIT */
/* Crashes while rendering, half an artifact written. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	int *volatile nowhere = NULL;

	put(job->open(job, ""), "half a file");
	*nowhere = 1;
	return 0;
}

DECLARE("crash", .render = render);
