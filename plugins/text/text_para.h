/* SPDX-License-Identifier: MIT */
/*
 * text_para - words over the whole width: titles, headings, the entries of lists.
 */
#ifndef MESHREPORT_TEXT_PARA_H
#define MESHREPORT_TEXT_PARA_H

#include "text/text_cell.h"

/* Empties the field, to be filled by the caller. */
void text_para_begin(struct text_field *field);

/* Closes the field and writes it, `indent` columns in; its lines hang as it says. */
void text_para_put(struct text_page *page, struct text_field *field, uint32_t indent);

/* An empty line, and a word of the interface as a heading. */
void text_para_heading(struct text_page *page, struct text_field *field, const char *key,
		       const char *english);

#endif
