/* SPDX-License-Identifier: MIT */
/* html_summary - on the page of a product: what it has, has partly, lacks, and of what nobody knows, each as a list that leads to the rows. */
#ifndef MESHREPORT_HTML_SUMMARY_H
#define MESHREPORT_HTML_SUMMARY_H

#include "html/html_page.h"

/* Writes nothing on any other page. */
void html_summary_put(struct html_page *page, struct out *out);

#endif
