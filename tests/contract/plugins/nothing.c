/* SPDX-License-Identifier: MIT */
/* Opens nothing and is content. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	(void)job;
	return 0;
}

DECLARE("nothing", .render = render);
