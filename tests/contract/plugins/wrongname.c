/* SPDX-License-Identifier: MIT */
/* Calls itself otherwise than its file. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	(void)job;
	return 0;
}

DECLARE("othername", .render = render);
