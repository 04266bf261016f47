/* SPDX-License-Identifier: MIT */
/*
 * pdf_evidence - the appendix that says how each cell is known: by feature, and within it by products that are known
 * alike, so that what they share is printed once.
 *
 * A feature is in it if one of its cells has a source, a day or a since; then all of its cells that state something
 * are.  A sign behind such a cell leads to its feature there, and the feature's name leads back.
 */
#ifndef MESHREPORT_PDF_EVIDENCE_H
#define MESHREPORT_PDF_EVIDENCE_H

#include "pdf/content/pdf_model.h"

/* Finds book->evidence where the user wants it; 0, or -1 without memory. */
int pdf_evidence_find(struct pdf_book *book);
/* Whether an entry begins a feature. */
bool pdf_evidence_begins(const struct pdf_book *book, uint32_t index);
/* The sign behind a cell, where the document has the appendix. */
void pdf_evidence_mark(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
		       const struct mr_cell_detail *detail);

/* The feature of the entry: its name, which leads to its first sign in the table. */
struct pdf_block pdf_evidence_group(struct pdf_book *book, uint32_t index);
/* "✓ Istio, ✓ Consul: verified 2026-08-31, [12] (from the feature)" */
struct pdf_block pdf_evidence_entry(struct pdf_book *book, uint32_t index);

#endif
