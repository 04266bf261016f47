/* SPDX-License-Identifier: MIT */
/* Warns more often than warnings are shown, and then aborts. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	for (int i = 0; i < 150; i++)
		job->diag(job, MR_WARNING, NULL, "glyph %d is missing", i);
	abort();
}

DECLARE("warncrash", .render = render);
