/* SPDX-License-Identifier: MIT */
/*
 * xlsx_words - letters and runs of a cell or comment as inline Markdown.
 */
#ifndef MESHREPORT_XLSX_WORDS_H
#define MESHREPORT_XLSX_WORDS_H

#include "common/write/out.h"
#include "xlsx/xlsx_part.h"

/*
 * Adds the words up to the end of the element `end` that the part stands at.  Raised, lowered and struck runs keep
 * that; readings of Asian letters (<rPh>) are left out.
 */
void xlsx_words_put(struct xlsx_part *part, const char *end, struct out *out);

#endif
