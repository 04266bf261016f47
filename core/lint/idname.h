/* SPDX-License-Identifier: MIT */
/*
 * idname - ids that do not say what their names say.
 */
#ifndef MESHREPORT_CORE_IDNAME_H
#define MESHREPORT_CORE_IDNAME_H

#include "lint/finding.h"

/* An id that shares nothing with its name: no word, no initials, no abbreviation. */
void idname_far(const struct lint *lint);

/* One that in addition is the name of another: two were mixed up. */
void idname_swapped(const struct lint *lint);

#endif
