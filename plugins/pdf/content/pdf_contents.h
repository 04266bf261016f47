/* SPDX-License-Identifier: MIT */
/*
 * pdf_contents - the printed table of contents: parts of the handout, and below each table its categories, with
 * the pages on which they begin.
 *
 * It stands behind the title, on pages of its own; what follows begins a page.  Entries are rows like all
 * others, so a long one is divided like all others; page numbers are known when they are painted.
 */
#ifndef MESHREPORT_PDF_CONTENTS_H
#define MESHREPORT_PDF_CONTENTS_H

#include "pdf/content/pdf_model.h"

/* How deep a row stands in the contents: 1 a part, 2 a category; 0: not at all. */
uint32_t pdf_contents_level(const struct pdf_book *book, const struct pdf_row *row);
/* The slots of an entry: its name, and the number of its page. */
#define PDF_CONTENTS_SLOTS 2u
struct pdf_block pdf_contents_name(struct pdf_book *book, const struct pdf_row *entry);
struct pdf_block pdf_contents_number(struct pdf_book *book, const struct pdf_row *entry);
/* Points: how far in an entry begins, and where its number ends. */
float pdf_contents_indent(const struct pdf_book *book, const struct pdf_row *entry);
float pdf_contents_width(const struct pdf_book *book);

#endif
