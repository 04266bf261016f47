/* SPDX-License-Identifier: MIT */
/* Claims four billion options. */
#include "plugin.h"

static const struct mr_option options[] = {{"x", MR_OPTION_FLAG, "no", NULL, 0, 0, "help"}};

static int render(struct mr_job *job)
{
	(void)job;
	return 0;
}

DECLARE("hugetable", .options = options, .n_options = 0xffffffffu, .render = render);
