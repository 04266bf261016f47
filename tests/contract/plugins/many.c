/* SPDX-License-Identifier: MIT */
/* Opens more artifacts than a process has descriptors, and comes back to each. */
#include "plugin.h"

enum { MANY = 300 };

static int render(struct mr_job *job)
{
	struct mr_sink *sinks[MANY];
	char text[40];

	for (int i = 0; i < MANY; i++) {
		snprintf(text, sizeof(text), "p%d", i);
		sinks[i] = job->open(job, text);
		snprintf(text, sizeof(text), "meshreport 0: %d", i);
		put(sinks[i], text);
	}
	for (int i = MANY - 1; i >= 0; i--)
		put(sinks[i], " and the end\n");
	return 0;
}

DECLARE("many", .capabilities = MR_CAN_SEVERAL, .render = render);
