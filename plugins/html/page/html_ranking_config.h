/* SPDX-License-Identifier: MIT */
/*
 * html_ranking_config - what the script needs to count a ranking anew: profiles, weights and requirements as JSON.
 *
 * Numbers are strings of the dataset's digits, since the script counts in whole numbers (templates/html/script_rank.js).
 */
#ifndef MESHREPORT_HTML_RANKING_CONFIG_H
#define MESHREPORT_HTML_RANKING_CONFIG_H

#include "html/html_page.h"

/* Members of an object, each after a comma: the dataset's profiles, and what the command line asked for; nothing without. */
void html_ranking_config(struct html_page *page, struct out *out);

#endif
