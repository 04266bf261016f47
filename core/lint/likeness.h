/* SPDX-License-Identifier: MIT */
/*
 * likeness - names as they are compared where a person may have written one thing in two ways.
 */
#ifndef MESHREPORT_CORE_LIKENESS_H
#define MESHREPORT_CORE_LIKENESS_H

#include "base/buf.h"

/*
 * Appends `name` without case, spaces, hyphens, quotes and the like, "&" as "and", a plural s left out:
 * "Load-Balancing" and "load balancing", "Metric" and "Metrics" are one.  What tells names apart stays:
 * digits and the dot between them, "+" and "#" (C, C++, C#), the S of HTTPS.
 */
void likeness_put(struct buf *out, const char *name);

/* Appends the letters and digits of `word` alone, without case; of scripts with no case as they are. */
void likeness_put_letters(struct buf *out, const char *word);

#endif
