/* SPDX-License-Identifier: MIT */
/* Compiled with the header of a day to come, and content with the oldest: struct and number are longer and newer. */
#include <meshreport/plugin.h>

#ifndef NEEDS
#define NEEDS "1.0"
#endif

struct later {
	struct mr_plugin is;
	void *news[8];
};

static int render(struct mr_job *job)
{
	struct mr_sink *sink = job->open(job, "");

	sink->write(sink, job->generator, strlen(job->generator));
	return 0;
}

extern MR_EXPORT const struct later later __asm__("meshreport_plugin");
const struct later later = {.is = {.struct_size = sizeof(struct later),
				   .abi_major = MR_ABI_MAJOR,
				   .abi_minor = MR_ABI_MINOR + 7,
				   .option_size = sizeof(struct mr_option),
				   .name = "ahead",
				   .summary = "from a day to come",
				   .version = "1",
				   .extension = "txt",
				   .media_type = "text/plain",
				   .render = render,
				   .needs_abi = NEEDS}};
