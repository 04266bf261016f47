/* SPDX-License-Identifier: MIT */
/* Prints without end, faster than anyone reads, from two processes. */
#include <unistd.h>

#include "plugin.h"

static int render(struct mr_job *job)
{
	static char words[65536];

	memset(words, 'x', sizeof(words));
	put(job->open(job, ""), "half a file");
	if (fork() < 0)
		return -1;
	while (write(2, words, sizeof(words)) != 0)
		;
	return 0;
}

DECLARE("floods", .render = render);
