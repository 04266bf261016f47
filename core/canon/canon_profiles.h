/* SPDX-License-Identifier: MIT */
/*
 * canon_profiles - the profiles of a dataset as nodes: those of which all is shown that they name.
 */
#ifndef MESHREPORT_CORE_CANON_PROFILES_H
#define MESHREPORT_CORE_CANON_PROFILES_H

#include "canon/making.h"

/* A list, maybe an empty one; null where memory was refused. */
struct node *canon_profiles(struct making *making);

#endif
