/* SPDX-License-Identifier: MIT */
/* Reports an error and says so. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	struct mr_where where = {.kind = MR_AT_CELL, .index = 0, .second = 1};

	struct mr_sink *sink = job->open(job, "");

	put(sink, "half a file");
	job->diag(job, MR_ERROR, &where, "cannot show %s", "this");
	put(sink, "more");
	return 1;
}

DECLARE("fails", .render = render);
