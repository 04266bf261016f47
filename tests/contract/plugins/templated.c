/* SPDX-License-Identifier: MIT */
/* Hands out its template and a resource that is not there. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	struct mr_bytes bytes;

	if (job->resource(job, "page.txt", &bytes) != 0) {
		job->diag(job, MR_ERROR, NULL, "no template");
		return 1;
	}
	sink->write(sink, bytes.at, bytes.n);
	put(sink, job->has_template ? "(theirs)" : "(ours)");
	if (job->resource(job, "../page.txt", &bytes) == 0 ||
	    job->resource(job, "none", &bytes) == 0)
		job->diag(job, MR_ERROR, NULL, "a resource that must not be there");
	struct mr_where where = {MR_AT_RESOURCE, 3, 7, "page.txt"};

	job->diag(job, MR_WARNING, &where, "look here");
	return 0;
}

DECLARE("templated", .template_name = "page.txt", .render = render);
