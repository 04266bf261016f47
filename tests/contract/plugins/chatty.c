/* SPDX-License-Identifier: MIT */
/* Reports a thousand warnings with hostile text. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	for (int i = 0; i < 1000; i++)
		job->diag(job, MR_WARNING, NULL, "warning %d \033[2J\xff\n%s", i, "second line");
	put(job->open(job, ""), "meshreport 0");
	return 0;
}

DECLARE("chatty", .render = render);
