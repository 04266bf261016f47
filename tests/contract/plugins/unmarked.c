/* SPDX-License-Identifier: MIT */
/* Has no place for the generator's mark: writes the title alone, and nothing at all where it is "Nothing". */
#include "plugin.h"

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");

	if (strcmp(job->matrix->title, "Nothing") != 0)
		put(sink, job->matrix->title);
	return 0;
}

DECLARE("unmarked", .render = render);
