/* SPDX-License-Identifier: MIT */
/*
 * pdf_import - the page of another PDF as a form XObject (ISO 32000-1, 8.10), by libqpdf.
 *
 * The page comes from our own drawing of an SVG, has no fonts and no annotations, and is one unit wide and high as a form, as
 * an image is.  What PDF/A forbids and cairo writes (/Interpolate; ISO 19005-3, 6.2.8) is left out.
 */
#ifndef MESHREPORT_PDF_IMPORT_H
#define MESHREPORT_PDF_IMPORT_H

#include <hpdf.h>

#include "common/picture/picture_svg.h"

/* The form, in the document; null with a reason in `why`. */
HPDF_Dict pdf_import_page(HPDF_Doc pdf, const struct picture_svg_page *page,
			  char why[PICTURE_REASON]);

#endif
