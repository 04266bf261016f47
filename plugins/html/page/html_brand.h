/* SPDX-License-Identifier: MIT */
/*
 * html_brand - what a house has in a page: its line above the title, its logo beside it, its line in the foot, its
 * colour.  A fragment has the colour alone: logo and lines are its site's.
 */
#ifndef MESHREPORT_HTML_BRAND_H
#define MESHREPORT_HTML_BRAND_H

#include "html/html_page.h"

/* From the options at `first`, which page->brand keeps; 0, or -1 after an error. */
int html_brand_read(struct html_page *page, uint32_t first);

/* Whether the head of the page, or its foot, has something of the house's. */
bool html_brand_has_head(const struct html_page *page);
bool html_brand_has_foot(const struct html_page *page);
void html_brand_head(struct html_page *page, struct out *out);
void html_brand_foot(struct html_page *page, struct out *out);

/* The rules for them; nothing where the house has nothing. */
void html_brand_style(struct html_page *page, struct out *out);

#endif
