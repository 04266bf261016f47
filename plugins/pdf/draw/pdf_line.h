/* SPDX-License-Identifier: MIT */
/*
 * pdf_line - one line of a shaped paragraph onto a canvas: its pieces, their links and their tags.
 *
 * Spans are painted in the order of reading, each in the element of its cell or link.  What content
 * alone would say wrongly (words from right to left, characters for private use) is a Span of its
 * own, with the words as ActualText.
 */
#ifndef MESHREPORT_PDF_LINE_H
#define MESHREPORT_PDF_LINE_H

#include "pdf/draw/pdf_setting.h"

struct pdf_line {
	const struct pdf_setting *setting;
	const struct pdf_par *par;
	const struct shape_span *spans;
	const struct pdf_span_look *looks; /* may be of the store, which painting does not grow */
	float x, baseline; /* points, of the logical page */
	float size; /* points of the paragraph */
};

void pdf_line_paint(struct pdf_canvas *canvas, const struct pdf_line *at,
		    const struct shape_layout *layout, const struct shape_line *line);

#endif
