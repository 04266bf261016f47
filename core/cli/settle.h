/* SPDX-License-Identifier: MIT */
/*
 * settle - between probing and rendering: what can only be decided once all formats have spoken;
 * and afterwards: what the user is told.
 *
 * An -O without a format is for every wanted format that knows its key, and wrong when none does.
 * A -t without a format is for the only wanted format that has a template.  Wrong options, templates
 * and targets are all reported, and then nothing is rendered.
 */
#ifndef MESHREPORT_CORE_SETTLE_H
#define MESHREPORT_CORE_SETTLE_H

#include <stdbool.h>
#include <stddef.h>

#include "host/job.h"
#include "cli/run.h"
#include "host/target.h"

struct settle {
	struct job_group *group;
	struct target *target;
	bool is_all;
	bool wants_progress; /* standard error is a terminal, and -q was not given */
	bool has_progress; /* a line of progress stands on the terminal */
};

/* Reads the user's templates and hands each job the one that may be its own. */
int settle_templates_read(struct run *run, struct settle *settle);

/* After the probe: options, templates, targets.  RUN_DONE, or RUN_USAGE after errors. */
int settle_all(struct run *run, struct settle *settle);

/* Prints what each job has to say, in their order; the exit code. */
int settle_report(struct run *run, struct settle *settle, int status);

/* job_host.watch: shows progress on a terminal. */
void settle_watch(void *context, const struct job_group *group);

#endif
