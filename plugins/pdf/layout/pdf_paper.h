/* SPDX-License-Identifier: MIT */
/*
 * pdf_paper - the sheet: its size, its margins, and the logical pages on it.
 *
 * Pure.  All lengths are points.  A sheet carries one logical page, or two side by side; everything
 * else of the plugin deals in logical pages and asks `place()` when it paints.
 */
#ifndef MESHREPORT_PDF_PAPER_H
#define MESHREPORT_PDF_PAPER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pdf/layout/pdf_columns.h"

#define PDF_PAPER_LEAST 144.0f /* the shorter side, 2 inches */
#define PDF_PAPER_MOST 14400.0f /* PDF's own limit (ISO 32000-1, annex C.2) */

/* Inner: the side where sheets printed on both sides are bound. */
enum pdf_binding {
	PDF_BINDING_NONE = 0,
	PDF_BINDING_LEFT,
	PDF_BINDING_RIGHT,
	PDF_BINDING_TOP,
	PDF_BINDING_INNER
};

struct pdf_paper {
	float width, height; /* of a logical page */
	float sheet_width, sheet_height;
	uint32_t per_sheet; /* 1 or 2 */
	float left, right, top, bottom; /* margins of a logical page; of the first, when mirrored */
	float binding; /* what the punched side has more */
	float first_left; /* of two pages on a sheet: where the first begins */
	bool is_mirrored; /* every second sheet has its wider margin at the other side */
	bool is_booklet; /* folded once, sheets in each other */
	bool is_rtl;
};

/*
 * Reads "a4", "letter", "210x297mm", "8.5x11in", "400x600pt".  Returns 0 and the upright size, or
 * -1 with `problem` saying why, one line; a name that is nearly right is suggested.
 */
int pdf_paper_size(const char *name, float *width, float *height, char *problem, size_t size);

struct pdf_paper_wish {
	float width, height; /* upright */
	bool is_landscape;
	uint32_t per_sheet;
	float margin;
	enum pdf_binding binding;
	float binding_width; /* added to the margin of the binding's side */
};

/* Returns 0, or -1 with `problem` when the margins leave no room for a table. */
int pdf_paper_make(const struct pdf_paper_wish *wish, struct pdf_paper *paper, char *problem,
		   size_t size);

/* What the margins leave, footer excluded. */
struct pdf_body pdf_paper_body(const struct pdf_paper *paper, float footer);

/* Where the logical page `page` of `n_pages` is. */
struct pdf_paper_place {
	uint32_t sheet; /* a side of paper */
	bool is_second; /* of two on a sheet */
	float left; /* where it begins on its sheet */
	float margin; /* at its left */
};
struct pdf_paper_place pdf_paper_place(const struct pdf_paper *paper, uint32_t page,
				       uint32_t n_pages);
/* How many sides of paper so many pages take. */
uint32_t pdf_paper_sheets(const struct pdf_paper *paper, uint32_t n_pages);

#endif
