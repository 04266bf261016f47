/* SPDX-License-Identifier: MIT */
/* Has null pointers where words belong. */
#include "plugin.h"

static int render(struct mr_job *job)
{
	(void)job;
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {MR_PLUGIN_HEADER, .name = "nullwords",
						      .render = render};
