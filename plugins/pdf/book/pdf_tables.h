/* SPDX-License-Identifier: MIT */
/*
 * pdf_tables - the tables of a document: which columns each has, and how wide they are.
 */
#ifndef MESHREPORT_PDF_TABLES_H
#define MESHREPORT_PDF_TABLES_H

#include "pdf/content/pdf_model.h"

/* book->tables: groups, then the summary's table, then one for each fact sheet, last a ranking's. */
void pdf_tables_make(struct pdf_book *book);
/*
 * Room for the slots of the widest row there is, once all rows are made.  It is counted from tables and rows and
 * not from the matrix: how many statuses stand side by side in a legend is decided by paper and type, whatever
 * the number of products.  Without memory book->failed is set.
 */
void pdf_tables_room(struct pdf_book *book);

#endif
