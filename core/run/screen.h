/* SPDX-License-Identifier: MIT */
/*
 * screen - what standard output and standard error are like, where a terminal lies behind them.
 */
#ifndef MESHREPORT_CORE_SCREEN_H
#define MESHREPORT_CORE_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include "run/run.h"

/* Whether colour may be written to a descriptor: as --color says, else on a terminal that NO_COLOR allows it. */
bool screen_has_color(const struct run *run, int fd);

/* The columns of standard output: COLUMNS, else those of the terminal that it is; 0 where nobody says. */
uint32_t screen_columns(const struct run *run);

#endif
