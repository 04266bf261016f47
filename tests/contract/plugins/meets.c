/* SPDX-License-Identifier: MIT */
/* With its part "a" it would write the file of the format "meets-a". */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, "a"), "meshreport 0, from meets");
	return 0;
}

DECLARE("meets", .capabilities = MR_CAN_SEVERAL, .render = render);
