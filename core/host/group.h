/* SPDX-License-Identifier: MIT */
/*
 * group - the jobs of one run: a child process each, side by side, at most one a processor.
 *
 *   group_probe()    starts the children; each opens its plugin, says what it is and what its plugin
 *                    has against the options, and waits.  Nothing was written when this returns.
 *   group_render()   lets those that wait go on.  Their bytes go to sinks; a job that ends well makes
 *                    its artifacts visible, all or none.
 *
 * A child that crashes, exits, breaks the protocol or takes longer than the timeout is killed with its process
 * group; its job fails with one message, and the others go on.  What else it started ends when no job is left
 * to be moved on (confine/kin.h).
 *
 * What is written through (a pipe, standard output) is written last, when all children have ended:
 * it may take as long as its reader likes, and can then be interrupted.
 *
 * Signals.  What would end the program is held back (signals.h); when it comes all children and
 * temporary files are removed, and the group's `signal` says which it was.  ^Z stops the children, too;
 * a time in which this process stood still does not count towards the timeout.
 */
#ifndef MESHREPORT_CORE_GROUP_H
#define MESHREPORT_CORE_GROUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "host/job.h"

struct group {
	struct job *jobs;
	size_t n;
	size_t parallel; /* how many run at once: as many as there are processors; nothing written depends on it */
	int64_t timeout_ms; /* for each job; 0: none */
	struct job_host host;
	/* Called now and then while children run, at least ten times a second; may be null. */
	void (*watch)(void *context, const struct group *group);
	void *watcher; /* its context */
	bool dies_of_pipe; /* a standard output that its reader closes ends it all in silence */
	bool is_inline; /* without children, but for plugins that are programs: one after the other in this process, without a timeout (child_open()) */
	bool adopts; /* what children leave behind comes to this process, and ends with the group */
	int signal; /* the one that ended it all (SIGPIPE: its reader did), or 0 */
};

/* `n` new jobs; -1 when memory was refused, and then there are none. */
int group_init(struct group *group, size_t n);

/* Everything the jobs hold, children included. */
void group_release(struct group *group);

/* Both return 0 when no job failed and no signal came. */
int group_probe(struct group *group);
int group_render(struct group *group);

#endif
