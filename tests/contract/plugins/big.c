/* SPDX-License-Identifier: MIT */
/* Writes thirty-two megabytes in small pieces, sixteen bytes each. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");

	for (int i = 0; i < 2 * 1024 * 1024; i++)
		sink->write(sink, "0123456789abcde\n", 16);
	return 0;
}

DECLARE("big", .render = render);
