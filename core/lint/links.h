/* SPDX-License-Identifier: MIT */
/*
 * links - addresses that lead nowhere, as far as they show it themselves: nobody is asked.
 */
#ifndef MESHREPORT_CORE_LINKS_H
#define MESHREPORT_CORE_LINKS_H

#include "lint/finding.h"

void links_dead(const struct lint *lint);
void links_example(const struct lint *lint);
void links_http(const struct lint *lint);

#endif
