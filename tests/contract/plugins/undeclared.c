/* SPDX-License-Identifier: MIT */
/* Opens a second artifact without saying that it can. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "one");
	put(job->open(job, "more"), "two");
	return 0;
}

DECLARE("undeclared", .render = render);
