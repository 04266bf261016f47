/* SPDX-License-Identifier: MIT */
/*
 * changes_declared - what differs in what the datasets declare beside their tables, as their keepers write it:
 * "statuses.partial: Partly", "profiles.bank: require: [mtls], partial: 0.25".
 */
#ifndef MESHREPORT_COMMON_CHANGES_DECLARED_H
#define MESHREPORT_COMMON_CHANGES_DECLARED_H

#include "common/change/changes_details.h"

/* Hands each status and profile that differs to `put`; either side is "" where it is new or gone. */
void changes_declared(const struct mr_matrix *m, changes_put_own *put, void *context);

#endif
