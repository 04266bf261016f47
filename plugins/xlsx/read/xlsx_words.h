/* SPDX-License-Identifier: MIT */
/*
 * xlsx_words - letters and runs of a cell or comment as inline Markdown.
 */
#ifndef MESHREPORT_XLSX_WORDS_H
#define MESHREPORT_XLSX_WORDS_H

#include "common/write/out.h"
#include "xlsx/read/xlsx_part.h"

/*
 * What stands around letters that were underlined apart, where that is asked for: XML has no such characters (1.0, 2.2), so
 * that they are no letters.
 */
enum { XLSX_WORDS_LINK = 1, XLSX_WORDS_LINK_END = 2 };

/*
 * Adds the words up to the end of the element `end` that the part stands at.  Raised, lowered and struck runs keep
 * that; readings of Asian letters (<rPh>) are left out.  With `is_ours` the runs are those that we write: strong and small
 * ones keep that, underlined ones are marked.
 */
void xlsx_words_put(struct xlsx_part *part, const char *end, bool is_ours, struct out *out);

#endif
