/* SPDX-License-Identifier: MIT */
/*
 * pdf_meta - what a PDF says about itself: information dictionary, XMP, output intent, identifier,
 * language, page labels, attachment.
 *
 * PDF/UA-1 (ISO 14289-1, 5 and 7.1) and PDF/A-3a (ISO 19005-3, 6.2.3, 6.6 and 6.8) say what must be there; Info and XMP
 * agree word for word.  All of it follows from the arguments: no clock, no random source.
 */
#ifndef MESHREPORT_PDF_META_H
#define MESHREPORT_PDF_META_H

#include <hpdf.h>

#include "pdf/file/pdf_doc.h"

/* Puts everything into the catalog and the trailer.  0, or -1 when libharu or memory failed. */
int pdf_meta_add(HPDF_Doc pdf, const struct pdf_about *about);

/* "D:20191106000000Z" and "2019-11-06T00:00:00Z". */
void pdf_meta_date(struct out *out, int64_t clock, bool is_xmp);

/* The XMP packet (ISO 16684-1). */
void pdf_meta_xmp(struct out *out, const struct pdf_about *about);

/* An sRGB colour profile of version 4 (ICC.1:2004-10, IEC 61966-2-1), some 500 bytes. */
void pdf_meta_srgb(struct out *out);

#endif
