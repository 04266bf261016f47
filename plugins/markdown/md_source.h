/* SPDX-License-Identifier: MIT */
/*
 * md_source - a page as cmark-gfm gets it: byte for byte as long as the file, and a little more.
 *
 * Lines that are for the program that builds the site are blanked in place, so that lines and columns stay
 * those of the file: front matter (YAML or TOML), Liquid and Hugo tags alone on their lines, attribute lists
 * of kramdown, imports and exports of MDX.  What front matter says of the page is handed over as its title,
 * language and day.
 */
#ifndef MESHREPORT_MD_SOURCE_H
#define MESHREPORT_MD_SOURCE_H

#include "common/read/lines.h"
#include "common/write/out.h"

#include <meshreport/plugin.h>

/* `lines` are those of the file; `out` (into memory) gets the text.  0, or -1 without memory. */
int md_source_make(struct mr_source *source, struct lines *lines, struct out *out);

/* The label that a line defines as a note's, borrowed; null for other lines.  Quotations may hold one. */
const char *md_source_label(const char *line, size_t n, size_t *out_n);

#endif
