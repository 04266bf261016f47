/* SPDX-License-Identifier: MIT */
/*
 * unified - the difference of two texts as diff -u writes it (POSIX.1-2008, diff, "Diff -u Output Format").
 *
 * Lines that stand once in either text hold it together, as many of them as keep their order; what is alike
 * next to them is, too.  So it costs n log n, and may call more lines changed than the least there are.
 */
#ifndef MESHREPORT_CORE_UNIFIED_H
#define MESHREPORT_CORE_UNIFIED_H

#include <stddef.h>

#include "base/buf.h"

/* Nothing where both are the same; refused memory shows in `out`. */
void unified_put(struct buf *out, const char *name, const struct buf *before,
		 const struct buf *after);

#endif
