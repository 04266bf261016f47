/* SPDX-License-Identifier: MIT */
/*
 * stats_text - the numbers as lines to read: a table of products, one of categories, one of statuses, and how well
 * it is all sourced.  What could steer a terminal is made visible.
 */
#ifndef MESHREPORT_CORE_STATS_TEXT_H
#define MESHREPORT_CORE_STATS_TEXT_H

#include "base/buf.h"
#include "stats/stats.h"

void stats_text_put(struct buf *out, const struct stats *stats);

#endif
