/* SPDX-License-Identifier: MIT */
/*
 * html_feed - what changed since the older edition, as an Atom feed (RFC 4287) beside the page.
 *
 * The words are those of the page's list of changes.  Their links are relative, as in the page: xml:base says to what.
 */
#ifndef MESHREPORT_HTML_FEED_H
#define MESHREPORT_HTML_FEED_H

#include "html/html_page.h"

/* Sets page->feed, the file that the page names; 0, or -1 after an error was reported. */
int html_feed_begin(struct html_page *page);
/* Writes it; 0, or -1 after an error was reported. */
int html_feed_write(struct html_page *page);

#endif
