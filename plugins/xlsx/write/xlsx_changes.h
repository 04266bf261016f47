/* SPDX-License-Identifier: MIT */
/*
 * xlsx_changes - what changed since an older edition: a sheet with a row a change, and what the comment of a changed cell says.
 *
 * The rows are those of changes.h: sign, product, feature, what it was, what it is, details, the cell.
 */
#ifndef MESHREPORT_XLSX_CHANGES_H
#define MESHREPORT_XLSX_CHANGES_H

#include "xlsx/xlsx_writer.h"

enum { XLSX_CHANGES_NAME = 256 };

/* What the sheet is called, in `name`: "Changes since 2019-11-06", "" without an older edition. */
const char *xlsx_changes_name(const struct xlsx_writer *writer, char name[XLSX_CHANGES_NAME]);

/* What the signs mean, as a row of the legend. */
void xlsx_changes_legend(struct xlsx_writer *writer, uint32_t row);

void xlsx_changes_write(struct xlsx_writer *writer);

/*
 * The lines of a comment for what changed: "~ was: ✗ no", "~ + Note: by hand".  Each begins with a sign and a blank, by which
 * our reader leaves it out.
 */
void xlsx_changes_comment(struct out *out, const struct xlsx_writer *writer,
			  const struct mr_where *where);

#endif
