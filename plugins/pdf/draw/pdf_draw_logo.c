/* SPDX-License-Identifier: MIT */
/* Pictures that are no content: of products above their columns, of the house, and the bar of a title page. */
#include "pdf/content/pdf_axes.h"
#include "pdf/book/pdf_rows.h"
#include "pdf/content/pdf_scale.h"
#include "pdf/content/pdf_title_page.h"
#include "pdf/draw/pdf_draw.h"

#define BAR_WIDTH 4.5f /* em */
#define BAR_HEIGHT 0.4f
#define BAR_GAP 1.2f /* between the bar and the title */
#define CREDIT_GAP 0.7f

static void draw_logo(struct pdf_drawer *d, const struct pdf_logo *logo,
		      const struct pdf_slot *slot, float y, float height)
{
	struct pdf_book *book = d->book;
	float width = height * logo->aspect;
	float x = d->book->paper.left + slot->x;
	struct out *out = &d->canvas->over;

	if (width > slot->width) {
		width = slot->width;
		y += height - width / logo->aspect;
		height = width / logo->aspect;
	}
	if (book->matrix->is_rtl)
		x += slot->width - width;
	out_string(out, "/Artifact BMC q ");
	out_decimal(out, width, 2);
	out_string(out, " 0 0 ");
	out_decimal(out, height, 2);
	out_char(out, ' ');
	out_decimal(out, d->canvas->left + x, 2);
	out_char(out, ' ');
	out_decimal(out, d->canvas->height - y - height, 2);
	out_string(out, " cm /");
	out_string(out, logo->name);
	out_string(out, " Do Q EMC\n");
}

void pdf_draw_logos(struct pdf_drawer *d, const struct pdf_table *table, float y)
{
	float height = pdf_rows_logo_height(d->book, table) - 0.3f * d->book->size;

	for (uint32_t i = 0; height > 0 && i < table->n_products; i++) {
		const struct pdf_logo *logo = &d->book->logos[pdf_axes_column(d->book, table, i)];

		if (logo->aspect > 0)
			draw_logo(d, logo, &d->book->slots[1 + i], y, height);
	}
}

void pdf_draw_mark(struct pdf_drawer *d, float y, bool is_at_end)
{
	struct pdf_slot slot = {.x = 0};
	float height;

	pdf_scale_mark(d->book, &slot.width, &height);
	if (is_at_end != d->book->matrix->is_rtl)
		slot.x = d->book->body.width - slot.width;
	draw_logo(d, &d->book->mark, &slot, y, height);
}

void pdf_draw_title_part(struct pdf_drawer *d, uint32_t part, float y, float height)
{
	struct pdf_book *book = d->book;
	float em = book->base_size, left = book->paper.left, width = pdf_title_page_width(book);
	float x = book->matrix->is_rtl ? left + book->body.width - width : left;
	float bar = book->matrix->is_rtl ? x + width - BAR_WIDTH * em : x;
	float foot = y + height - BAR_GAP * em;

	if (part == PDF_TITLE_TOP && book->mark.aspect > 0)
		pdf_draw_mark(d, y, false);
	if (part == PDF_TITLE_TOP)
		pdf_canvas_rule(
			d->canvas,
			&(struct pdf_box){bar, foot + BAR_HEIGHT * em, bar + BAR_WIDTH * em, foot},
			d->theme->inks[PDF_INK_HEADING]);
	if (part == PDF_TITLE_CREDIT)
		pdf_canvas_rule(d->canvas,
				&(struct pdf_box){x, y - CREDIT_GAP * em + 0.4f, x + width,
						  y - CREDIT_GAP * em},
				d->theme->rule);
}
