/* SPDX-License-Identifier: MIT */
/*
 * pdf_chart - the chart of the summary page.
 */
#ifndef MESHREPORT_PDF_CHART_H
#define MESHREPORT_PDF_CHART_H

#include "pdf/book/pdf_model.h"

/* Draws book->chart anew for the body at hand; one that cannot be drawn is left out, with a note. */
void pdf_chart_make(struct pdf_book *book);

#endif
