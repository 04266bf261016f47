/* SPDX-License-Identifier: MIT */
/* Crashes while it is opened. */
#include "plugin.h"

__attribute__((constructor)) static void start(void)
{
	int *volatile nowhere = NULL;

	*nowhere = 1;
}

static int render(struct mr_job *job)
{
	(void)job;
	return 0;
}

DECLARE("constructor", .render = render);
