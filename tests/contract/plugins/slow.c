/* SPDX-License-Identifier: MIT */
/* Takes more than a second, and says how far it is. */
#include "plugin.h"

#include <time.h>

static int render(struct mr_job *job)
{
	struct timespec nap = {0, 30 * 1000 * 1000};

	put(job->open(job, ""), "meshreport 0");
	for (unsigned i = 0; i <= 40; i++) {
		job->progress(job, i, 40);
		nanosleep(&nap, NULL);
	}
	return 0;
}

DECLARE("slow", .render = render);
