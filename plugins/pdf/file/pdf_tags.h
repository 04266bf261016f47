/* SPDX-License-Identifier: MIT */
/*
 * pdf_tags - the structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8; PDF/UA-1, 7).
 *
 * Elements are grown in reading order: an element is added to its parent when it begins, and marks
 * (pieces of page content) and annotations to the element they belong to.  An element takes some
 * sixty bytes here and one slim dictionary of libharu's whose write function prints it: a
 * dictionary filled entry by entry costs ten times as much.
 *
 * OWNERSHIP.  Strings are borrowed and must live until the document is saved; so must the tree.
 * ERRORS are sticky and come out of pdf_tags_write().  Element 0 is the document itself.
 */
#ifndef MESHREPORT_PDF_TAGS_H
#define MESHREPORT_PDF_TAGS_H

#include <hpdf.h>

#include "common/write/out.h"

enum pdf_tag {
	PDF_TAG_DOCUMENT,
	PDF_TAG_SECT,
	PDF_TAG_H1,
	PDF_TAG_H2,
	PDF_TAG_H3,
	PDF_TAG_P,
	PDF_TAG_TABLE,
	PDF_TAG_THEAD,
	PDF_TAG_TBODY,
	PDF_TAG_TR,
	PDF_TAG_TH,
	PDF_TAG_TD,
	PDF_TAG_LIST,
	PDF_TAG_ITEM,
	PDF_TAG_LABEL,
	PDF_TAG_BODY,
	PDF_TAG_LINK,
	PDF_TAG_REFERENCE,
	PDF_TAG_NOTE,
	PDF_TAG_FIGURE,
	PDF_TAG_SPAN,
	PDF_TAG_TOC,
	PDF_TAG_TOCI,
	PDF_TAG_FORM,
	PDF_N_TAGS
};

enum pdf_scope { PDF_SCOPE_NONE = 0, PDF_SCOPE_COLUMN, PDF_SCOPE_ROW };

#define PDF_TAGS_ROOT 0u

struct pdf_tags;

/* Null only for want of memory. */
struct pdf_tags *pdf_tags_new(void);
void pdf_tags_free(struct pdf_tags *tags);

uint32_t pdf_tags_add(struct pdf_tags *tags, uint32_t parent, enum pdf_tag tag);
void pdf_tags_set_cell(struct pdf_tags *tags, uint32_t element, enum pdf_scope scope,
		       uint32_t colspan);
/* What a figure shows, for who cannot see it; and where it stands on its page. */
void pdf_tags_set_figure(struct pdf_tags *tags, uint32_t element, const char *alt,
			 const float box[4]);
/* The unique /ID that every Note needs (PDF/UA-1, 7.9): PREFIX and a number. */
void pdf_tags_set_id(struct pdf_tags *tags, uint32_t element, const char *prefix, uint32_t number);

/*
 * What is read instead of the element's content (/ActualText; ISO 32000-1, 14.9.4): `n` bytes of
 * UTF-8, copied.
 */
void pdf_tags_set_actual(struct pdf_tags *tags, uint32_t element, const char *text, size_t n);

/* A piece of content of the element on a page: its marked-content number there. */
uint32_t pdf_tags_mark(struct pdf_tags *tags, uint32_t element, uint32_t page);
/* An annotation of the element: its key for /StructParent, before pdf_tags_key_offset(). */
uint32_t pdf_tags_annotation(struct pdf_tags *tags, uint32_t element, uint32_t page,
			     uint32_t object);
/* Keys of annotations follow those of the pages: what to add to them when they are written. */
uint32_t pdf_tags_key_offset(const struct pdf_tags *tags);

const char *pdf_tags_name(enum pdf_tag tag);

/*
 * Puts the tree into the document, whose pages are `pages`.  0, or -1 when memory ran out or libharu
 * failed.
 */
int pdf_tags_write(struct pdf_tags *tags, HPDF_Doc pdf, const HPDF_Page *pages, uint32_t n_pages);
/* To be called before the document is freed, whether or not it was finished. */
void pdf_tags_write_unshare(struct pdf_tags *tags, HPDF_Doc pdf);

#endif
