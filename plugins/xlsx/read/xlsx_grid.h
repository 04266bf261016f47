/* SPDX-License-Identifier: MIT */
/*
 * xlsx_grid - a sheet as a grid, from the first row and column that say something.
 */
#ifndef MESHREPORT_XLSX_GRID_H
#define MESHREPORT_XLSX_GRID_H

#include "xlsx/read/xlsx_own.h"
#include "xlsx/read/xlsx_sheet.h"

/* Hands the cells over; `own` of a workbook of ours, else null. */
void xlsx_grid_put(struct xlsx_book *book, const struct xlsx_sheet_entry *entry,
		   const struct xlsx_cells *cells, struct xlsx_own *own);

#endif
