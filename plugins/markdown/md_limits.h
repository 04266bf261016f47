/* SPDX-License-Identifier: MIT */
/*
 * md_limits - what would cost cmark-gfm far more than its length, found before it is parsed.
 *
 * A table's short rows are filled up to its head: 5,000 columns over 5,000 rows of one cell are 35 KB and took
 * cmark-gfm 0.29.0.gfm.6 22 s and 5.9 GB.  Quotations and lists a thousand deep in each line are quadratic
 * (CVE-2023-24824).  For each '<?', '<![CDATA[' and '<!A' that does not end cmark looks on to the end of the
 * paragraph: 800 KB of them in a cell took 36 s.  All are refused with the line.
 */
#ifndef MESHREPORT_MD_LIMITS_H
#define MESHREPORT_MD_LIMITS_H

#include "common/read/lines.h"

#include <meshreport/plugin.h>

/* Most columns of a table, most cells that cmark may add to short rows, and the deepest nesting. */
enum { MD_LIMITS_COLUMNS = 2100, MD_LIMITS_ADDED = 2000000, MD_LIMITS_DEPTH = 100 };

/* Most openings of a paragraph that do not end in their line. */
enum { MD_LIMITS_OPEN = 256 };

/* 0, or -1 after an error was reported. */
int md_limits_check(struct mr_source *source, const struct lines *lines);

/* Of '<?', '<![CDATA[' and '<!A' those that nothing ends in the line; the cells of a row are parsed one by one.  The dataset's texts are counted alike. */
size_t md_limits_open(const char *line, size_t n);

/* Cells of a row of a table as GFM cuts it: bars that no backslash stands before, those at the ends not counted. */
size_t md_limits_cells(const char *row, size_t n);

#endif
