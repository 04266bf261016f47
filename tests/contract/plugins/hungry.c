/* SPDX-License-Identifier: MIT */
/* Asks for more memory than there is. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "half a file");
	job->alloc(job, (size_t)1 << 60);
	return 0;
}

DECLARE("hungry", .render = render);
