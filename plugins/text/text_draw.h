/* SPDX-License-Identifier: MIT */
/*
 * text_draw - rows of fields and the lines between them, in three styles: box drawing, ASCII, and blanks alone.
 *
 * A field takes as many lines as it needs, and the row as many as its longest field.  From right to left the
 * columns stand the other way round, and fields end where they would begin; what they say is isolated by the pen.
 */
#ifndef MESHREPORT_TEXT_DRAW_H
#define MESHREPORT_TEXT_DRAW_H

#include "text/text_cell.h"
#include "text/text_pen.h"

enum text_rule {
	TEXT_RULE_TOP,
	TEXT_RULE_HEAD, /* below the names of products */
	TEXT_RULE_HEAD_BAND, /* the same, where a band follows */
	TEXT_RULE_ROW,
	TEXT_RULE_BAND, /* above a band over all columns */
	TEXT_RULE_BELOW_BAND,
	TEXT_RULE_BOTTOM
};

/* A row of a table: `n` columns. */
struct text_grid {
	enum text_style style;
	bool is_mirrored;
	bool is_spaced; /* rows have rules between them */
	const uint32_t *widths;
	uint32_t n;
	uint32_t total; /* columns of a whole line */
	uint32_t indent; /* before it, so that it stands at the right where that is the beginning */
};

/* Columns between two fields, and around all. */
uint32_t text_draw_between(enum text_style style);
uint32_t text_draw_around(enum text_style style);

void text_draw_rule(struct text_pen *pen, const struct text_grid *grid, enum text_rule rule);

/* `fields` from their first lines on. */
void text_draw_row(struct text_pen *pen, const struct text_grid *grid, struct text_field *fields);

/* One field over all columns. */
void text_draw_band(struct text_pen *pen, const struct text_grid *grid, struct text_field *field);

#endif
