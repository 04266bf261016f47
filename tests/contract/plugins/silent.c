/* SPDX-License-Identifier: MIT */
/* Fails without a word. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "half a file");
	return 1;
}

DECLARE("silent", .render = render);
