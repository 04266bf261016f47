/* SPDX-License-Identifier: MIT */
/*
 * deadline - --timeout for what this process does itself: reading a dataset and making sense of it.
 *
 *   deadline_begin() ──> read, load, interpret, select ──> deadline_end()
 *
 * A format has a process that can be ended (host/group.h); here it is our own, so the work is in libraries
 * or waits for a pipe, and cannot be asked to stop.  When its time is out the process says what it was
 * doing, and ends with RUN_FAILED at once: only between calls that leave nothing half may it be set, which are those
 * before anything is written and before children are there.
 *
 * Time is counted in ticks of a timer, so it is a tick at least; those of a time in which the process was
 * stopped (^Z) are one.  Where the system has no timer to give there is no deadline.
 *
 * The struct is the caller's and must stay where it is until deadline_end(); the zero value is none.
 */
#ifndef MESHREPORT_CORE_DEADLINE_H
#define MESHREPORT_CORE_DEADLINE_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "run/run.h"

enum { DEADLINE_WORDS = 1024 };

struct deadline {
	timer_t timer;
	bool is_set;
	int64_t ticks_left;
	size_t n;
	char words[DEADLINE_WORDS]; /* that are said last */
	sigset_t mask;
	struct sigaction action; /* as they were before */
};

/* `doing` goes into a sentence: "reading", "interpreting"; without --timeout nothing happens. */
void deadline_begin(struct deadline *deadline, const struct run *run, const char *file,
		    const char *doing);
void deadline_end(struct deadline *deadline);

#endif
