/* SPDX-License-Identifier: MIT */
/*
 * html_ranking - which products suit somebody: a table with intervals, who fails what, and what would decide it.
 *
 * The script makes the same elements anew when a reader sets other weights (templates/html/script_ranking.js).
 */
#ifndef MESHREPORT_HTML_RANKING_H
#define MESHREPORT_HTML_RANKING_H

#include "html/html_page.h"

/* "Ranking: A bank", "" without a ranking; lives as long as the job. */
const char *html_ranking_title(struct html_page *page);
/* What stands below the heading; nothing without a ranking. */
void html_ranking_put(struct html_page *page, struct out *out);

#endif
