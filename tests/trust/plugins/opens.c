/* SPDX-License-Identifier: MIT */
/* Opens the file that its option names. */
#include "plugin.h"

#include <fcntl.h>
#include <unistd.h>

static const struct mr_option options[] = {
	{"path", MR_OPTION_STRING, "", NULL, 0, 0, "a file"},
};

static int render(struct mr_job *job)
{
	int fd = open(mr_option_value(job, 0)->text, O_RDONLY);

	put(job->open(job, ""), fd >= 0 ? "meshreport 0 done\n" : "meshreport 0 refused\n");
	if (fd >= 0)
		close(fd);
	return 0;
}

DECLARE("opens", .options = options, .n_options = 1, .render = render);
