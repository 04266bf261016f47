/* SPDX-License-Identifier: MIT */
/* Reports an error and returns 0. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "half a file");
	job->diag(job, MR_ERROR, NULL, "something is missing");
	return 0;
}

DECLARE("liar", .render = render);
