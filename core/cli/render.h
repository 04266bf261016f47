/* SPDX-License-Identifier: MIT */
/*
 * render - the verb that makes documents of a dataset, and `check`, which stops after reading it.
 */
#ifndef MESHREPORT_CORE_RENDER_H
#define MESHREPORT_CORE_RENDER_H

#include "cli/run.h"

int render_documents(struct run *run);
int render_check(struct run *run);

#endif
