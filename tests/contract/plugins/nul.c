/* SPDX-License-Identifier: MIT */
/* Prints a line with a NUL in it, and another. */
#include "plugin.h"

#include <unistd.h>

static int render(struct mr_job *job)
{
	static const char line[] = "before\0after\nnext line\n";

	put(job->open(job, ""), "meshreport 0");
	return write(STDERR_FILENO, line, sizeof(line) - 1) < 0 ? -1 : 0;
}

DECLARE("nul", .render = render);
