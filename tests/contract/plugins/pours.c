/* SPDX-License-Identifier: MIT */
/* Writes four artifacts, each longer than a pipe holds. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	static const char *const parts[] = {"", "a", "b", "c"};

	for (int i = 0; i < 4; i++) {
		struct mr_sink *sink = job->open(job, parts[i]);

		put(sink, "meshreport 0 new\n");
		for (int line = 0; line < 200 * 1000; line++)
			put(sink, "a line\n");
	}
	return 0;
}

DECLARE("pours", .capabilities = MR_CAN_SEVERAL, .render = render);
