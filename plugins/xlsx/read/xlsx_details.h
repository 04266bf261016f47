/* SPDX-License-Identifier: MIT */
/*
 * xlsx_details - the sheet of details of a workbook of ours: where words of a cell lead that cannot be its one link.
 */
#ifndef MESHREPORT_XLSX_DETAILS_H
#define MESHREPORT_XLSX_DETAILS_H

#include "common/write/links.h"
#include "xlsx/read/xlsx_area.h"

/* Zeroed storage has none, and may be released. */
struct xlsx_details {
	struct xlsx_area area;
	struct links rows; /* by place: the first row, in its flags */
};

void xlsx_details_read(struct xlsx_book *book, struct xlsx_details *details);
void xlsx_details_release(struct xlsx_details *details);

/* Adds `n` bytes of words, as a link where the details say that they lead somewhere. */
void xlsx_details_link(const struct xlsx_details *details, const struct xlsx_cell *cell,
		       const char *at, size_t n, struct out *text);

#endif
