/* SPDX-License-Identifier: MIT */
/*
 * doctor - `meshreport doctor`: what of this installation is there, and what is wrong with it.
 */
#ifndef MESHREPORT_CORE_DOCTOR_H
#define MESHREPORT_CORE_DOCTOR_H

#include "run/run.h"

/* RUN_FAILED where something is broken. */
int doctor_examine(struct run *run);

#endif
