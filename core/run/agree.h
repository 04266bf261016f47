/* SPDX-License-Identifier: MIT */
/*
 * agree - between probing and rendering: what can only be decided once all formats have spoken.
 *
 * An -O without a format is for every wanted format that knows its key, and wrong when none does.
 * A -t without a format is for the only wanted format that has a template.  Wrong options, templates
 * and targets are all reported, and then nothing is rendered.
 */
#ifndef MESHREPORT_CORE_AGREE_H
#define MESHREPORT_CORE_AGREE_H

#include "host/group.h"
#include "out/target.h"
#include "run/run.h"

/* Before the probe: reads what options and the user's templates name, and hands each job the one that may be its own. */
int agree_templates(struct run *run, struct group *group, struct target *target);

/* Whether -f names the format itself: "all" is all that write. */
bool agree_is_named(const struct args *args, const struct plugin_file *file);

/* After the probe, where nothing is written to a file: options and templates. */
int agree_jobs(struct run *run, struct group *group, struct target *target);

/* After the probe: options, templates, targets.  RUN_DONE, or RUN_USAGE after errors. */
int agree_all(struct run *run, struct group *group, struct target *target);

#endif
