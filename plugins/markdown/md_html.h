/* SPDX-License-Identifier: MIT */
/*
 * md_html - a block of HTML within a page: read as the html reader reads pages.
 *
 * A table with blank lines in it is several blocks for Markdown, and what stands between them is Markdown.  It is
 * read as one piece, up to the block that closes it.
 */
#ifndef MESHREPORT_MD_HTML_H
#define MESHREPORT_MD_HTML_H

#include "markdown/md_page.h"

/* The last sibling that was read along, null for none. */
cmark_node *md_html_put(struct md_page *page, cmark_node *block);

#endif
