/* SPDX-License-Identifier: MIT */
/* Crashes, and leaves a child that holds the pipe open. */
#include "plugin.h"

#include <signal.h>
#include <unistd.h>

static int render(struct mr_job *job)
{
	(void)job;
	if (fork() == 0)
		for (;;)
			sleep(1000);
	raise(SIGSEGV);
	return 0;
}

DECLARE("orphan", .render = render);
