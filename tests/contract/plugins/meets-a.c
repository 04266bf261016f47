/* SPDX-License-Identifier: MIT */
/* Its file is one that the format "meets" would write as a part. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "meshreport 0, from meets-a");
	return 0;
}

DECLARE("meets-a", .render = render);
