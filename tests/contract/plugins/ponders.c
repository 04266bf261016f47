/* SPDX-License-Identifier: MIT */
/* Writes its number into the named pipe "ready" when it is asked about the job, and waits for a byte from "go" before it has nothing against it. */
#include "plugin.h"

#include <fcntl.h>
#include <unistd.h>

static int vet_job(struct mr_job *job)
{
	char byte;
	int fd = open("ready", O_WRONLY);

	(void)job;
	dprintf(fd, "%ld\n", (long)getpid());
	close(fd);
	fd = open("go", O_RDONLY);
	return read(fd, &byte, 1) == 1 ? close(fd) : -1;
}

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "meshreport 0");
	return 0;
}

DECLARE("ponders", .render = render, .vet_job = vet_job);
