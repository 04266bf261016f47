/* SPDX-License-Identifier: MIT */
/* Would like its files elsewhere. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "x");
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER, .name = "badextension",      .summary = "s",
	.version = "1",   .extension = "/../../etc/x", .media_type = "text/plain",
	.render = render};
