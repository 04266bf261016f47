/* SPDX-License-Identifier: MIT */
/*
 * html_compact - a style sheet or script without what is for who reads the template only.
 */
#ifndef MESHREPORT_HTML_COMPACT_H
#define MESHREPORT_HTML_COMPACT_H

#include "common/write/out.h"

/*
 * Writes `text` without the blanks before its lines, empty lines and comments that begin a line; what
 * follows such a comment on its last line stays.  So a string may not run over lines.
 */
void html_compact(struct out *out, const char *text, size_t n);

#endif
