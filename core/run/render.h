/* SPDX-License-Identifier: MIT */
/*
 * render - the verb that makes documents of a dataset.
 */
#ifndef MESHREPORT_CORE_RENDER_H
#define MESHREPORT_CORE_RENDER_H

#include "base/buf.h"
#include "run/run.h"

int render_documents(struct run *run);

/* child_order.canonical for a context that is a struct canon. */
void render_put_canonical(const void *canon, enum mr_canonical form, struct buf *out);

#endif
