/* SPDX-License-Identifier: MIT */
/*
 * pdf_title_page - a page before all others: what it is, for whom, of when, what it compares, and whose data.
 *
 * Its parts are rows like all others, in the order of reading.  The title begins below a quarter of the page,
 * in the largest type in which it takes few lines; the credit stands at the foot.  Words keep to a measure
 * that the eye finds its way back in.
 */
#ifndef MESHREPORT_PDF_TITLE_PAGE_H
#define MESHREPORT_PDF_TITLE_PAGE_H

#include "pdf/content/pdf_model.h"

enum pdf_title_part {
	PDF_TITLE_TOP, /* the mark of the house, and white */
	PDF_TITLE_NAME,
	PDF_TITLE_SUBTITLE,
	PDF_TITLE_CLIENT,
	PDF_TITLE_ABOUT, /* the day, the selection */
	PDF_TITLE_COUNTS, /* how many products, features, categories */
	PDF_TITLE_PRODUCTS, /* their names */
	PDF_TITLE_CREDIT,
	PDF_N_TITLE_PARTS
};

/* Names of products for which the page has no room are left to the table. */
bool pdf_title_page_has(struct pdf_book *book, uint32_t part);
/* Points: how wide words are set, how high the white at the top is, what is free above another part. */
float pdf_title_page_width(const struct pdf_book *book);
float pdf_title_page_top(struct pdf_book *book);
float pdf_title_page_gap(struct pdf_book *book, uint32_t part);
/* The words of a part, in book->store. */
struct pdf_block pdf_title_page_block(struct pdf_book *book, uint32_t part);
/* The day of the facts and the selection, in a type of `size`. */
struct pdf_block pdf_title_page_about(struct pdf_book *book, float size);

#endif
