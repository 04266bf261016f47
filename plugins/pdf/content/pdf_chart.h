/* SPDX-License-Identifier: MIT */
/*
 * pdf_chart - the chart of the summary page, and the one that is wished (-O chart) below the table.
 */
#ifndef MESHREPORT_PDF_CHART_H
#define MESHREPORT_PDF_CHART_H

#include "pdf/content/pdf_model.h"

/*
 * Draws book->chart and book->figures anew for the body at hand; what cannot be drawn, or not read, is
 * left out.
 */
void pdf_chart_make(struct pdf_book *book);
/* Whether the chart that is wished can be drawn on a body. */
bool pdf_chart_fits(struct pdf_book *book, const struct pdf_body *body);
void pdf_chart_release(struct pdf_book *book);
/* Says what was left out, once the layout is chosen. */
void pdf_chart_report(const struct pdf_book *book);

#endif
