/* SPDX-License-Identifier: MIT */
/*
 * pdf_font - shaped text into the content streams of a libharu document, and its fonts into the
 * document as subsets.
 *
 * libharu is the container only: its own TrueType loader and encoders are never used (they lose
 * glyphs and write illegal ToUnicode maps).  While pages are written, each pair of glyph and text is
 * given a code; pdf_fonts_finish() then cuts every font down to its used glyphs with hb-subset and
 * writes the Type0 dictionary with widths, glyph map and ToUnicode (ISO 32000-1, 9.7 and 9.10;
 * every rule of PDF/A-3 6.2.11 and PDF/UA-1 7.21 is kept).
 *
 *     fonts = pdf_fonts_new(pdf, shape);
 *     HPDF_Dict_Add(resources, "Font", pdf_fonts_resources(fonts));    for each page
 *     pdf_fonts_begin_page(fonts);
 *     out_string(content, "BT\n");
 *     pdf_fonts_show(fonts, content, &text);                           for each piece
 *     out_string(content, "ET\n");
 *     if (pdf_fonts_finish(fonts, &problem) < 0) ...                   before the document is saved
 *     pdf_fonts_free(fonts);
 *
 * UNITS.  Points; y grows upwards, as in PDF.  OWNERSHIP.  What goes into the document belongs to
 * it; `shape` must outlive `fonts`.  ERRORS are sticky and come out at pdf_fonts_finish().
 *
 * The shape must have been made with .embed, so that no font is here that forbids it.
 */
#ifndef MESHREPORT_PDF_FONT_H
#define MESHREPORT_PDF_FONT_H

#include <hpdf.h>

#include "common/write/out.h"
#include "common/shape/shape.h"

struct pdf_fonts;

/* Null only for want of memory. */
struct pdf_fonts *pdf_fonts_new(HPDF_Doc pdf, struct shape *shape);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* The one indirect /Font dictionary that all pages share; it fills as fonts are used. */
HPDF_Dict pdf_fonts_resources(struct pdf_fonts *fonts);

/* Forgets which font is selected: at the beginning of a content stream and after each Q. */
void pdf_fonts_begin_page(struct pdf_fonts *fonts);
/* The next text selects its font, but its line is still counted from the last one's. */
void pdf_fonts_deselect(struct pdf_fonts *fonts);

struct pdf_text {
	const struct shape_layout *layout;
	const struct shape_piece *piece;
	const struct shape_span *spans; /* of the paragraph: piece->span is an index into them */
	double x, y; /* left end of the piece's *line* and its base line; piece->x is added here */
	double size; /* of the paragraph */
};

/*
 * Appends the operators that show one piece: Tf when the font changes, Tm, TJ (and Ts around glyphs
 * that stand off the base line).  Colour, BT and ET are the caller's.
 */
void pdf_fonts_show(struct pdf_fonts *fonts, struct out *content, const struct pdf_text *text);

/* The same turned by `angle` degrees counter-clockwise around (text->x, text->y). */
void pdf_fonts_show_turned(struct pdf_fonts *fonts, struct out *content,
			   const struct pdf_text *text, double angle);

/* Embeds all fonts used.  0, or -1 with a one-line reason, borrowed until pdf_fonts_free(). */
int pdf_fonts_finish(struct pdf_fonts *fonts, const char **problem);

#endif
