/* SPDX-License-Identifier: MIT */
/* Leaves a process behind that is in a session of its own, the child of nobody who lives; its number is the artifact. */
#include "plugin.h"

#include <unistd.h>

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	char text[40];
	int ends[2];
	pid_t child, stray = 0;

	if (pipe(ends) != 0)
		return -1;
	child = fork();
	if (child == 0) {
		setsid();
		stray = fork();
		if (stray == 0)
			for (;;)
				sleep(1000);
		_exit(write(ends[1], &stray, sizeof(stray)) < 0);
	}
	close(ends[1]);
	if (child < 0 || read(ends[0], &stray, sizeof(stray)) != sizeof(stray))
		stray = 0;
	snprintf(text, sizeof(text), "meshreport 0 %d\n", (int)stray);
	put(sink, text);
	return 0;
}

DECLARE("strays", .render = render);
