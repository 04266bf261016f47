/* SPDX-License-Identifier: MIT */
/*
 * html_raise - the style sheet of a fragment above that of its host page.
 *
 * A site dresses the tables and lists of its texts: `table tr:nth-child(2n)`, `.content ul`.  Such a selector counts more than
 * a class of ours.  So each of ours is raised by `:not(#_)`, which excludes nothing and counts as an id (Selectors 4, 17):
 * the order among them stays, and no host's class or element comes near.  With that, what a host said of elements within the
 * report can be taken back for all of them (style_fragment.css).
 *
 * Selectors of the report itself (`.mr`, `.mr[data-theme=dark]`) stay as they are: they hold the custom properties, and a house
 * style sets those by `.mr`.
 */
#ifndef MESHREPORT_HTML_RAISE_H
#define MESHREPORT_HTML_RAISE_H

#include "common/write/out.h"

/* `text` is compact, see html_compact.h. */
void html_raise(struct out *out, const char *text, size_t n);

#endif
