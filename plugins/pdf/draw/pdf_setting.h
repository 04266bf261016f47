/* SPDX-License-Identifier: MIT */
/*
 * pdf_setting - a block of paragraphs set at its place on a canvas: lines, alignment, symbols before words.
 *
 * Units are those of the canvas.
 */
#ifndef MESHREPORT_PDF_SETTING_H
#define MESHREPORT_PDF_SETTING_H

#include "pdf/draw/pdf_canvas.h"

struct pdf_setting {
	struct pdf_store *store;
	struct pdf_block block;
	float x, y, width; /* points; y is the top of the first line */
	float size; /* points of 1 em */
	uint32_t element; /* or PDF_ARTIFACT */
	enum pdf_tag tag; /* of the element */
	uint32_t first_line, n_lines; /* of the block; UINT32_MAX: all */
	uint8_t align; /* enum pdf_align, for paragraphs that say none */
};

/* Paints those lines of the block that the setting asks for. */
void pdf_setting_paint(struct pdf_canvas *canvas, const struct pdf_setting *setting);

#endif
