/* SPDX-License-Identifier: MIT */
/* markdown_scan - what a look at a text tells before it is parsed: most hold no markup, and some would take too long. */
#ifndef MESHREPORT_CORE_MARKDOWN_SCAN_H
#define MESHREPORT_CORE_MARKDOWN_SCAN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Whether a source could hold markup (CommonMark 0.30, chapters 2.4, 2.5 and 6), or white space that
 * needs care.  If not, it is words as they stand.
 */
bool markdown_scan_for_markup(const char *source, size_t n);

/* How many of '<?', '<![CDATA[' and '<!A' a source has whose end does not stand behind them; plugins/markdown/md_limits counts alike. */
size_t markdown_scan_open(const char *source, size_t n);

/* Space, tab, line feed. */
bool markdown_scan_is_space(char c);

#endif
