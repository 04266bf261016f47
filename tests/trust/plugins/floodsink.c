/* SPDX-License-Identifier: MIT */
/* Writes an artifact without end. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");

	put(sink, "meshreport 0\n");
	for (;;)
		put(sink, "a line and another and another and another\n");
}

DECLARE("floodsink", .render = render);
