/* SPDX-License-Identifier: MIT */
/*
 * canon_ranking - a ranking for programs: "x-ranking" of the JSON.
 */
#ifndef MESHREPORT_CORE_CANON_RANKING_H
#define MESHREPORT_CORE_CANON_RANKING_H

#include "canon/making.h"

/* Null without a ranking and where memory was refused. */
struct node *canon_ranking(struct making *making);

#endif
