/* SPDX-License-Identifier: MIT */
/*
 * tongue - days and numbers as a language has them, without a locale: the same words on every machine.
 *
 * As the CLDR writes them (Unicode, UTS 35), day and number alike in Latin digits.  A language that is none of the
 * interface's gets ISO 8601 and a point.
 */
#ifndef MESHREPORT_CORE_TONGUE_H
#define MESHREPORT_CORE_TONGUE_H

#include <stdint.h>

#include <meshreport/plugin.h>

#include "base/buf.h"

/* "3 March 2026"; nothing for year 0.  `language` is a BCP 47 tag of which the first part decides. */
void tongue_put_date(struct buf *out, const char *language, struct mr_date date);

/* "1,234.5" with as many decimals, 6 at most; what is beyond 10^9 is cut to it, what is no number is 0. */
void tongue_put_number(struct buf *out, const char *language, double number, uint32_t decimals);

#endif
