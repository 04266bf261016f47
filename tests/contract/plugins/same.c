/* SPDX-License-Identifier: MIT */
/* Says the same of the same cell three hundred thousand times, and as often something new of nothing. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	static const struct mr_where where = {.kind = MR_AT_CELL};

	for (int i = 0; i < 300000; i++) {
		job->diag(
			job, MR_WARNING, &where,
			"a rather long message, each copy of which would cost memory in the host");
		job->diag(job, MR_NOTE, NULL, "%d is one of many, of which most are left out", i);
	}
	put(job->open(job, ""), "meshreport 0");
	return 0;
}

DECLARE("same", .render = render);
