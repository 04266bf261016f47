/* SPDX-License-Identifier: MIT */
/* Built for ABI 1.9. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "x");
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {.struct_size = sizeof(struct mr_plugin),
						      .abi_major = 1,
						      .abi_minor = 9,
						      .name = "minor",
						      .summary = "s",
						      .version = "1",
						      .extension = "txt",
						      .media_type = "text/plain",
						      .render = render};
