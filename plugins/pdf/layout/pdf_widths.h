/* SPDX-License-Identifier: MIT */
/*
 * pdf_widths - how wide the columns of one group of products are.
 *
 * Width goes where it saves lines, of heads as of cells: it is shared out by need, and then moved step
 * by step from columns that do not need it to those that make rows high.  Pure, as pdf_columns is,
 * which chooses the groups.
 */
#ifndef MESHREPORT_PDF_WIDTHS_H
#define MESHREPORT_PDF_WIDTHS_H

#include "pdf/layout/pdf_columns.h"

/*
 * Sets the widths of group `index` in `out`, whose body, size and groups are chosen.  needs[0] is the
 * feature column's, needs[1 + p] that of product p.  0, or -1 without memory.
 */
int pdf_widths_share(const struct pdf_columns_in *in, const struct pdf_need *needs,
		     struct pdf_columns *out, uint32_t index);

/*
 * Raises widths that are less than their need by what others have beyond theirs; the sum stays.
 * False where all needs together are more than that: then the widths are shared out by need.
 */
bool pdf_widths_raise(float *widths, const float *needs, uint32_t n);

/* Lines a text of this width takes in a column of `width` em: an estimate, at least 1. */
uint32_t pdf_widths_lines(const struct pdf_width *text, float width);

/* em that the slanted names of products first .. end - 1 need behind the last column; 0 without such. */
float pdf_widths_tail(const struct pdf_columns_in *in, const struct pdf_need *needs, uint32_t first,
		      uint32_t end);

#endif
