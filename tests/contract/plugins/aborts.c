/* SPDX-License-Identifier: MIT */
/* Aborts after it has printed why. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "half a file");
	fputs("assertion failed\n", stderr);
	abort();
}

DECLARE("aborts", .render = render);
