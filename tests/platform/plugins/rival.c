/* SPDX-License-Identifier: MIT */
/* One of several plugins of a format; MINE and PRIORITY come from the compiler. */
#include <meshreport/plugin.h>

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");

	sink->write(sink, MINE " ", strlen(MINE) + 1);
	sink->write(sink, job->generator, strlen(job->generator));
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER, .name = "rival",      .summary = MINE,
	.version = "1",   .extension = "riv",   .media_type = "text/plain",
	.render = render, .priority = PRIORITY,
};
