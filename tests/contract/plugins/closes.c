/* SPDX-License-Identifier: MIT */
/* Closes every file descriptor. */
#include "plugin.h"

#include <unistd.h>

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");

	for (int fd = 0; fd < 100; fd++)
		close(fd);
	put(sink, "x");
	return 0;
}

DECLARE("closes", .render = render);
