/* SPDX-License-Identifier: MIT */
/* Multiplies: every process makes two.  Where none can be made it says how that failed. */
#include "plugin.h"

#include <errno.h>
#include <unistd.h>

static int render(struct mr_job *job)
{
	for (int i = 0; i < 12; i++)
		if (fork() < 0) {
			put(job->open(job, ""), "meshreport 0 no process\n");
			return 0;
		}
	for (;;)
		sleep(1000);
}

DECLARE("bombs", .render = render);
