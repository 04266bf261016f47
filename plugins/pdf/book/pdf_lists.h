/* SPDX-License-Identifier: MIT */
/*
 * pdf_lists - notes, references and details of signs: down columns that stand side by side, as many as save room.
 *
 * A list is one row of the document, which is cut where a page ends.  Its parts fill their columns
 * to the room there is, the last part all alike.  Lines hang behind the number of their item, which
 * stays whole unless it is long.
 */
#ifndef MESHREPORT_PDF_LISTS_H
#define MESHREPORT_PDF_LISTS_H

#include "pdf/content/pdf_model.h"

bool pdf_lists_is(const struct pdf_row *row);
struct pdf_list *pdf_lists_of(struct pdf_book *book, const struct pdf_row *row);
/* What was measured for another size or paper. */
void pdf_lists_forget(struct pdf_book *book);
/* Height of the whole list, were a page endless. */
float pdf_lists_height(struct pdf_book *book, const struct pdf_row *row);
/*
 * As pdf_plan_in.split: what of the list fits into `room`.  `ends`, when it is not null, gets
 * where the part begins and where each of its columns ends: 1 + PDF_LIST_MOST spots.
 */
float pdf_lists_split(struct pdf_book *book, const struct pdf_row *row, uint32_t part, float room,
		      struct pdf_spot *ends, bool *is_last);

#endif
