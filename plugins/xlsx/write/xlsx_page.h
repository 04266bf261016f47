/* SPDX-License-Identifier: MIT */
/*
 * xlsx_page - a sheet beside the comparison: its columns, cells of plain words, rows as high as they need, the name of its
 * area, and the way from a row to the cell of the comparison that it is about.
 */
#ifndef MESHREPORT_XLSX_PAGE_H
#define MESHREPORT_XLSX_PAGE_H

#include "xlsx/write/xlsx_rich.h"
#include "xlsx/xlsx_writer.h"

/* Widths of its columns, paper, foot. */
void xlsx_page_set_up(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet);

/* Letters of a line in a column that is not cut. */
uint32_t xlsx_page_room(enum xlsx_writer_sheet sheet, uint32_t col);

/* What was gathered, and how many lines it takes. */
void xlsx_page_write(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		     uint32_t col, const struct xlsx_rich_how *how);

/* One cell of plain words, which lead to `url`. */
void xlsx_page_put(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		   uint32_t col, const char *words, const char *url,
		   const struct xlsx_rich_how *how);

/* The row is as high as its cells need. */
void xlsx_page_end_row(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row);

/* The name that formulas and our reader know an area by; `columns` are its first and last. */
void xlsx_page_define(struct xlsx_writer *writer, const char *name, enum xlsx_writer_sheet sheet,
		      uint32_t first_row, uint32_t last_row, const char *columns);

/* The cell of the comparison that how->where names, which leads there; nothing for what has none. */
void xlsx_page_jump(struct xlsx_writer *writer, enum xlsx_writer_sheet sheet, uint32_t row,
		    uint32_t col, const struct xlsx_rich_how *how);

#endif
