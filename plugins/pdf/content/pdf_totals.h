/* SPDX-License-Identifier: MIT */
/*
 * pdf_totals - the row below a table that counts its columns: the coverage of each product, and how many of
 * all that applies it has.  How it is counted stands below the table.
 */
#ifndef MESHREPORT_PDF_TOTALS_H
#define MESHREPORT_PDF_TOTALS_H

#include "pdf/content/pdf_model.h"

/* A table that is turned has its products below each other, and no such row: says so to who asked for it. */
void pdf_totals_vet(const struct pdf_book *book);
bool pdf_totals_has(const struct pdf_book *book, const struct pdf_table *table);
struct pdf_block pdf_totals_name(struct pdf_book *book);
/* "96 %" and below it "23/24"; in a narrow column of signs "96". */
struct pdf_block pdf_totals_cell(struct pdf_book *book, uint32_t col);

#endif
