/* SPDX-License-Identifier: MIT */
/*
 * docx_grid - a table's elements: the comparison and a ranking are made of them.
 *
 *     docx_grid_begin(...); { docx_grid_row(); { docx_grid_cell(); ... docx_grid_end(); } docx_grid_end(); } docx_grid_end();
 */
#ifndef MESHREPORT_DOCX_GRID_H
#define MESHREPORT_DOCX_GRID_H

#include "docx/docx_book.h"

/* As wide as the page's room; `description` is what a screen reader says of it before its cells. */
void docx_grid_begin(struct docx_book *book, const char *description, const uint32_t *widths,
		     uint32_t n);
/* Not split between pages; a head is repeated on each. */
void docx_grid_row(struct docx_book *book, bool is_head);
/* `ground` is a colour in hexadecimal digits, or null. */
void docx_grid_cell(struct docx_book *book, uint32_t width, uint32_t span, const char *ground);
/* The last of these that was begun. */
void docx_grid_end(struct docx_book *book);

#endif
