/* SPDX-License-Identifier: MIT */
/*
 * xlsx_sheet - the cells of one sheet with what is said of them elsewhere.
 *
 * Merged cells are one, links and comments belong to their cell, what is hidden is marked.  A formula is its
 * last value.  Panes that are frozen mark heads.
 */
#ifndef MESHREPORT_XLSX_SHEET_H
#define MESHREPORT_XLSX_SHEET_H

#include "xlsx/read/xlsx_book.h"
#include "xlsx/read/xlsx_cells.h"

struct xlsx_sheet;

/* Null after an error was reported, or where the workbook does not hold it. */
struct xlsx_sheet *xlsx_sheet_read(struct xlsx_book *book, const struct xlsx_sheet_entry *entry);
void xlsx_sheet_free(struct xlsx_sheet *sheet);

const struct xlsx_cells *xlsx_sheet_cells(const struct xlsx_sheet *sheet);

#endif
