/* SPDX-License-Identifier: MIT */
/*
 * trial - `plugin test FILE`: the contract, held against one plugin.
 *
 * Each trial runs this program anew with that one plugin and looks at what comes of it, so that what is tried is what
 * a user gets: the same processes, limits and messages.  A line each, and the status 1 where one fails.
 */
#ifndef MESHREPORT_CORE_TRIAL_H
#define MESHREPORT_CORE_TRIAL_H

#include "run/run.h"

int trial_plugin(struct run *run);

#endif
