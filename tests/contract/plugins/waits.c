/* SPDX-License-Identifier: MIT */
/* Writes its number into the named pipe "ready" when half is written, and goes on at a byte from "go". */
#include "plugin.h"

#include <fcntl.h>
#include <unistd.h>

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	char byte;
	int fd;

	put(sink, "meshreport 0 half");
	fd = open("ready", O_WRONLY);
	dprintf(fd, "%ld\n", (long)getpid());
	close(fd);
	fd = open("go", O_RDONLY);
	if (read(fd, &byte, 1) != 1)
		return 1;
	close(fd);
	put(sink, " and whole");
	return 0;
}

DECLARE("waits", .render = render);
