/* SPDX-License-Identifier: MIT */
/*
 * pdf_canvas - blocks, rules and bands as operators of one page, with their tags.
 *
 * A canvas gathers one sheet in three layers: grounds and rules, text, and what lies above
 * (underlines, pictures).  Text belongs to an element of the structure tree or is an artifact; the
 * canvas opens and closes the marked content when the owner changes (ISO 32000-1, 14.6).
 *
 * UNITS.  Points; x from the left edge of the logical page, y downwards from its top: the canvas adds
 * the place of the logical page on its sheet and turns y round.
 */
#ifndef MESHREPORT_PDF_CANVAS_H
#define MESHREPORT_PDF_CANVAS_H

#include "common/write/out.h"
#include "pdf/layout/pdf_block.h"
#include "pdf/file/pdf_doc.h"
#include "pdf/file/pdf_font.h"
#include "pdf/draw/pdf_theme.h"

#define PDF_ARTIFACT UINT32_MAX /* owner of what is no content */
#define PDF_NOBODY (UINT32_MAX - 1) /* no marked content is open */

/*
 * Where a block was left that goes on overleaf, so that each page pays for its own lines: of a cell of 16,000 parts or a
 * megabyte, all pages would look at all of it.
 */
struct pdf_resume {
	const struct pdf_store *store;
	uint32_t block; /* its first paragraph */
	uint64_t head, open; /* shape_par_number() of that and of the one it was left in */
	float x, width, size; /* of its setting */
	uint32_t par; /* of the block */
	struct shape_mark mark; /* in it */
	uint32_t line; /* of the block, the next; 0: none was left */
};
enum { PDF_N_RESUMES = 64 };

struct pdf_canvas {
	struct pdf_doc *doc;
	struct pdf_fonts *fonts;
	const struct pdf_theme *theme;
	struct out under, text, over, whole;
	struct out colours[PDF_N_INKS]; /* their operators, once they were used */
	uint32_t sheet;
	float left, height; /* of the logical page on the sheet; of the sheet */
	uint32_t owner; /* of the marked content that is open in `text` */
	uint32_t ink; /* 0xRRGGBB that `text` has set, or UINT32_MAX */
	uint32_t under_ink; /* the same of `under` */
	struct shape_layout layout, symbol; /* scratch */
	struct pdf_resume *resumes; /* PDF_N_RESUMES, of all canvases of a document */
	bool is_rtl;
	struct pdf_turn {
		bool is_on;
		float x, y; /* of the origin on the sheet, y upwards */
		float cos, sin;
		float left, height; /* of the canvas without it */
	} turn;
};

void pdf_canvas_init(struct pdf_canvas *canvas, struct pdf_doc *doc, struct pdf_fonts *fonts,
		     const struct pdf_theme *theme);
void pdf_canvas_release(struct pdf_canvas *canvas);
void pdf_canvas_begin(struct pdf_canvas *canvas, uint32_t sheet, float sheet_height);
/* Goes on with another page of the sheet, after other sheets were painted on. */
void pdf_canvas_resume(struct pdf_canvas *canvas);
/* Hands the sheet's operators to the document. */
void pdf_canvas_end(struct pdf_canvas *canvas);

/*
 * What is painted until the canvas is turned back stands in a system of its own, whose origin is a
 * point of the logical page and whose x axis rises at an angle to the right.
 */
void pdf_canvas_turn(struct pdf_canvas *canvas, float x, float y, float degrees);
void pdf_canvas_turn_back(struct pdf_canvas *canvas);
/* The corners of a box on the sheet, y upwards, in the order of /QuadPoints (ISO 32000-1, 12.5.6.10). */
void pdf_canvas_corners(const struct pdf_canvas *canvas, const struct pdf_box *box,
			float corners[8]);

/* ---- no content */
void pdf_canvas_band(struct pdf_canvas *canvas, const struct pdf_box *box, uint32_t rgb);
/* A horizontal or vertical line as a thin filled box. */
void pdf_canvas_rule(struct pdf_canvas *canvas, const struct pdf_box *box, uint32_t rgb);

/* A box whose upper edge lies `lean` further to the right. */
void pdf_canvas_slab(struct pdf_canvas *canvas, const struct pdf_box *box, float lean,
		     uint32_t rgb);

/* ---- content */
/* Text that follows belongs to `owner`, or is PDF_ARTIFACT. */
void pdf_canvas_own(struct pdf_canvas *canvas, uint32_t owner, enum pdf_tag tag);

/* The colour of the text that follows, an enum pdf_ink. */
void pdf_canvas_set_ink(struct pdf_canvas *canvas, uint8_t ink);

#endif
