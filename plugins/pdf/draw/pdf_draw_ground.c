/* SPDX-License-Identifier: MIT */
/* What lies below the words of a row: grounds of heads and cells, rules, guides between signs. */
#include <math.h>

#include "pdf/draw/pdf_draw.h"
#include "pdf/content/pdf_axes.h"
#include "pdf/book/pdf_rows.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/book/pdf_slots.h"

#define HAIRLINE 0.4f
#define STRONG_LINE 0.9f
#define GUIDE 0.3f
#define GUIDED 5u /* columns between guides */
#define TINT_GAP 0.6f /* of paper at each side of a tinted cell */

static float left_of(const struct pdf_drawer *d)
{
	return d->book->paper.left;
}

static void rule(struct pdf_drawer *d, float y, float thickness, uint32_t rgb)
{
	float left = left_of(d);

	pdf_canvas_rule(
		d->canvas,
		&(struct pdf_box){left, y + thickness / 2, left + d->book->line, y - thickness / 2},
		rgb);
}

static void band(struct pdf_drawer *d, float y, float height, uint32_t rgb)
{
	float left = left_of(d);

	if (d->theme->has_bands)
		pdf_canvas_band(d->canvas,
				&(struct pdf_box){left, y + height, left + d->book->line, y}, rgb);
}

struct pdf_box pdf_draw_column(const struct pdf_drawer *d, const struct pdf_table *table,
			       uint32_t i, float y, float height)
{
	const struct pdf_book *book = d->book;
	float from = table->feature_width, width = pdf_scale_product_width(book, table, i);

	for (uint32_t k = 0; k < i; k++)
		from += pdf_scale_product_width(book, table, k);
	if (book->matrix->is_rtl)
		from = book->line - from - width;
	from += left_of(d);
	return (struct pdf_box){from, y + height, from + width, y};
}

/* A ground behind each cell with a status. */
static void draw_tints(struct pdf_drawer *d, const struct pdf_row *row, float y, float height)
{
	const struct pdf_table *table = &d->book->tables[row->table];

	for (uint32_t i = 0; d->theme->has_tints && i < table->n_products; i++) {
		uint32_t like = pdf_axes_cell(d->book, row, i)->like;
		struct pdf_box box = pdf_draw_column(d, table, i, y, height);

		box.left += TINT_GAP;
		box.right -= TINT_GAP;
		box.top += STRONG_LINE / 2;
		if (like < MR_N_LIKES && like != MR_LIKE_NA)
			pdf_canvas_band(d->canvas, &box, d->theme->tints[like]);
	}
}

/* The ground of pinned products; without grounds, lines at both sides. */
static void draw_pins(struct pdf_drawer *d, const struct pdf_row *row, float y, float height)
{
	const struct pdf_table *table = &d->book->tables[row->table];
	bool is_slanted = row->kind == PDF_ROW_TABLE_HEAD && pdf_slots_is_slanted(d->book, table);
	float lean = is_slanted ? height * PDF_SLANT_COS / PDF_SLANT_SIN : 0;

	if (d->book->matrix->is_rtl)
		lean = -lean;
	for (uint32_t i = 0; pdf_axes_is_pinned(table, i); i++) {
		struct pdf_box box = pdf_draw_column(d, table, i, y, height);

		if (d->theme->has_bands) {
			pdf_canvas_slab(d->canvas, &box, lean, d->theme->pin_band);
			continue;
		}
		if (i == 0)
			pdf_canvas_slab(d->canvas,
					&(struct pdf_box){box.left, box.bottom,
							  box.left + STRONG_LINE, box.top},
					lean, d->theme->strong_rule);
		if (i + 1 == table->n_pinned)
			pdf_canvas_slab(d->canvas,
					&(struct pdf_box){box.right - STRONG_LINE, box.bottom,
							  box.right, box.top},
					lean, d->theme->strong_rule);
	}
}

/* The same of a pinned product in a table that is turned. */
static void draw_pinned_row(struct pdf_drawer *d, float y, float height)
{
	band(d, y, height, d->theme->pin_band);
	if (!d->theme->has_bands)
		rule(d, y + height, STRONG_LINE, d->theme->strong_rule);
}

/* Between every five columns of signs a line that leads the eye, slanted through the head. */
static void draw_guides(struct pdf_drawer *d, const struct pdf_row *row, float y, float height)
{
	struct pdf_book *book = d->book;
	const struct pdf_table *table = &book->tables[row->table];
	float x = table->feature_width;
	float lean = row->kind == PDF_ROW_TABLE_HEAD ? height * PDF_SLANT_COS / PDF_SLANT_SIN : 0;

	if (book->matrix->is_rtl)
		lean = -lean;
	for (uint32_t i = 0; i < table->n_products && pdf_slots_is_slanted(book, table); i++) {
		float at = left_of(d) + (book->matrix->is_rtl ? book->body.width - x : x);

		if (i % GUIDED == 0 && x + fabsf(lean) < book->body.width)
			pdf_canvas_slab(
				d->canvas,
				&(struct pdf_box){at - GUIDE / 2, y + height, at + GUIDE / 2, y},
				lean, d->theme->rule);
		x += pdf_scale_product_width(book, table, i);
	}
}

void pdf_draw_ground(struct pdf_drawer *d, const struct pdf_row *row, bool is_first, float y,
		     float height)
{
	const struct pdf_theme *theme = d->theme;

	switch (row->kind) {
	case PDF_ROW_TABLE_HEAD:
	case PDF_ROW_RANKED_HEAD:
	case PDF_ROW_COUNTS_HEAD:
		band(d, y, height, theme->head_band);
		if (row->kind == PDF_ROW_TABLE_HEAD) {
			draw_pins(d, row, y, height);
			draw_guides(d, row, y, height);
		}
		rule(d, y + height, STRONG_LINE, theme->strong_rule);
		break;
	case PDF_ROW_CATEGORY:
		band(d, y, height, theme->category_band);
		rule(d, y + height, theme->has_bands ? HAIRLINE : STRONG_LINE, theme->rule);
		break;
	case PDF_ROW_PRODUCT:
	case PDF_ROW_FEATURE:
		if (row->kind == PDF_ROW_PRODUCT && row->n)
			draw_pinned_row(d, y, height);
		draw_pins(d, row, y, height);
		draw_tints(d, row, y, height);
		draw_guides(d, row, y, height);
		if (is_first && row->kind == PDF_ROW_FEATURE &&
		    pdf_rows_begins_nameless(d->book, row))
			rule(d, y, STRONG_LINE, theme->strong_rule);
		rule(d, y + height, HAIRLINE, theme->rule);
		break;
	case PDF_ROW_TOTALS:
		draw_pins(d, row, y, height);
		draw_guides(d, row, y, height);
		rule(d, y, STRONG_LINE, theme->strong_rule);
		rule(d, y + height, STRONG_LINE, theme->strong_rule);
		break;
	case PDF_ROW_RANKED:
	case PDF_ROW_COUNTS: rule(d, y + height, HAIRLINE, theme->rule); break;
	default: break;
	}
}
