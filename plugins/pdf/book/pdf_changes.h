/* SPDX-License-Identifier: MIT */
/*
 * pdf_changes - what changed since the old edition: the last words of a changed cell, and the list of all changes.
 */
#ifndef MESHREPORT_PDF_CHANGES_H
#define MESHREPORT_PDF_CHANGES_H

#include "pdf/book/pdf_model.h"

/* Adds to a cell what it was: "~ was no", a small paragraph; nothing where that has not changed. */
void pdf_changes_mark(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
		      uint32_t col, float indent);

/* "Changes since 2023-05-01". */
const char *pdf_changes_title(struct pdf_book *book);
/* The name of the product, or the kind of things, that the entries from `index` on are of. */
struct pdf_block pdf_changes_group(struct pdf_book *book, uint32_t index);
/* One entry with its details; signs hang. */
struct pdf_block pdf_changes_entry(struct pdf_book *book, uint32_t index);
/* What changed of the document itself, or that nothing changed at all; maybe empty. */
struct pdf_block pdf_changes_document(struct pdf_book *book);

#endif
