/* SPDX-License-Identifier: MIT */
/*
 * xlsx_notes - comments of a sheet, as notes of its cells.
 *
 * Excel keeps a thread of comments in a part of its own, and a copy for older programs among the others, which begins with words in
 * the writer's language: the thread is read where there is one.  A cell without words that has a comment becomes a cell,
 * where it stands among the others: "not tried yet" is said there.
 */
#ifndef MESHREPORT_XLSX_NOTES_H
#define MESHREPORT_XLSX_NOTES_H

#include "xlsx/read/xlsx_cells.h"

/* `cells` are sorted, before and after.  Errors are reported. */
void xlsx_notes_read(struct xlsx_book *book, const struct xlsx_sheet_entry *entry,
		     const struct xlsx_links *links, struct xlsx_cells *cells);

#endif
