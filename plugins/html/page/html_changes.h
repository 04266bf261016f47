/* SPDX-License-Identifier: MIT */
/*
 * html_changes - what changed since another edition: marks in the table, and the list of it below.
 *
 * A mark is a `details` whose summary is a sign and a word, so the old value is there on demand without a script.
 * Without an older edition nothing is written.
 */
#ifndef MESHREPORT_HTML_CHANGES_H
#define MESHREPORT_HTML_CHANGES_H

#include "common/change/changes.h"
#include "html/html_page.h"

/* Behind the words of a cell. */
void html_changes_cell(struct html_page *page, struct out *out, uint32_t row, uint32_t col);
/* Behind the name of a product, category or feature: leads to the list. */
void html_changes_head(struct html_page *page, struct out *out, enum changes_at at, uint32_t index);
/* Whether the feature or one of its cells is new or other. */
bool html_changes_row(const struct html_page *page, uint32_t row);
void html_changes_put(struct html_page *page, struct out *out);
/* Its parts: of the document itself, as many changes as are returned; and the group that begins with the entry `first`, as many as it has. */
size_t html_changes_document(struct html_page *page, struct out *out);
size_t html_changes_group(struct html_page *page, struct out *out, const struct changes *changes,
			  size_t first);

#endif
