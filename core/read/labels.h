/* SPDX-License-Identifier: MIT */
/*
 * labels - what the page itself calls a status: where its cells say "in preview" or "支持", the status is
 * called so, once, and only cells that say it otherwise keep words of their own.
 */
#ifndef MESHREPORT_CORE_LABELS_H
#define MESHREPORT_CORE_LABELS_H

#include "read/draft.h"

/* Settles the labels of statuses that no legend named, and the words of the cells accordingly. */
void labels_settle(struct draft *draft, struct reading *reading);

#endif
