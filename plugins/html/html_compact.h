/* SPDX-License-Identifier: MIT */
/*
 * html_compact - a style sheet or script without what is for who reads the template only: comments, and blanks that
 * mean nothing.
 *
 * Strings, templates and regular expressions are copied as they are; no template stands within another.  Line ends of a
 * script that might end a statement stay, a semicolon before a closing brace does not: no statement is empty.  `const`
 * becomes `let`, which is said once for those that stand together, and a name of `names` (which may be null) its short one.
 */
#ifndef MESHREPORT_HTML_COMPACT_H
#define MESHREPORT_HTML_COMPACT_H

#include "common/write/out.h"
#include "html/html_names.h"

void html_compact_style(struct out *out, const char *text, size_t n);
void html_compact_script(struct out *out, const char *text, size_t n,
			 const struct html_names *names);

/*
 * A style sheet whose sizes do not follow the rem of a host page, which may be anything: rem becomes a property of its own,
 * 16px unless the site says another.  Conditions (@media, @container) keep theirs.
 */
void html_compact_unrooted(struct out *out, const char *text, size_t n);

/* A style sheet that asks the window (@media) what it asked the place of the table (@container): a page has no box around it. */
void html_compact_windowed(struct out *out, const char *text, size_t n);

#endif
