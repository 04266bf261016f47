/* SPDX-License-Identifier: MIT */
/* Uses a function that no library has. */
#include "plugin.h"

int nobody_defines_this(void);

static int render(struct mr_job *job)
{
	(void)job;
	return nobody_defines_this();
}

DECLARE("undefined", .render = render);
