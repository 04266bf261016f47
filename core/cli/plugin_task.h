/* SPDX-License-Identifier: MIT */
/*
 * plugin_task - the verb plugin: `plugin new NAME` begins one, `plugin test FILE` tries one (trial.h).
 */
#ifndef MESHREPORT_CORE_PLUGIN_TASK_H
#define MESHREPORT_CORE_PLUGIN_TASK_H

#include "run/run.h"

int plugin_task(struct run *run);

#endif
