/* SPDX-License-Identifier: MIT */
/* Writes down what it finds around it: environment, also that which the process began with, and descriptors. */
#define _GNU_SOURCE
#include "plugin.h"

#include <fcntl.h>
#include <unistd.h>

extern char **environ;

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");
	char bytes[4096];
	int fd = open("/proc/self/environ", O_RDONLY);
	ssize_t n;

	put(sink, "meshreport 0\n");
	for (char **at = environ; at && *at; at++) {
		put(sink, "environment ");
		put(sink, *at);
		put(sink, "\n");
	}
	put(sink, fd >= 0 ? "first environment read\n" : "first environment hidden\n");
	while (fd >= 0 && (n = read(fd, bytes, sizeof(bytes))) > 0)
		for (ssize_t i = 0; i < n; i++)
			if (bytes[i])
				sink->write(sink, &bytes[i], 1);
	if (fd >= 0)
		close(fd);
	for (int i = 3; i < 1024; i++) {
		if (fcntl(i, F_GETFD) < 0)
			continue;
		snprintf(bytes, sizeof(bytes), "\ndescriptor %d", i);
		put(sink, bytes);
	}
	put(sink, "\n");
	return 0;
}

DECLARE("around", .render = render);
