/* SPDX-License-Identifier: MIT */
/*
 * pdf_hyphen - where a word that fits no line may be divided, by the patterns of the language.
 *
 * The patterns are those of the system (/usr/share/hyphen, where Debian's hyphen-* packages put
 * them), read by libhyphen when the first word must be divided.  Without them words break between
 * letters, as they do in a language that has none.
 */
#ifndef MESHREPORT_PDF_HYPHEN_H
#define MESHREPORT_PDF_HYPHEN_H

#include <stdbool.h>
#include <stdint.h>

struct pdf_hyphen;

/* `language` is BCP 47 and borrowed.  Null only for want of memory, which is no harm. */
struct pdf_hyphen *pdf_hyphen_new(const char *language);
void pdf_hyphen_free(struct pdf_hyphen *hyphen);
/*
 * For shape_options.divide: points[i] is not 0 where a hyphen may stand before byte i of the word's
 * `n`, with two letters or more on each side.
 */
bool pdf_hyphen_divide(void *hyphen, const char *word, uint32_t n, char *points);

#endif
