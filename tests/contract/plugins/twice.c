/* SPDX-License-Identifier: MIT */
/* Opens the same part twice. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "one");
	struct mr_sink *second = job->open(job, "");

	put(second, "two");
	return second->failed ? 0 : 1;
}

DECLARE("twice", .capabilities = MR_CAN_SEVERAL, .render = render);
