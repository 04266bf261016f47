/* SPDX-License-Identifier: MIT */
/* Sleeps, ignores SIGTERM, and has a child that holds the pipe open. */
#include "plugin.h"

#include <signal.h>
#include <unistd.h>

static int render(struct mr_job *job)
{
	(void)job;
	signal(SIGTERM, SIG_IGN);
	fork();
	while (sleep(1000) == 0)
		continue;
	return 0;
}

DECLARE("hangs", .render = render);
