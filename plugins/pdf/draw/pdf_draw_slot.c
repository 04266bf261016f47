/* SPDX-License-Identifier: MIT */
#include "pdf/draw/pdf_draw.h"
#include "pdf/draw/pdf_setting.h"

void pdf_draw_slot(struct pdf_drawer *d, uint32_t i, uint32_t element, enum pdf_tag tag, float y)
{
	const struct pdf_slot *slot = &d->book->slots[i];

	pdf_setting_paint(d->canvas, &(struct pdf_setting){.store = slot->store,
							   .block = slot->block,
							   .x = d->book->paper.left + slot->x,
							   .y = y,
							   .width = slot->width,
							   .size = d->book->size,
							   .element = element,
							   .tag = tag,
							   .first_line = d->first[i],
							   .n_lines = d->counts[i],
							   .align = slot->align});
}

void pdf_draw_slot_lines(struct pdf_drawer *d, uint32_t n, uint32_t most)
{
	for (uint32_t i = 0; i < n; i++) {
		d->first[i] = 0;
		d->counts[i] = most;
	}
}
