/* SPDX-License-Identifier: MIT */
/*
 * xlsx_aside - the sheets beside the comparison.
 *
 *   legend    title, day, credit, selection; the statuses, from which a cell's list is taken
 *   notes     each note with its number and where it belongs
 *   details   what a cell has no room for: sources, versions, dates, second links
 */
#ifndef MESHREPORT_XLSX_ASIDE_H
#define MESHREPORT_XLSX_ASIDE_H

#include "xlsx/xlsx_writer.h"

void xlsx_aside_legend(struct xlsx_writer *writer);
void xlsx_aside_notes(struct xlsx_writer *writer);

/*
 * What is left to say of the cell that xlsx_rich_write() wrote last: links that it could not take, and the details of
 * `cell`, or null.
 */
void xlsx_aside_tell(struct xlsx_writer *writer, const struct mr_where *where,
		     const struct mr_cell *cell);
/* After the last of them. */
void xlsx_aside_details_end(struct xlsx_writer *writer);

#endif
