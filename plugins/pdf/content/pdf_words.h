/* SPDX-License-Identifier: MIT */
/*
 * pdf_words - words of the matrix and of the interface as spans of a store.
 *
 * Source numbers stand in brackets; what is secondary (descriptions, since, verified) is smaller, but
 * never under six points.
 */
#ifndef MESHREPORT_PDF_WORDS_H
#define MESHREPORT_PDF_WORDS_H

#include "common/write/links.h"
#include "pdf/layout/pdf_block.h"

enum pdf_links { PDF_LINKS_LIST = 0, PDF_LINKS_INLINE = 1, PDF_LINKS_NONE = 2 };

/* Keys of places in the document: a kind and an index. */
enum pdf_place_kind {
	PDF_PLACE_NOTE = 1,
	PDF_PLACE_MARK, /* the first mark of a note */
	PDF_PLACE_REFERENCE,
	PDF_PLACE_CITED, /* where a reference is first named */
	PDF_PLACE_EVIDENCE, /* a feature in the appendix of evidence */
	PDF_PLACE_PROOF, /* the first sign in the table that leads there */
	PDF_PLACE_DETAIL, /* what a sign does not say */
	PDF_PLACE_SIGN, /* the first sign whose letter leads there */
	PDF_PLACE_TERM, /* a feature in the glossary */
	PDF_PLACE_TERMED, /* its name in the table */
	PDF_PLACE_ROW /* where a row begins that is in the contents */
};
#define PDF_KEY(kind, index) ((uint64_t)(kind) << 32 | ((uint64_t)(index) + 1))

struct pdf_words {
	struct mr_job *job;
	const struct mr_matrix *matrix;
	const struct links *refs;
	enum pdf_links links;
	bool has_verified; /* the day of verification in every cell */
	bool has_evidence; /* an appendix of it */
	bool has_glossary; /* of descriptions, which are not in the table then */
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
/* "verified 2024-02-01" */
const char *pdf_words_verified(const struct pdf_words *words, struct pdf_store *store,
			       struct mr_date day);
/* The day of the facts, else the day on which the document is made, else "": "2024-02-01". */
const char *pdf_words_day(const struct pdf_words *words, struct pdf_store *store);
/* "12"; "78 %", or a dash for a coverage of nothing; in the memory of the store. */
const char *pdf_words_number(struct pdf_store *store, uint64_t value);
const char *pdf_words_percent(struct pdf_store *store, double coverage);
/* The ink of the sign of a status that counts as `like`. */
uint8_t pdf_words_ink(uint32_t like);
/* "[3]" behind a word, when links are listed. */
void pdf_words_reference(const struct pdf_words *words, struct pdf_store *store, const char *url);
/* A link to an address, for spans. */
uint32_t pdf_words_link(struct pdf_store *store, const char *url);
/* What a character that no font has is reported with. */
void pdf_words_stand_at(struct pdf_store *store, enum mr_where_kind kind, uint32_t index,
			uint32_t second);
/* One paragraph of plain words. */
struct pdf_block pdf_words_block(struct pdf_store *store, const char *text, uint8_t style,
				 uint8_t ink, float size);

#endif
