/* SPDX-License-Identifier: MIT */
/* Writes down its limits, -1 for none. */
#define _GNU_SOURCE
#include "plugin.h"

#include <sys/resource.h>

#define LINE(name)                   \
	{                            \
#name, RLIMIT_##name \
	}

static int render(struct mr_job *job)
{
	static const struct {
		const char *name;
		int which;
	} lines[] = {LINE(CPU), LINE(CORE), LINE(FSIZE), LINE(NOFILE), LINE(NPROC), LINE(AS)};
	struct mr_sink *sink = job->open(job, "");
	struct rlimit bound;
	char text[80];

	put(sink, "meshreport 0\n");
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		getrlimit((__rlimit_resource_t)lines[i].which, &bound);
		snprintf(text, sizeof(text), "%s %lld\n", lines[i].name,
			 bound.rlim_max == RLIM_INFINITY ? -1LL : (long long)bound.rlim_max);
		put(sink, text);
	}
	return 0;
}

DECLARE("bounds", .render = render);
