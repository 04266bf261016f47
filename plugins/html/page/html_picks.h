/* SPDX-License-Identifier: MIT */
/*
 * html_picks - the products that a reader ticks on a phone where no script runs: only they are seen.
 *
 * report.html holds the list, style_phone.css what all of it has in common.  A style sheet cannot carry a place from one
 * element to another, so each product has one selector here; they stand where the table's place is narrow and on a
 * screen, and mean nothing to any other page.
 */
#ifndef MESHREPORT_HTML_PICKS_H
#define MESHREPORT_HTML_PICKS_H

#include "html/html_page.h"

/* Two products stand beside each other without; and without a style there is nothing to choose by. */
bool html_picks_are_wanted(const struct html_page *page);
/* The rule, where they are wanted. */
void html_picks_style(const struct html_page *page, struct out *out);

#endif
