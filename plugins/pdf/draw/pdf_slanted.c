/* SPDX-License-Identifier: MIT */
/* Names that stand slanted above narrow columns: see layout/pdf_slant.h. */
#include "pdf/draw/pdf_draw.h"

#include "pdf/book/pdf_slots.h"
#include "pdf/draw/pdf_setting.h"

void pdf_draw_slanted(struct pdf_drawer *d, uint32_t i, uint32_t element, enum pdf_tag tag,
		      float foot)
{
	struct pdf_book *book = d->book;
	const struct pdf_slot *slot = &book->slots[i];
	float length = book->slant.length * book->size, natural, thickness, start,
	      angle = PDF_SLANT;
	float middle = book->paper.left + slot->x + slot->width / 2;

	pdf_slots_slant(book, slot->block, &natural, &thickness);
	/* a repeated head may have fewer lines */
	if (d->counts[i] < UINT32_MAX && thickness > PDF_LEADING * (float)d->counts[i])
		thickness = PDF_LEADING * (float)d->counts[i];
	start = pdf_slant_start(thickness) * book->size;
	if (book->matrix->is_rtl) {
		angle = -angle;
		start = -start - length;
	}
	pdf_canvas_turn(d->canvas, middle, foot, angle);
	pdf_setting_paint(d->canvas, &(struct pdf_setting){.store = slot->store,
							   .block = slot->block,
							   .x = start,
							   .y = -thickness / 2 * book->size,
							   .width = length,
							   .size = book->size,
							   .element = element,
							   .tag = tag,
							   .n_lines = d->counts[i]});
	pdf_canvas_turn_back(d->canvas);
}
