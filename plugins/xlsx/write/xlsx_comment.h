/* SPDX-License-Identifier: MIT */
/*
 * xlsx_comment - what opens beside a cell: what it was in an older edition, its notes, then version, date, sources and the links that it could not take,
 * which the sheets of notes and details hold as well.
 */
#ifndef MESHREPORT_XLSX_COMMENT_H
#define MESHREPORT_XLSX_COMMENT_H

#include "xlsx/xlsx_writer.h"

/*
 * Of the cell of the comparison that xlsx_rich_write() wrote last; nothing for one without any of it.  `where` is what of
 * the matrix it shows.
 */
void xlsx_comment_put(struct xlsx_writer *writer, uint32_t row, uint32_t col,
		      const struct mr_array *notes, const struct mr_where *where);

#endif
