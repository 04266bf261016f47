/* SPDX-License-Identifier: MIT */
/*
 * xlsx_area - the areas that the names of our own workbooks stand for ("meshreport.notes" is 'Notes'!$A$1:$C$9).
 *
 * A name may lie: of a sheet that is not there, or of what is no range, there is no area.
 */
#ifndef MESHREPORT_XLSX_AREA_H
#define MESHREPORT_XLSX_AREA_H

#include "xlsx/read/xlsx_sheet.h"

struct xlsx_area {
	struct xlsx_sheet *sheet; /* owned; null without an area */
	const struct xlsx_sheet_entry *entry; /* of the book; null without an area */
	uint32_t from[2], to[2]; /* row and column, from 0 */
};

/* The sheet that a name's area lies on, of which nothing is read; null without an area. */
const struct xlsx_sheet_entry *xlsx_area_sheet(const struct xlsx_book *book, const char *name);

/* Finds the area and reads its sheet; `area` comes zeroed and stays so without one.  Errors of the sheet are reported. */
void xlsx_area_read(struct xlsx_book *book, const char *name, struct xlsx_area *area);
void xlsx_area_release(struct xlsx_area *area);

/* The Markdown of a cell of the area's sheet, borrowed; "" without. */
const char *xlsx_area_field(const struct xlsx_area *area, uint32_t row, uint32_t column);

#endif
