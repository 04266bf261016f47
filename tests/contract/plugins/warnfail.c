/* SPDX-License-Identifier: MIT */
/* Warns more often than warnings are shown, and then says why it fails. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	for (int i = 0; i < 150; i++)
		job->diag(job, MR_WARNING, NULL, "glyph %d is missing", i);
	job->diag(job, MR_ERROR, NULL, "the font is broken");
	return -1;
}

DECLARE("warnfail", .render = render);
