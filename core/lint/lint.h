/* SPDX-License-Identifier: MIT */
/*
 * lint - the rules of this room, asked one after the other.
 *
 * Each looks at the dataset in time proportional to it.  Findings come in the order of the rules; who
 * prints them sorts them by place.
 */
#ifndef MESHREPORT_CORE_LINT_H
#define MESHREPORT_CORE_LINT_H

#include "lint/finding.h"
#include "lint/policy.h"

/* Asks what `policy` heeds; `lint.rule` is set on the way. */
void lint_check(const struct lint *lint, const struct policy *policy);

#endif
