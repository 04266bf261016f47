/* SPDX-License-Identifier: MIT */
/*
 * pdf_plan - which row stands on which page, and where.
 *
 * Pure: it sees heights only.  The document is one sequence of rows (headings, table rows, list
 * rows); some belong to a zone, which is a table whose head is repeated on every further page.
 *
 * Lengths are points, y grows downwards from the top of the body.
 *
 * Paper is not left blank for the sake of a row: one that may be cut is, where more than a quarter of
 * a page would stay free.  Rows that belong together (a group of products, a fact sheet) stand below
 * what is there where they fit as a whole, else they begin a page, unless they may be divided and
 * more than that quarter is left.
 *
 * Rows in two columns (a fact sheet) are of one page: down the first, then down the second, whose head is repeated.
 *
 * Invariants of a plan: fragments stand in the order of the rows; every row has at least one; those
 * of one page do not overlap and end above the page's notes; a row that fits on an empty page and may
 * not be cut is in one piece; a row that keeps with the next has it, or its first part, on its page,
 * unless the two do not fit on one;
 * every note of a row is in the notes of a page where the row stands, or in `missed`.
 */
#ifndef MESHREPORT_PDF_PLAN_H
#define MESHREPORT_PDF_PLAN_H

#include <stdbool.h>
#include <stdint.h>

#define PDF_SLACK 0.01f /* sums of floats: what differs by less is equal */

#define PDF_NO_ZONE UINT32_MAX

enum pdf_row_flags {
	PDF_ROW_BREAK = 1, /* begins a page */
	PDF_ROW_KEEP = 2, /* stays with the next row */
	PDF_ROW_HEAD = 4, /* is the head of its zone: nothing is repeated above it */
	PDF_ROW_CUT = 8, /* may be cut rather than leave a quarter of a page blank */
	PDF_ROW_FLOW = 16, /* may be cut wherever a page ends */
	PDF_ROW_WHOLE = 32 /* its block begins a page rather than be divided */
};

struct pdf_plan_row {
	float height;
	float gap; /* free space above, dropped at the top of a page */
	float continued; /* when it begins a page: height of the heading repeated above it, 0: none */
	uint32_t zone;
	uint32_t flags;
	uint32_t n_left,
		n_right; /* of a head: rows from it on that stand in two columns, if a page has room for them; or 0 */
	uint32_t block; /* rows from this on that belong together, 0: it begins no block */
	uint32_t first_note, n_notes; /* into pdf_plan_in.row_notes */
};

struct pdf_plan_in {
	const struct pdf_plan_row *rows;
	uint32_t n_rows;
	float height; /* of a page's body */
	float piece; /* the least height of a row's first part */
	const float *zone_heads; /* height of the repeated head, by zone */
	const uint32_t *row_notes;
	const float *note_heights; /* by note; null: no notes at the foot */
	uint32_t n_notes;
	float notes_gap; /* above the notes of a page */
	/*
	 * Cuts a row that is higher than a page: how much of `part` (0, 1, ...) fits into `room`, at
	 * least one line; `is_last` when nothing is left.  Called for the parts in their order.
	 */
	float (*split)(void *data, uint32_t row, uint32_t part, float room, bool *is_last);
	void *data;
};

struct pdf_fragment {
	uint32_t row;
	uint32_t part; /* 0: the beginning of the row */
	bool is_last;
	float y, height;
	uint8_t column; /* 0, or 1 in the second of two */
	bool has_head; /* above it stands the head of its zone once more */
	float room; /* what split() was offered; 0 for a row in one piece */
};

struct pdf_page_plan {
	uint32_t first, n; /* fragments */
	uint32_t zone; /* whose head is repeated at the top, or PDF_NO_ZONE */
	float continued; /* height of the repeated heading below that head, 0: none */
	float head; /* height of the repeated head */
	uint32_t first_note, n_notes; /* into pdf_plan.notes */
	float notes_y;
};

struct pdf_plan {
	struct pdf_fragment *fragments;
	uint32_t n_fragments;
	struct pdf_page_plan *pages;
	uint32_t n_pages;
	uint32_t *notes;
	uint32_t n_notes;
	bool *missed; /* by note: is at the foot of no page, or not of every page that needs it */
	uint32_t fragments_size, pages_size, notes_size;
};

/* Returns 0, or -1 without memory.  `out` is released with pdf_plan_release(). */
int pdf_plan_make(const struct pdf_plan_in *in, struct pdf_plan *out);
void pdf_plan_release(struct pdf_plan *plan);

#endif
