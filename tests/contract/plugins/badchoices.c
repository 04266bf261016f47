/* SPDX-License-Identifier: MIT */
/* Choices that are no line, on an option that is no choice. */
#include "plugin.h"

static const struct mr_option options[] = {
	{.name = "x", .type = MR_OPTION_STRING, .help = "any", .choices = "any\ntext"}};

static int render(struct mr_job *job)
{
	put(job->open(job, ""), "meshreport 0");
	return 0;
}

DECLARE("badchoices", .options = options, .n_options = 1, .render = render);
