/* SPDX-License-Identifier: MIT */
/* Renders well, and leaves a child that holds the pipe open. */
#include "plugin.h"

#include <unistd.h>

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "meshreport 0 whole");
	if (fork() == 0)
		for (;;)
			sleep(1000);
	return 0;
}

DECLARE("forks", .render = render);
