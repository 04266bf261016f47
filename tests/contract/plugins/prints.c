/* SPDX-License-Identifier: MIT */
/* Prints to standard output and error while rendering. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "the artifact\n");
	printf("stray \033[31mwords\n");
	fflush(stdout);
	return 0;
}

DECLARE("prints", .render = render);
