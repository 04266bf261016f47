/* SPDX-License-Identifier: MIT */
/* Behaves: reads only, so that it has neither a render function nor a suffix of its own. */
#include <meshreport/plugin.h>

static const struct mr_option options[] = {
	{.name = "loud", .type = MR_OPTION_FLAG, .help = "nothing"}};

static int read_nothing(struct mr_source *source)
{
	(void)source;
	return 0;
}

MR_EXPORT const struct mr_plugin meshreport_plugin = {
	MR_PLUGIN_HEADER,    .name = "reads",      .summary = "a reader of the tests",
	.version = "1",      .read = read_nothing, .read_options = options,
	.n_read_options = 1,
};
