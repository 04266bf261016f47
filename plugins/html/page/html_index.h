/* SPDX-License-Identifier: MIT */
/* html_index - what stands in the index of several pages: the categories and the products, each with its counts and its page. */
#ifndef MESHREPORT_HTML_INDEX_H
#define MESHREPORT_HTML_INDEX_H

#include "html/html_page.h"

void html_index_put(struct html_page *page, struct out *out);

#endif
