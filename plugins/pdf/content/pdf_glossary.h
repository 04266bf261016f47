/* SPDX-License-Identifier: MIT */
/*
 * pdf_glossary - descriptions of features and categories as a part of their own, below the table, which
 * then holds the names alone.
 *
 * In the order of the table: a category is in it if it or one of its features has a description.  A name
 * in the table leads to its entry, unless it leads elsewhere already; the entry's name leads back.
 */
#ifndef MESHREPORT_PDF_GLOSSARY_H
#define MESHREPORT_PDF_GLOSSARY_H

#include "pdf/content/pdf_model.h"

/* What of a description stands in the table: itself, or nothing where there is a glossary. */
const struct mr_text *pdf_glossary_rest(const struct pdf_words *words,
					const struct mr_text *description);
/* The name of a feature in the table. */
void pdf_glossary_name(const struct pdf_words *words, struct pdf_store *store, uint32_t row,
		       uint8_t style);

/* Says so to who asked for a glossary where nothing is described. */
void pdf_glossary_vet(const struct pdf_book *book);
/* Whether the document has a glossary, and the category a part of it. */
bool pdf_glossary_is_there(const struct pdf_book *book);
bool pdf_glossary_has_category(const struct pdf_book *book, uint32_t index);
bool pdf_glossary_has_feature(const struct pdf_book *book, uint32_t row);

struct pdf_block pdf_glossary_category(struct pdf_book *book, uint32_t index);
struct pdf_block pdf_glossary_feature(struct pdf_book *book, uint32_t row);

#endif
