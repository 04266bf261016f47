/* SPDX-License-Identifier: MIT */
/*
 * pdf_running - what a page of the table is about, for the lines that a house wants on it: the category
 * that its first row is of, as dictionaries have it, and which products of how many stand on it.
 *
 * Asked while pages are painted: the plan says which rows those are.
 */
#ifndef MESHREPORT_PDF_RUNNING_H
#define MESHREPORT_PDF_RUNNING_H

#include "pdf/content/pdf_model.h"

/* "Products 1–7 of 14", in the memory of the store; products are counted from 1. */
const char *pdf_running_range(struct pdf_book *book, uint32_t from, uint32_t to);
/* "" on a page without rows of the table, or where the category has no name. */
const char *pdf_running_category(const struct pdf_book *book, uint32_t page);
/* Such a range, or the product's name where it is one; "" on a page without table and fact sheets. */
const char *pdf_running_products(struct pdf_book *book, uint32_t page);

#endif
