/* SPDX-License-Identifier: MIT */
/*
 * stats_markdown - the numbers as tables of GitHub Flavored Markdown, for a README or a report of a pipeline: counts
 * and evidence by product and by category, and the day that ages are counted to.
 *
 * Names are letters there: what could be markup in them is escaped.
 */
#ifndef MESHREPORT_CORE_STATS_MARKDOWN_H
#define MESHREPORT_CORE_STATS_MARKDOWN_H

#include "base/buf.h"
#include "stats/stats.h"

void stats_markdown_put(struct buf *out, const struct stats *stats);

#endif
