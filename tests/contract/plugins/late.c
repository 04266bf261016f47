/* SPDX-License-Identifier: MIT */
/* Goes on writing to a sink that has failed. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "no/such/part");

	if (!sink->failed)
		job->diag(job, MR_ERROR, NULL, "the sink should have failed");
	for (int i = 0; i < 100000; i++)
		put(sink, "ignored\n");
	return 0;
}

DECLARE("late", .render = render, .capabilities = MR_CAN_SEVERAL);
