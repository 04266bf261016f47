/* SPDX-License-Identifier: MIT */
#include "common/write/missing.h"

void missing_add(struct missing *missing, uint32_t code_point, const struct mr_where *where)
{
	struct mr_job *job = missing->job;

	if (missing->n++ < MISSING_TOLD)
		job->diag(job, MR_WARNING, where,
			  "no installed font has the character U+%04X; a replacement is shown",
			  (unsigned)code_point);
}

void missing_end(struct missing *missing)
{
	struct mr_job *job = missing->job;
	uint32_t more = missing->n > MISSING_TOLD ? missing->n - MISSING_TOLD : 0;

	if (more > 0)
		job->diag(job, MR_WARNING, NULL,
			  "and %u more character%s that no installed font has", (unsigned)more,
			  more == 1 ? "" : "s");
	missing->n = 0;
}
