/* SPDX-License-Identifier: MIT */
/*
 * xlsx_comment - what opens beside a cell: its notes, then version, date and sources, which the sheets of notes and details
 * hold as well.
 */
#ifndef MESHREPORT_XLSX_COMMENT_H
#define MESHREPORT_XLSX_COMMENT_H

#include "xlsx/xlsx_writer.h"

/* On the comparison; nothing for a cell without any of it.  `cell` may be null. */
void xlsx_comment_put(struct xlsx_writer *writer, uint32_t row, uint32_t col,
		      const struct mr_array *notes, const struct mr_cell *cell);

#endif
