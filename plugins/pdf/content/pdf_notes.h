/* SPDX-License-Identifier: MIT */
/*
 * pdf_notes - notes and references: their marks behind words, and their entries in the lists.
 */
#ifndef MESHREPORT_PDF_NOTES_H
#define MESHREPORT_PDF_NOTES_H

#include "pdf/content/pdf_words.h"

/* Raised numbers behind a word, links to their notes; three or more in a row are "21–24". */
void pdf_notes_marks(const struct pdf_words *words, struct pdf_store *store,
		     const struct mr_array *notes);
/* The sources of a cell: numbers, addresses or links, as the options say. */
void pdf_notes_sources(const struct pdf_words *words, struct pdf_store *store,
		       const struct mr_array *sources);
/* Whether two cells name the same sources in the same order; null details name none. */
bool pdf_notes_is_same(const struct mr_cell_detail *a, const struct mr_cell_detail *b);
/* A number as a link back to its mark, and the words of a note; the address of a reference. */
struct pdf_block pdf_notes_label(const struct pdf_words *words, struct pdf_store *store,
				 uint32_t note);
struct pdf_block pdf_notes_note(const struct pdf_words *words, struct pdf_store *store,
				uint32_t note);
struct pdf_block pdf_notes_reference_label(const struct pdf_words *words, struct pdf_store *store,
					   uint32_t reference);
struct pdf_block pdf_notes_reference(const struct pdf_words *words, struct pdf_store *store,
				     uint32_t reference);

#endif
