/* SPDX-License-Identifier: MIT */
/*
 * pdf_fields - fields of a form (ISO 32000-1, 12.7) that a reader fills in on screen.
 *
 * What PDF/A-3 and PDF/UA-1 ask of them: each has an appearance of its own and NeedAppearances is not said
 * (ISO 19005-3, 6.4.1), no action, a name that is said in its place (/TU), a Form of the structure tree
 * around it (ISO 14289-1, 7.18.4), and the order of that tree as the order of the tabulator.  The font that
 * what is typed is set in is embedded with all characters of WinAnsiEncoding.
 *
 * UNITS.  Points; y grows upwards from the bottom of the sheet.  OWNERSHIP.  Names are borrowed until the
 * document is saved, and so are the fields.  ERRORS come out of pdf_fields_finish().
 */
#ifndef MESHREPORT_PDF_FIELDS_H
#define MESHREPORT_PDF_FIELDS_H

#include "pdf/file/pdf_doc.h"
#include "pdf/file/pdf_font.h"

struct pdf_fields;

/* Null only for want of memory. */
struct pdf_fields *pdf_fields_new(struct pdf_doc *doc);
void pdf_fields_free(struct pdf_fields *fields);

struct pdf_field {
	const char *name; /* unique in the document, without a full stop */
	const char *said; /* what it is for */
	struct pdf_box box;
	float size; /* of the type */
	bool is_rtl;
};

/* A field for words in several lines, below `element`, which is made the parent of its Form. */
void pdf_fields_add(struct pdf_fields *fields, uint32_t sheet, const struct pdf_field *field,
		    uint32_t element);
/* Puts the form into the document, if it has a field, before it is saved.  0, or -1 with `problem`, one line. */
int pdf_fields_finish(struct pdf_fields *fields, struct pdf_fonts *fonts, const char **problem);

#endif
