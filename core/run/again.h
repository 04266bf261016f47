/* SPDX-License-Identifier: MIT */
/*
 * again - what a run would write, made in memory: to be compared with what was written once.
 *
 *   again_load ──> who made it? (hashes) ──> again_make ──> artifacts ──> again_release
 *
 * The run's args say what is wanted, as for documents; the output is not looked at, but for its suffix where no format is
 * named.  Files that are called otherwise now have the names that `called` and `since_called` say.
 */
#ifndef MESHREPORT_CORE_AGAIN_H
#define MESHREPORT_CORE_AGAIN_H

#include "out/target.h"
#include "run/choose.h"
#include "run/input.h"
#include "run/past.h"

struct again {
	struct choice choice;
	struct input input;
	struct past past;
	struct canon canon;
	struct group group; /* its jobs have the artifacts, in memory */
	struct target target;
	bool has_no_mark; /* what was made has no stamp */
};

/* Each RUN_DONE, or another exit code after errors; again_release() takes either. */
int again_load(struct run *run, struct again *again);
int again_make(struct run *run, struct again *again);
void again_release(struct again *again);

#endif
