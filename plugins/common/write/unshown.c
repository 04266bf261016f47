/* SPDX-License-Identifier: MIT */
#include "common/write/unshown.h"

void unshown_ranking(struct mr_job *job)
{
	if (job->matrix->ranking)
		job->diag(job, MR_WARNING, NULL,
			  "the ranking is not shown here: pdf, text, json and others show it");
}
