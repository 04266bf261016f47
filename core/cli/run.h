/* SPDX-License-Identifier: MIT */
/*
 * run - one run of the program: what all its verbs share, and the verb that renders.
 *
 *   formats -> files of plugins     dataset -> matrix     jobs: probe, check, render, report
 *
 * Every function returns the exit code of meshreport(1): RUN_DONE, RUN_FAILED, RUN_USAGE.
 */
#ifndef MESHREPORT_CORE_RUN_H
#define MESHREPORT_CORE_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "cli/cli.h"
#include "base/diag.h"
#include "host/home.h"
#include "host/job.h"
#include "host/registry.h"

enum { RUN_DONE = 0, RUN_FAILED = 1, RUN_USAGE = 2 };

struct run {
	struct cli cli;
	struct home home;
	struct registry registry;
	struct arena arena;
	struct diag diag; /* printed and emptied by run_say() */
	bool has_color; /* of standard error */
	bool dies_of_pipe; /* nobody asked for SIGPIPE to be ignored, so a closed reader ends us as it ends grep */
	int signal; /* the program ends by it once all is cleared away, or 0 */
};

/* Prints the collected messages to standard error and forgets them; notes only where wanted. */
void run_say(struct run *run);

/* A line on standard error, unless -q; what could steer a terminal is made visible. */
void run_tell(const struct run *run, const char *text);

/* Text to standard output; RUN_FAILED after a message when it cannot be written. */
int run_print(struct run *run, struct buf *text);

/* The plugin file called `name`, or null after an error that names the nearest. */
const struct plugin_file *run_find_format(struct run *run, const char *name, size_t n);

/* A group of one job for each file, each ordered to do `task`; `group->jobs` null without memory. */
struct job_group run_group(struct run *run, const struct plugin_file *const *files, size_t n,
			   enum child_task task);

int run_render(struct run *run); /* render.c */
int run_check(struct run *run);
int run_list_formats(struct run *run); /* show.c */
int run_help(struct run *run);
int run_print_template(struct run *run);

#endif
