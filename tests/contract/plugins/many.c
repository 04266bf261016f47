/* SPDX-License-Identifier: MIT */
/* Opens more artifacts than a process has descriptors (1,500 with -O most=yes), and comes back to each. */
#include "plugin.h"

enum { MANY = 300, MOST = 1500 };

static const struct mr_option options[] = {
	{.name = "most",
	 .type = MR_OPTION_FLAG,
	 .initial = "no",
	 .help = "open as many as a shell allows files, and half as many again"}};

static int render(struct mr_job *job)
{
	struct mr_sink *sinks[MOST];
	int n = job->values[0].integer ? MOST : MANY;
	char text[40];

	for (int i = 0; i < n; i++) {
		snprintf(text, sizeof(text), "p%d", i);
		sinks[i] = job->open(job, text);
		snprintf(text, sizeof(text), "meshreport 0: %d", i);
		put(sinks[i], text);
	}
	for (int i = n - 1; i >= 0; i--)
		put(sinks[i], " and the end\n");
	return 0;
}

DECLARE("many", .options = options, .n_options = 1, .capabilities = MR_CAN_SEVERAL,
	.render = render);
