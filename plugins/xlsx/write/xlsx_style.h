/* SPDX-License-Identifier: MIT */
/*
 * xlsx_style - formats of cells, of letters in them, and those that a condition puts on; each made once.
 *
 * Colours come from the palette that all documents share.
 */
#ifndef MESHREPORT_XLSX_STYLE_H
#define MESHREPORT_XLSX_STYLE_H

#include "xlsx/xlsx_writer.h"

void xlsx_style_init(struct xlsx_writer *writer);
void xlsx_style_release(struct xlsx_writer *writer);

/* The look of a cell; null status is that of words. */
enum xlsx_look xlsx_style_look(const struct xlsx_writer *writer, const struct mr_cell *cell);

/*
 * A cell of that look, whose notes are group `group` of the marks, all letters in `font` (a sum of enum xlsx_font).
 * With `is_shown` the number format shows symbol and marks.
 */
lxw_format *xlsx_style_cell(struct xlsx_writer *writer, uint32_t look, uint32_t group,
			    unsigned font, bool is_shown);

/* Some letters of a cell of that look. */
lxw_format *xlsx_style_letters(struct xlsx_writer *writer, uint32_t look, unsigned font);

/* What a condition makes of a cell: it gets this look. */
lxw_format *xlsx_style_condition(struct xlsx_writer *writer, uint32_t look, uint32_t group);

#endif
