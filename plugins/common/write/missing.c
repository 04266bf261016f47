/* SPDX-License-Identifier: MIT */
#include "common/write/missing.h"

static const char *fonts_of(const struct missing *missing)
{
	return missing->fonts ? missing->fonts : "no installed font has";
}

void missing_add(struct missing *missing, uint32_t code_point, const struct mr_where *where)
{
	struct mr_job *job = missing->job;

	if (missing->n++ < MISSING_TOLD)
		job->diag(job, MR_WARNING, where, "%s the character U+%04X; %s", fonts_of(missing),
			  (unsigned)code_point,
			  missing->shown ? missing->shown : "a replacement is shown");
}

void missing_end(struct missing *missing)
{
	struct mr_job *job = missing->job;
	uint32_t more = missing->n > MISSING_TOLD ? missing->n - MISSING_TOLD : 0;

	if (more > 0)
		job->diag(job, MR_WARNING, NULL, "and %u more character%s that %s", (unsigned)more,
			  more == 1 ? "" : "s", fonts_of(missing));
	missing->n = 0;
}
