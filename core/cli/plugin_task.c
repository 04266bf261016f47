/* SPDX-License-Identifier: MIT */
#include "cli/plugin_task.h"

#include <string.h>

#include "cli/begin.h"
#include "trial/trial.h"

int plugin_task(struct run *run)
{
	bool is_new = strcmp(run->args.task, "new") == 0;
	const char *unused = is_new                ? run->args.wants_tap ? "--tap" : NULL
			     : run->args.lang      ? "--lang"
			     : run->args.is_reader ? "--reader"
						   : NULL;

	if (unused) {
		diag_say(&run->diag, MR_ERROR, NULL,
			 "%s changes nothing for plugin %s; leave it out", unused, run->args.task);
		return RUN_USAGE;
	}
	return is_new ? begin_plugin(run) : trial_plugin(run);
}
