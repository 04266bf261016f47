/* SPDX-License-Identifier: MIT */
/* Two formats in one file: "one", and "two" behind it. */
#include <meshreport/plugin.h>

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");

	sink->write(sink, job->format, strlen(job->format));
	sink->write(sink, " ", 1);
	sink->write(sink, job->generator, strlen(job->generator));
	return 0;
}

static const struct mr_plugin two = {
	MR_PLUGIN_HEADER, .name = "two",      .summary = "the second",
	.version = "1",   .extension = "two", .media_type = "text/plain",
	.render = render,
};

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER, .name = "one",      .summary = "the first",
	.version = "1",   .extension = "one", .media_type = "text/plain",
	.render = render, .next = &two,
};
