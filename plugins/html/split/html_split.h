/* SPDX-License-Identifier: MIT */
/*
 * html_split - a page for each category and each product beside the page, which then is their index.
 *
 * A page of a category is the page as it is, of these rows: a tool.  A page of a product is read: it has no script, and only
 * the part of the style that it needs, since there may be hundreds of them.  Each is complete by itself, so that
 * one can be mailed or opened from a disk.
 */
#ifndef MESHREPORT_HTML_SPLIT_H
#define MESHREPORT_HTML_SPLIT_H

#include "html/html_page.h"

/* Writes all of them; 0, or -1 after an error was reported. */
int html_split_write(struct html_page *page);

#endif
