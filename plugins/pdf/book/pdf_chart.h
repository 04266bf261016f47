/* SPDX-License-Identifier: MIT */
/*
 * pdf_chart - the chart of the summary page.
 */
#ifndef MESHREPORT_PDF_CHART_H
#define MESHREPORT_PDF_CHART_H

#include "pdf/book/pdf_model.h"

/* Draws book->chart anew for the body at hand; one that cannot be drawn has failed and is left out. */
void pdf_chart_make(struct pdf_book *book);
/* A note of one that was left out, once the layout is chosen. */
void pdf_chart_report(const struct pdf_book *book);

#endif
