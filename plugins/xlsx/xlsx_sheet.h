/* SPDX-License-Identifier: MIT */
/*
 * xlsx_sheet - one sheet as a grid, from the first row and column that say something.
 *
 * Merged cells are one, links and comments belong to their cell, what is hidden is marked.  A formula is its
 * last value.  Panes that are frozen mark heads.
 */
#ifndef MESHREPORT_XLSX_SHEET_H
#define MESHREPORT_XLSX_SHEET_H

#include "xlsx/xlsx_book.h"

/* 0, or -1 after an error was reported. */
int xlsx_sheet_put(struct xlsx_book *book, const struct xlsx_sheet_entry *entry);

#endif
