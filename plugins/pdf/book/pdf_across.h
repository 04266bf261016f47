/* SPDX-License-Identifier: MIT */
/*
 * pdf_across - groups of products page by page from left to right (-O order=across).
 *
 * The rows of all groups are cut into the same stretches, as many as a page holds, and each row is as
 * high in every group as in that where it is highest: laid beside each other the sheets of a stretch
 * are one wide table.
 */
#ifndef MESHREPORT_PDF_ACROSS_H
#define MESHREPORT_PDF_ACROSS_H

#include "pdf/content/pdf_model.h"

/* Puts book->rows into that order, when it is wished and there is more than one group; -1 without memory. */
int pdf_across_order(struct pdf_book *book);

#endif
