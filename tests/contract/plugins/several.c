/* SPDX-License-Identifier: MIT */
/* Writes three artifacts. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	struct mr_sink *all[3] = {job->open(job, ""), job->open(job, "a"), job->open(job, "b")};

	for (int round = 0; round < 1000; round++)
		for (int i = 0; i < 3; i++)
			put(all[i], i == 0 ? "meshreport 0\n" : i == 1 ? "aaaa\n" : "bb\n");
	return 0;
}

DECLARE("several", .capabilities = MR_CAN_SEVERAL, .render = render);
