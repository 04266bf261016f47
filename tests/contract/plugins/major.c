/* SPDX-License-Identifier: MIT */
/* Built for ABI 2.0. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "x");
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {.struct_size = sizeof(struct mr_plugin),
						      .abi_major = 2,
						      .abi_minor = 0,
						      .name = "major",
						      .summary = "s",
						      .version = "1",
						      .extension = "txt",
						      .media_type = "text/plain",
						      .render = render};
