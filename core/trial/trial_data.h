/* SPDX-License-Identifier: MIT */
/*
 * trial_data - the datasets of trials: those of templates/plugin, and one that is made since it is too large to be kept.
 */
#ifndef MESHREPORT_CORE_TRIAL_DATA_H
#define MESHREPORT_CORE_TRIAL_DATA_H

#include "run/input.h"
#include "run/run.h"

/* The path of a file in templates/plugin, in the run's arena; null without memory. */
const char *trial_data_path(struct run *run, const char *name);

/*
 * Loads and selects `bytes` under `name`, or where they are null the file of that name in templates/plugin.  0, or -1
 * after errors; `input` is then to be released as well.  The bytes live as long as the input.
 */
int trial_data_load(struct run *run, const char *name, const struct buf *bytes,
		    struct input *input);

/* Some thousands of features of several products. */
void trial_data_huge(struct buf *out);

#endif
