/* SPDX-License-Identifier: MIT */
/*
 * run - one run of the program: what all its verbs share.
 *
 *   formats -> files of plugins     dataset -> matrix     jobs: probe, check, render, report
 *
 * Every function returns the exit code of meshreport(1): RUN_DONE, RUN_FAILED, RUN_USAGE.
 */
#ifndef MESHREPORT_CORE_RUN_H
#define MESHREPORT_CORE_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "args/args.h"
#include "base/arena.h"
#include "base/diag.h"
#include "confine/calls.h"
#include "host/group.h"
#include "house/house.h"
#include "plugin/home.h"
#include "plugin/search.h"

enum { RUN_DONE = 0, RUN_FAILED = 1, RUN_USAGE = 2 };

/* Where there is not even memory to say so by run->diag. */
#define RUN_NO_MEMORY "meshreport: error: out of memory\n"

struct run {
	struct args args;
	struct home home;
	struct search found;
	struct {
		struct house style, defaults;
	} house; /* what its files say (defaults.h) */
	struct arena arena;
	struct diag diag; /* printed and emptied by run_say() */
	struct mr_date today; /* of check; year 0: nobody says it */
	bool is_uncut; /* every message is kept, however many there are */
	bool has_color; /* of standard error */
	bool had_no_memory; /* and that was said */
	bool knows_sandbox; /* what it is was said (trust.h) */
	struct calls calls; /* that no child may make, in the run's arena */
	bool dies_of_pipe; /* nobody asked for SIGPIPE to be ignored, so a closed reader ends us as it ends grep */
	int signal; /* the program ends by it once all is cleared away, or 0 */
};

/* Messages are collected from here on, and those about data are judged by -W. */
void run_listen(struct run *run);

/* Prints the collected messages to standard error and forgets them; notes only where wanted. */
void run_say(struct run *run);

/* A line on standard error, unless -q; what could steer a terminal is made visible. */
void run_tell(const struct run *run, const char *text);

/* Text to standard error that says what was collected in its own way: the messages are forgotten. */
void run_report(struct run *run, struct buf *text);

/* SOURCE_DATE_EPOCH into `out`, which keeps its value where it is not set; RUN_USAGE where it is none. */
int run_epoch(struct run *run, int64_t *out);

/* Text to standard output; RUN_FAILED after a message when it cannot be written. */
int run_print(struct run *run, struct buf *text);

/* The plugin file called `name`, or null after an error that names the nearest. */
const struct plugin_file *run_find_format(struct run *run, const char *name, size_t n);

/*
 * A group of one job for each file, each ordered to do `task`.  0, or -1 after refused memory or a sandbox that cannot
 * be had was reported: then `out` is empty, and may be released as well.
 */
int run_group(struct run *run, const struct plugin_file *const *files, size_t n,
	      enum child_task task, struct group *out);

#endif
