/* SPDX-License-Identifier: MIT */
/*
 * pdf_cell - what the matrix says, as blocks: cells, features, categories, heads, notes, references.
 *
 * Each function appends to a store and returns the block.  Symbols hang in a slot before the words;
 * note numbers are raised marks, source numbers stand in brackets; what is secondary (descriptions,
 * since, verified) is smaller, but never under six points.
 */
#ifndef MESHREPORT_PDF_CELL_H
#define MESHREPORT_PDF_CELL_H

#include "pdf/layout/pdf_block.h"
#include "pdf/book/pdf_refs.h"

enum pdf_links { PDF_LINKS_LIST = 0, PDF_LINKS_INLINE = 1, PDF_LINKS_NONE = 2 };

/* Keys of places in the document: a kind and an index. */
enum pdf_place_kind {
	PDF_PLACE_NOTE = 1,
	PDF_PLACE_MARK, /* the first mark of a note */
	PDF_PLACE_REFERENCE,
	PDF_PLACE_CITED, /* where a reference is first named */
	PDF_PLACE_CATEGORY,
	PDF_PLACE_PRODUCT,
	PDF_PLACE_SHEET, /* the fact sheet of a product */
	PDF_PLACE_SECTION
};
#define PDF_KEY(kind, index) ((uint64_t)(kind) << 32 | ((uint64_t)(index) + 1))

struct pdf_words {
	struct mr_job *job;
	const struct mr_matrix *matrix;
	const struct links *refs;
	enum pdf_links links;
	bool has_verified; /* the day of verification in every cell */
	float small; /* size of secondary words, as a multiple of the base size */
	const char **note_names; /* "Note 3", by note; live as long as the document */
	const char **reference_names; /* by reference */
};

/* Makes note_names and reference_names with the job's memory. */
void pdf_words_init(struct pdf_words *words, struct mr_job *job, const struct links *refs);

/* Spans of a rich text; `url` leads where the text itself has no link. */
void pdf_words_text(const struct pdf_words *words, struct pdf_store *store,
		    const struct mr_text *text, uint8_t style, uint8_t ink, const char *url);
/* Plain words, and words of the interface with one place filled. */
void pdf_words_plain(struct pdf_store *store, const char *text, uint8_t style, uint8_t ink);
const char *pdf_words_filled(const struct pdf_words *words, struct pdf_store *store,
			     const char *key, const char *english, const char *place,
			     const char *value);
/* "[3]" behind a word, when links are listed. */
void pdf_words_reference(const struct pdf_words *words, struct pdf_store *store, const char *url);

struct pdf_block pdf_block_cell(const struct pdf_words *words, struct pdf_store *store,
				uint32_t row, uint32_t col, bool is_detailed);
struct pdf_block pdf_block_feature(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t row);
struct pdf_block pdf_block_category(const struct pdf_words *words, struct pdf_store *store,
				    uint32_t category, bool is_continued);
struct pdf_block pdf_block_product(const struct pdf_words *words, struct pdf_store *store,
				   uint32_t col, bool has_link);
struct pdf_block pdf_block_status(struct pdf_store *store, const struct mr_status *status);
/* The number as a link back to the mark, then the words. */
struct pdf_block pdf_block_note(const struct pdf_words *words, struct pdf_store *store,
				uint32_t note);
struct pdf_block pdf_block_reference(const struct pdf_words *words, struct pdf_store *store,
				     uint32_t reference);
/* One paragraph of plain words. */
struct pdf_block pdf_block_words(struct pdf_store *store, const char *text, uint8_t style,
				 uint8_t ink, float size);

#endif
