/* SPDX-License-Identifier: MIT */
/* latex_macros - definitions of the templates, as a document or a fragment has them. */
#ifndef LATEX_MACROS_H
#define LATEX_MACROS_H

#include "common/write/out.h"

/*
 * Definitions with a % behind each line: the fragment may stand inside a paragraph or a box, and
 * every line's end would be a blank there.
 */
void latex_macros_write(struct out *out, const struct mr_bytes *text);

/*
 * Fonts by name, joined by commas, and before them the definitions that they need; nothing for "".  Each table has its
 * own: two with different ones may stand in one paper.
 */
void latex_macros_fonts(struct out *out, const char *fonts, const struct mr_bytes *text);

#endif
