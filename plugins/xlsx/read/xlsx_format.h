/* SPDX-License-Identifier: MIT */
/*
 * xlsx_format - a number as its format code shows it (ECMA-376 part 1, 18.8.30 and 18.8.31).
 *
 * Dates and times, percent, decimals, thousands, and the letters around them.  Fractions and exponents are shown as
 * General shows them; month names are English; a date in the system's own order is ISO 8601.
 */
#ifndef MESHREPORT_XLSX_FORMAT_H
#define MESHREPORT_XLSX_FORMAT_H

#include "common/write/out.h"

#include <stdbool.h>

/* The code of a built-in format; "General" for one that is not known. */
const char *xlsx_format_builtin(long id);

/* Adds plain letters.  `letters` is the number as the file has it; `is_1904`: days are counted from 1904. */
void xlsx_format_put(struct out *out, const char *code, const char *letters, bool is_1904);

/* The literal letters that a format shows before the text that a cell has ("@"), or behind it. */
void xlsx_format_literal(struct out *out, const char *code, bool is_behind);

#endif
