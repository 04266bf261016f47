/* SPDX-License-Identifier: MIT */
/*
 * child - the process that opens one plugin, and the port on which the plugin sees its job.
 *
 * child_run() is what a job's child does from its first instruction to its last: open and vet the
 * plugin, say what it is, check every -O that is meant for it, wait for the word to go on, render,
 * report, end.  It says everything through frames (wire.h) and never touches a file but the plugin
 * and its resources; what becomes visible is the parent's business alone.
 *
 * The plugin's writes are gathered into frames of some hundred KiB.  When the parent is gone the
 * process ends at once.
 */
#ifndef MESHREPORT_CORE_CHILD_H
#define MESHREPORT_CORE_CHILD_H

#include "host/order.h"

/* Frames go out on `out`; one byte on `go` starts the rendering ('g', or 't'
 * with the user's template), its end ends the child. */
_Noreturn void child_run(const struct child_order *order, int out, int go);

#endif
