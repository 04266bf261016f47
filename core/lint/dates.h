/* SPDX-License-Identifier: MIT */
/*
 * dates - days that cannot be, and facts that nobody has looked at for long.
 *
 * The day of today is the one that the user or SOURCE_DATE_EPOCH names, and no clock is read: where nobody
 * names one, what depends on it is not asked.
 */
#ifndef MESHREPORT_CORE_DATES_H
#define MESHREPORT_CORE_DATES_H

#include "lint/finding.h"

/* as_of, or a day of verification, after today. */
void dates_future(const struct lint *lint);

/* Verified after as_of. */
void dates_late(const struct lint *lint);

/* Verified before lint.since, or never. */
void dates_stale(const struct lint *lint);

#endif
