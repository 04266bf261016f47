/* SPDX-License-Identifier: MIT */
/*
 * report - what the user is told of the jobs: how far they are, what they had to say, what was written.
 */
#ifndef MESHREPORT_CORE_REPORT_H
#define MESHREPORT_CORE_REPORT_H

#include <stdbool.h>

#include "host/group.h"
#include "run/run.h"

struct report {
	bool is_all; /* -f all: a plugin that was refused is a warning, nobody asked for it by name */
	bool wants_progress; /* standard error is a terminal, and -q was not given */
	bool has_progress; /* a line of progress stands on the terminal */
};

/* Prints what each job has to say, in their order, and what it wrote; the exit code, given `status`. */
int report_jobs(struct run *run, struct report *report, struct group *group, int status);

/* Takes over the messages of all jobs, none graver than `gravest`; true when a job failed. */
bool report_failed(struct run *run, struct group *group, enum mr_severity gravest);

/* group.watch: shows progress on a terminal; the context is a struct report. */
void report_watch(void *context, const struct group *group);

#endif
