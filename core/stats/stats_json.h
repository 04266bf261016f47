/* SPDX-License-Identifier: MIT */
/*
 * stats_json - the numbers as a JSON document; data/README.md has its members, whose order is fixed.
 */
#ifndef MESHREPORT_CORE_STATS_JSON_H
#define MESHREPORT_CORE_STATS_JSON_H

#include "base/buf.h"
#include "stats/stats.h"

void stats_json_put(struct buf *out, const struct stats *stats);

#endif
