/* SPDX-License-Identifier: MIT */
/*
 * pdf_signs - cells as signs alone, for wide tables (-O cells=signs).
 *
 * A sign has its words for who cannot see it.  What it does not say on paper (words of its own,
 * items, parts, sources, since when, what it was) has a letter, which leads to the list of details
 * below the table; cells that have the same details share one.  Notes keep their numbers.
 */
#ifndef MESHREPORT_PDF_SIGNS_H
#define MESHREPORT_PDF_SIGNS_H

#include "pdf/content/pdf_words.h"

#define PDF_SIGN_SLOT 0.95f /* em that a sign takes */

/* Zeroed storage is a table of words. */
struct pdf_signs {
	uint32_t *numbers; /* by cell, row by row: of its details from 1 on; 0: none.  Owned */
	struct pdf_sign {
		uint32_t row, col; /* the first cell that has them */
		const char *name; /* "Details a", as long as the document lives */
	} * at; /* owned */
	uint32_t n, size;
	struct pdf_sign_needs { /* by column of the table, at most; owned */
		uint32_t marks; /* letters and digits behind a sign */
		float words; /* em: of words that stand in the table, about */
	} * needs;
};

/* em of a letter behind a sign, at the size of the sign's words. */
#define PDF_SIGN_LETTER 0.62f

/* Finds what has to be told below the table; 0, or -1 without memory. */
int pdf_signs_find(struct pdf_signs *signs, const struct pdf_words *words, bool is_turned);
/* Whether a status that no cell or part has is the sign of a cell: of parts as a whole. */
bool pdf_signs_shows(const struct mr_matrix *m, uint32_t status);
void pdf_signs_release(struct pdf_signs *signs);

/* A cell; its sign fills a slot of PDF_SIGN_SLOT, letters and numbers follow. */
struct pdf_block pdf_signs_cell(const struct pdf_words *words, struct pdf_store *store,
				const struct pdf_signs *signs, uint32_t row, uint32_t col);
/* A feature with its category and what it means, as one paragraph for a slanted head. */
struct pdf_block pdf_signs_feature(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t row);
/* The name of a product as one paragraph, for a slanted head. */
struct pdf_block pdf_signs_product(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t col);
/* em: of the widest of `n` letters of the list, about. */
float pdf_signs_label_width(uint32_t n);
/* An entry of the list: its letter, and what it tells. */
struct pdf_block pdf_signs_label(const struct pdf_words *words, struct pdf_store *store,
				 const struct pdf_signs *signs, uint32_t index);
struct pdf_block pdf_signs_detail(const struct pdf_words *words, struct pdf_store *store,
				  const struct pdf_signs *signs, uint32_t index);

#endif
