/* SPDX-License-Identifier: MIT */
/*
 * pdf_doc - the document as libharu keeps it: pages, links, bookmarks, attachment, saving.
 *
 * libharu 2.3.0 serves as container (objects, pages, outlines, cross references); what it would write
 * wrongly or slowly is written here: page contents arrive finished and are deflated here, link
 * annotations are slim dictionaries with a write function, and the file is streamed to the sink
 * object by object instead of being built in memory first.  HPDF_SaveToFile is never used: it
 * reports success on a full disk.
 *
 * UNITS.  Points; y grows upwards from the bottom of the sheet, as in PDF.
 * OWNERSHIP.  Strings given to links are borrowed until pdf_doc_save().  ERRORS are sticky (libharu's
 * own are) and come out of pdf_doc_save().
 */
#ifndef MESHREPORT_PDF_DOC_H
#define MESHREPORT_PDF_DOC_H

#include <hpdf.h>

#include "common/write/out.h"
#include "pdf/file/pdf_tags.h"

struct pdf_doc;

struct pdf_box {
	float left, bottom, right, top;
};

/* Null only for want of memory. */
struct pdf_doc *pdf_doc_new(void);
void pdf_doc_free(struct pdf_doc *doc);
HPDF_Doc pdf_doc_haru(struct pdf_doc *doc);
struct pdf_tags *pdf_doc_tags(struct pdf_doc *doc);

/* Adds sheets of one size; `fonts` is the resource that all share. */
int pdf_doc_add_sheets(struct pdf_doc *doc, uint32_t n, float width, float height, HPDF_Dict fonts);
/* The operators of a sheet, whole. */
void pdf_doc_set_content(struct pdf_doc *doc, uint32_t sheet, const void *bytes, size_t n);
/* Makes an image known to all sheets as /I and a number, which is returned; -1 on failure. */
int pdf_doc_add_image(struct pdf_doc *doc, HPDF_Dict image);

/* ---- links */

struct pdf_target {
	const char *uri; /* or null: within the document */
	uint32_t sheet;
	float x, y;
};

/* Where a link is active; what is turned has its corners besides, in the order of /QuadPoints. */
struct pdf_area {
	struct pdf_box box;
	bool is_turned;
	float corners[8];
};

/* A link annotation, put into the tree below `element`; `contents` is what a reader announces. */
void pdf_doc_link(struct pdf_doc *doc, uint32_t sheet, const struct pdf_area *area,
		  const struct pdf_target *target, const char *contents, uint32_t element);
/*
 * The same to a place that is known later: `key` is resolved through `pdf_doc_place()` when saving,
 * and a key that was never placed is an error then: a link that leads elsewhere is worse than none.
 */
void pdf_doc_link_to(struct pdf_doc *doc, uint32_t sheet, const struct pdf_area *area, uint64_t key,
		     const char *contents, uint32_t element);
/*
 * Makes an indirect dictionary an annotation of a sheet and of an element: its key for /StructParent, before
 * pdf_tags_key_offset().
 */
uint32_t pdf_doc_annotation(struct pdf_doc *doc, uint32_t sheet, uint32_t object, uint32_t element);
/* Where a key is; the first place counts. */
void pdf_doc_place(struct pdf_doc *doc, uint64_t key, uint32_t sheet, float x, float y);

/* ---- bookmarks and labels */

/* Null parent: top level.  Null on failure. */
HPDF_Outline pdf_doc_bookmark(struct pdf_doc *doc, HPDF_Outline parent, const char *title,
			      uint32_t sheet, float x, float y);

/* ---- the whole */

struct pdf_attachment {
	const char *name;
	const char *media_type;
	const char *description;
	struct mr_bytes bytes;
};

struct pdf_about {
	const char *title, *author, *subject, *producer;
	const char *source; /* mr_stamp.mark; null or "" for none */
	const char *language;
	int64_t clock; /* or MR_NO_CLOCK */
	uint64_t seed; /* of the file's identifier: a hash of all that makes the document */
	const struct pdf_attachment *attachment; /* or null */
	bool is_rtl;
	const char *duplex; /* of /ViewerPreferences (ISO 32000-1, 12.2), or null */
};

/*
 * Finishes tree, metadata and attachment and streams the file.  0, or -1 with `problem`, one line, borrowed
 * until pdf_doc_free().  A failed sink is no failure of this function.
 */
int pdf_doc_save(struct pdf_doc *doc, const struct pdf_about *about, struct mr_sink *sink,
		 const char **problem);

#endif
