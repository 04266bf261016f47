/* SPDX-License-Identifier: MIT */
/*
 * pdf_changes - what changed since the old edition: the last words of a changed cell or name, what tells of these
 * marks at the front, and the list of all changes.
 */
#ifndef MESHREPORT_PDF_CHANGES_H
#define MESHREPORT_PDF_CHANGES_H

#include "pdf/content/pdf_model.h"

#define PDF_CHANGES_BAR 0.7f /* room for a bar like that of changed cells, in em */

/*
 * Adds to a cell what it was, as a small paragraph: "~ was no"; "~ Source" where its value is the same; nothing where
 * it has not changed.  The paragraph before must end with a blank.
 */
void pdf_changes_mark(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
		      uint32_t col);
/* The same for a product, category or feature: "+ added", "~ was Conduit"; other changes stand in the list alone. */
void pdf_changes_head(const struct pdf_words *words, struct pdf_store *store, enum changes_at at,
		      uint32_t index);
bool pdf_changes_has_head(const struct mr_matrix *m, enum changes_at at, uint32_t index);
/* "Changes since 2023-05-01 · ~ was … · + added": since when, and the signs there are. */
struct pdf_block pdf_changes_legend(struct pdf_book *book);

/* "Changes since 2023-05-01". */
const char *pdf_changes_title(struct pdf_book *book);
/* Whether an entry begins a group. */
bool pdf_changes_begins(const struct pdf_book *book, size_t index);
/* The name of the product, or the kind of things, that the entries from `index` on are of. */
struct pdf_block pdf_changes_group(struct pdf_book *book, uint32_t index);
/* One entry with its details; signs hang. */
struct pdf_block pdf_changes_entry(struct pdf_book *book, uint32_t index);
/* What changed of the document itself, or that nothing changed at all; maybe empty. */
struct pdf_block pdf_changes_document(struct pdf_book *book);

#endif
