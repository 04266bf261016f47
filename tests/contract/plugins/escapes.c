/* SPDX-License-Identifier: MIT */
/* Opens a part whose name leads elsewhere. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, "../../escaped"), "x");
	return 0;
}

DECLARE("escapes", .capabilities = MR_CAN_SEVERAL, .render = render);
