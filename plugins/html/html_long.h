/* SPDX-License-Identifier: MIT */
/*
 * html_long - words that may be too wide for a column of a phone or of paper.
 *
 * A browser that hyphenates breaks any word that a line's end meets, also one that the next line would hold.  A long word is
 * hence a box of its own: it begins a line where it has to, and only within it, where it is wider than the column, are
 * there hyphens (style_phone.css, style_media.css).
 */
#ifndef MESHREPORT_HTML_LONG_H
#define MESHREPORT_HTML_LONG_H

#include "common/write/out.h"

/*
 * All of it by `put`, long words as <span class="mr-word">.  For text from left to right only: a box among words from
 * right to left would take its place by the page's direction, not by theirs.
 */
void html_long_put(struct out *out, const char *text, size_t n,
		   void (*put)(struct out *out, const char *text, size_t n));

#endif
