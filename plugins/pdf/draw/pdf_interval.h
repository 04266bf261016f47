/* SPDX-License-Identifier: MIT */
/*
 * pdf_interval - the interval of a ranked product as dots on a scale from 0 to 100 %, behind the words of its score.
 *
 * An artifact: the words say the same.
 */
#ifndef MESHREPORT_PDF_INTERVAL_H
#define MESHREPORT_PDF_INTERVAL_H

#include "pdf/draw/pdf_draw.h"

/* Of the row at hand, whose words begin at `y`; nothing for a product without a place, or where there is no room. */
void pdf_interval_draw(struct pdf_drawer *d, const struct pdf_row *row, float y);

#endif
