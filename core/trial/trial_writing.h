/* SPDX-License-Identifier: MIT */
/*
 * trial_writing - trials of what a plugin makes of datasets: small, hostile, huge, and where the disk is full.
 */
#ifndef MESHREPORT_CORE_TRIAL_WRITING_H
#define MESHREPORT_CORE_TRIAL_WRITING_H

#include "trial/trial_tell.h"

void trial_writing(struct trial *trial);

#endif
