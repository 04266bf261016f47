/* SPDX-License-Identifier: MIT */
/*
 * pdf_ranking - which products suit somebody: a table before that of features, by what it was counted, and what would decide it.
 */
#ifndef MESHREPORT_PDF_RANKING_H
#define MESHREPORT_PDF_RANKING_H

#include "pdf/content/pdf_model.h"

/* "Ranking: A bank". */
const char *pdf_ranking_title(struct pdf_book *book);
/* The profile's description, requirements and weights, and that nobody meets them; maybe empty. */
struct pdf_block pdf_ranking_about(struct pdf_book *book);
/* A cell of the table, its head or a product's row: product, place, score, what is open or lacking. */
struct pdf_block pdf_ranking_cell(struct pdf_book *book, const struct pdf_row *row,
				  uint32_t column);
/* What would decide it, and how a score is read. */
struct pdf_block pdf_ranking_end(struct pdf_book *book);

/* Makes the table: as wide as the words of places and scores, the rest for products, intervals and remarks. */
void pdf_ranking_share(struct pdf_book *book, struct pdf_table *table);

#endif
