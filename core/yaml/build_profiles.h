/* SPDX-License-Identifier: MIT */
/*
 * build_profiles - the list `profiles` of a dataset.
 *
 * Private to build*.c.
 */
#ifndef MESHREPORT_CORE_BUILD_PROFILES_H
#define MESHREPORT_CORE_BUILD_PROFILES_H

#include "yaml/fields.h"

/* Reads the list into build->raw->profiles; `member` is not used. */
void build_profiles(struct build *build, void *member);

#endif
