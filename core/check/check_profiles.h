/* SPDX-License-Identifier: MIT */
/*
 * check_profiles - what readers need: requirements, weights and products left out, by the ids of what is there.
 */
#ifndef MESHREPORT_CORE_CHECK_PROFILES_H
#define MESHREPORT_CORE_CHECK_PROFILES_H

#include "check/check_value.h"

/* Behind products, categories and features. */
void check_profiles(struct check *check);

#endif
