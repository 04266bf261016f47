/* SPDX-License-Identifier: MIT */
/*
 * trial_options - trials of the options that a plugin declares: each value is rendered, or refused in its own words.
 */
#ifndef MESHREPORT_CORE_TRIAL_OPTIONS_H
#define MESHREPORT_CORE_TRIAL_OPTIONS_H

#include "trial/trial_tell.h"

void trial_options(struct trial *trial);

#endif
