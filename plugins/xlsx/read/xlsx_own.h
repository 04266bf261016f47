/* SPDX-License-Identifier: MIT */
/*
 * xlsx_own - what a workbook of ours says on its sheets beside the comparison, known by defined names that survive editing.
 *
 *   meshreport.statuses  the labels of the legend, symbols at their left
 *   meshreport.likes     what each counts as, in their order: "ypnux"
 *   meshreport.notes     number, words and place of each note
 *   meshreport.changes   what an older edition said, which is left out, as are its signs in cells and lines in comments
 *   meshreport.details   feature, product, words, address and cell of what a cell has no room for
 *
 * These sheets are no tables to be compared.  With them a cell reads as it was written: its status is that of the symbol that
 * its number format shows, raised numbers refer to notes, a comment says only what is new in it, and words that are underlined
 * lead where the details say.  A workbook without these names is read as any other.
 */
#ifndef MESHREPORT_XLSX_OWN_H
#define MESHREPORT_XLSX_OWN_H

#include "xlsx/read/xlsx_sheet.h"

struct xlsx_own;

/* Reads these sheets and hands the notes over; null for a workbook that is not ours. */
struct xlsx_own *xlsx_own_read(struct xlsx_book *book);
void xlsx_own_free(struct xlsx_own *own);

/* Whether the sheet is one of them. */
bool xlsx_own_has(const struct xlsx_own *own, const struct xlsx_sheet_entry *entry);

/*
 * Adds the Markdown of a cell as it was meant, with references to its notes; `comment` is what remains of its own.  The hint says
 * what its status counts as ("" without).  `code` is its number format.
 */
const char *xlsx_own_cell(struct xlsx_own *own, const struct xlsx_cell *cell,
			  const struct xlsx_cells *cells, const char *code, struct out *text,
			  struct out *comment);

#endif
