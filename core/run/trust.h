/* SPDX-License-Identifier: MIT */
/*
 * trust - how far plugins are trusted in this run: --sandbox, --limit memory=, --limit artifact=, --timeout.
 *
 * What confines a plugin is told once a run: with -v what is enforced and what this kernel cannot; without it
 * only that nothing is (--sandbox off).
 */
#ifndef MESHREPORT_CORE_TRUST_H
#define MESHREPORT_CORE_TRUST_H

#include "run/run.h"

/* What a plugin can where the kernel lacks something. */
#define TRUST_WITHOUT_FILES "a plugin can read what you can"
#define TRUST_WITHOUT_CALLS "a plugin can use the network and start processes"
#define TRUST_WITHOUT_KIN "what a plugin starts may outlive it"

/* Before the first child of the run.  RUN_DONE, or RUN_FAILED after an error: what is required cannot be had. */
int trust_prepare(struct run *run);

void trust_order(const struct run *run, struct child_order *order);

#endif
