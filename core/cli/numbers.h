/* SPDX-License-Identifier: MIT */
/*
 * numbers - the verb `stats`: what a comparison holds, in numbers.
 */
#ifndef MESHREPORT_CORE_NUMBERS_H
#define MESHREPORT_CORE_NUMBERS_H

#include "run/run.h"

/* To standard output, as text or as JSON. */
int numbers_show(struct run *run);

#endif
