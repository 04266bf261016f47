/* SPDX-License-Identifier: MIT */
/* One for the screen: says what it was told of it. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	char line[80];

	snprintf(line, sizeof(line), "%u columns, %s\n", job->columns,
		 job->wants_escapes ? "escapes" : "plain");
	put(sink, line);
	put(sink, job->generator);
	return 0;
}

DECLARE("screen", .capabilities = MR_CAN_SCREEN, .render = render);
