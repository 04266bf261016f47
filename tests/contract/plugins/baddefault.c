/* SPDX-License-Identifier: MIT */
/* Has an option whose default is none of its choices. */
#include "plugin.h"

static const struct mr_option options[] = {{"x", MR_OPTION_CHOICE, "c", "a|b", 0, 0, "help"}};

static int render(struct mr_job *job)
{
	(void)job;
	return 0;
}

DECLARE("baddefault", .options = options, .n_options = 1, .render = render);
