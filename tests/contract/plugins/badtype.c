/* SPDX-License-Identifier: MIT */
/* Has an option of a type that does not exist. */
#include "plugin.h"

static const struct mr_option options[] = {{"x", 77, NULL, NULL, 0, 0, "help"}};

static int render(struct mr_job *job)
{
	(void)job;
	return 0;
}

DECLARE("badtype", .options = options, .n_options = 1, .render = render);
