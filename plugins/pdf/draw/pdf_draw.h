/* SPDX-License-Identifier: MIT */
/*
 * pdf_draw - the planned rows onto their pages, with tags, bookmarks and page furniture.
 *
 * Reading order is data order: elements are made in the order of the rows, whatever page they stand
 * on.  What a page repeats (head, category, footer, notes that stand elsewhere) is an artifact.
 */
#ifndef MESHREPORT_PDF_DRAW_H
#define MESHREPORT_PDF_DRAW_H

#include "pdf/content/pdf_model.h"
#include "pdf/draw/pdf_canvas.h"

/* What is open in the tree while rows are painted; 0: nothing. */
struct pdf_drawer {
	struct pdf_book *book;
	struct pdf_canvas *canvas;
	const struct pdf_theme *theme;
	uint32_t page; /* logical */
	float margin; /* at the left of the first page */
	uint32_t table, body, row; /* elements */
	uint32_t open; /* table that they are of, or PDF_NO_TABLE */
	uint32_t list;
	uint32_t foot_list; /* of notes at the foot of pages */
	uint32_t *cells; /* elements of the row at hand, by slot */
	uint32_t *first; /* by slot: first line painted */
	uint32_t *counts; /* by slot: lines painted */
	bool *is_noted; /* by note: is in the tree */
	HPDF_Outline categories, products, sheets;
};

/* Paints all pages into book->doc.  0, or -1 without memory. */
int pdf_draw(struct pdf_book *book);

/* One row, or a part of it, at `y` from the top of the page. */
void pdf_draw_row(struct pdf_drawer *d, const struct pdf_row *row,
		  const struct pdf_fragment *fragment, float y);
/*
 * Slot `i` of the row at hand, in an element: those of its lines that d->first and d->counts name.
 * pdf_draw_slot_lines() names the first `most` lines of `n` slots.
 */
void pdf_draw_slot(struct pdf_drawer *d, uint32_t i, uint32_t element, enum pdf_tag tag, float y);
void pdf_draw_slot_lines(struct pdf_drawer *d, uint32_t n, uint32_t most);
/* Where the column of the table's product `i` lies in a row, from rule to rule. */
struct pdf_box pdf_draw_column(const struct pdf_drawer *d, const struct pdf_table *table,
			       uint32_t i, float y, float height);
/* What lies below the words of a row; `is_first`: this is the row's first part. */
void pdf_draw_ground(struct pdf_drawer *d, const struct pdf_row *row, bool is_first, float y,
		     float height);
/* The name in slot `i`, slanted, whose column's head ends at `foot`. */
void pdf_draw_slanted(struct pdf_drawer *d, uint32_t i, uint32_t element, enum pdf_tag tag,
		      float foot);
/* Of products above the columns of a table; of the house at the end of the title's line, or where lines begin. */
void pdf_draw_logos(struct pdf_drawer *d, const struct pdf_table *table, float y);
void pdf_draw_mark(struct pdf_drawer *d, float y, bool is_at_end);
/* What a part of the title page has besides its words. */
void pdf_draw_title_part(struct pdf_drawer *d, uint32_t part, float y, float height);
/* The credit's QR code before its words; references that stand beside their codes. */
void pdf_draw_credit_code(struct pdf_drawer *d, const struct pdf_row *row, float y);
void pdf_draw_codes(struct pdf_drawer *d, const struct pdf_row *row, bool is_begun, float y);
/* A field in slot `i` of the row at hand, which is `height` high. */
void pdf_draw_field(struct pdf_drawer *d, const struct pdf_row *row, uint32_t i, float y,
		    float height);
/* A part of the notes, references or details. */
void pdf_draw_list(struct pdf_drawer *d, const struct pdf_row *row,
		   const struct pdf_fragment *fragment, float y);
/* The head of a table as it is repeated, an artifact. */
void pdf_draw_head(struct pdf_drawer *d, uint32_t table, float y);
void pdf_draw_continued(struct pdf_drawer *d, uint32_t table, uint32_t category, float y,
			float height);

/* Footer: title, day and credit, page n of N. */
void pdf_draw_footer(struct pdf_drawer *d);
/* The notes at the foot of the page. */
void pdf_draw_notes(struct pdf_drawer *d, const struct pdf_page_plan *page);

/* Bookmarks for the row that stands at `y`. */
void pdf_draw_bookmark(struct pdf_drawer *d, const struct pdf_row *row, float y);

/* Shapes that are no content, as an artifact. */
void pdf_scene_adorn(struct pdf_drawer *d, const struct scene *scene, float x, float y);
/* A chart as a figure, its top left corner at (x, y) of the logical page. */
void pdf_scene_paint(struct pdf_drawer *d, const struct scene *scene, float x, float y);

#endif
