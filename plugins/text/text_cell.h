/* SPDX-License-Identifier: MIT */
/*
 * text_cell - what stands in a field of the table, as a flow: cells, names of products and features, totals.
 *
 * A field hangs: the lines behind its first one begin under its words, not under the symbol of its status.
 */
#ifndef MESHREPORT_TEXT_CELL_H
#define MESHREPORT_TEXT_CELL_H

#include "text/text_page.h"

struct text_field {
	struct text_flow flow;
	uint32_t hang; /* columns */
	/* The writer's: */
	size_t at; /* the unit at which its next line begins */
	bool is_begun;
};

/* Each clears the field, fills and closes it; names look as `ink` says. */
void text_cell_fill(struct text_page *page, struct text_field *field, uint32_t row, uint32_t col);
void text_cell_fill_product(struct text_page *page, struct text_field *field, uint32_t col,
			    uint8_t ink);
/* The description only where `is_whole`. */
void text_cell_fill_feature(struct text_page *page, struct text_field *field, uint32_t row,
			    uint8_t ink, bool is_whole);
void text_cell_fill_category(struct text_page *page, struct text_field *field, uint32_t index,
			     bool is_whole);
/* "✓ 21  ◐ 3" */
void text_cell_fill_total(struct text_page *page, struct text_field *field,
			  const struct mr_counts *counts);

/* Adds the value of a cell alone: no marks, no references of sources; "since 1.0" belongs to it. */
void text_cell_put_value(struct text_page *page, struct text_field *field,
			 const struct mr_cell *cell);

/* What the cell wants; most are known without being filled in, and `field` is for the others. */
struct text_extent text_cell_extent(struct text_page *page, struct text_field *field, uint32_t row,
				    uint32_t col);

/* The extent of a field that was filled. */
struct text_extent text_cell_measure(const struct text_field *field);

/* The next line of a field in `width` columns, and how far it is indented; false behind the last. */
bool text_cell_next(struct text_field *field, uint32_t width, struct text_line *line,
		    uint32_t *indent);

/* Begins anew with its first line. */
static inline void text_cell_rewind(struct text_field *field)
{
	field->at = 0;
	field->is_begun = false;
}

#endif
