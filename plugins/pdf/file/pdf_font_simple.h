/* SPDX-License-Identifier: MIT */
/*
 * pdf_font_simple - a font whose codes are those of WinAnsiEncoding, whole: what a form is typed in.
 *
 * Readers set what is typed by one byte a character (ISO 32000-1, 12.7.3.3), so that the fonts of the pages,
 * whose codes are those of the glyphs that stand there, are no use to them.  Letters of other scripts come
 * from the reader's own fonts.
 */
#ifndef MESHREPORT_PDF_FONT_SIMPLE_H
#define MESHREPORT_PDF_FONT_SIMPLE_H

#include "pdf/file/pdf_font.h"

/*
 * 0 and an indirect dictionary of the document, or null where no font at hand has TrueType outlines; -1
 * without memory.
 */
int pdf_font_simple(struct pdf_fonts *fonts, HPDF_Dict *font);

#endif
