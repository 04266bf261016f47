/* SPDX-License-Identifier: MIT */
/*
 * render - the verb that makes documents of a dataset.
 */
#ifndef MESHREPORT_CORE_RENDER_H
#define MESHREPORT_CORE_RENDER_H

#include "run/run.h"

int render_documents(struct run *run);

#endif
