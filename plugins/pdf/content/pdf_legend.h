/* SPDX-License-Identifier: MIT */
/*
 * pdf_legend - how many statuses stand side by side in a legend, and the legend that every page has
 * above its footer where cells are signs alone.
 */
#ifndef MESHREPORT_PDF_LEGEND_H
#define MESHREPORT_PDF_LEGEND_H

#include "pdf/content/pdf_model.h"

#define PDF_LEGEND_GAP 1.6f /* em between statuses */

/* Measures the statuses once. */
void pdf_legend_measure(struct pdf_book *book);
/* How many statuses fit into a line from `first` on; one at least. */
uint32_t pdf_legend_fitting(const struct pdf_book *book, uint32_t first, float width, float size);
/* What it takes on each page, when the type of the document is `size` points; 0 where it has none. */
float pdf_legend_height(const struct pdf_book *book, float width, float size);
/* The type of that legend, and of the footer. */
float pdf_legend_size(float size);

#endif
