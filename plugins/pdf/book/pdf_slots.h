/* SPDX-License-Identifier: MIT */
/*
 * pdf_slots - what stands in a row: each function fills book->slots anew, from book->store, which is
 * cleared before, and returns their number.
 *
 * A row is built when it is measured, when it is planned and when it is painted, since keeping what
 * was built would make memory grow with the table; plain cells are kept (see pdf_kept).
 */
#ifndef MESHREPORT_PDF_SLOTS_H
#define MESHREPORT_PDF_SLOTS_H

#include "pdf/content/pdf_model.h"

/* At most book->n_places, for rows of book->rows and for the head of each table. */
uint32_t pdf_slots_of(struct pdf_book *book, const struct pdf_row *row);
/* Whether the names of products stand slanted above the columns of a table. */
bool pdf_slots_is_slanted(const struct pdf_book *book, const struct pdf_table *table);
/* Of a slanted name in book->store: its length, and what its lines take together; em. */
void pdf_slots_slant(const struct pdf_book *book, struct pdf_block block, float *length,
		     float *thickness);
/* A cell of the summary, its head or a product's row; column 0 is the product. */
struct pdf_block pdf_slots_count(struct pdf_book *book, const struct pdf_row *row, uint32_t column);
/*
 * The heading of a category as it is repeated, cut to book->continued_lines: its whole name stands
 * where the category begins.  One slot.
 */
uint32_t pdf_slots_continued(struct pdf_book *book, const struct pdf_table *table,
			     uint32_t category);
/* An item of the row's list, in a column that begins at `x`: its number and its words, two slots. */
uint32_t pdf_slots_item(struct pdf_book *book, const struct pdf_row *row,
			const struct pdf_list *list, uint32_t item, float x);
/* One note set across the body, for the foot of a page: its number and its words, two slots. */
uint32_t pdf_slots_note(struct pdf_book *book, uint32_t note);

#endif
