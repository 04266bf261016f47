/* SPDX-License-Identifier: MIT */
/* Short cuts for labels: one line of one style. */
#include "common/shape/shape.h"

#include <string.h>

#include "common/shape/shape_private.h"

void shape_label(struct shape *shape, uint32_t style, const char *text, struct shape_layout *layout)
{
	struct shape_span span = {
		.text = text, .n = (uint32_t)strlen(text), .style = (uint8_t)style};
	struct shape_par *par = shape_par_new(shape, &span, 1, SHAPE_AUTO);

	if (par) {
		for (uint32_t i = 0; i < par->n_items; i++)
			par->items[i].flags &= (uint8_t)~ITEM_FORCED;
		shape_break(par, 0, layout);
	} else {
		layout->n_lines = layout->n_pieces = layout->n_glyphs = 0;
	}
	shape_par_free(par);
}

float shape_width(struct shape *shape, uint32_t style, const char *text)
{
	struct shape_span span = {
		.text = text, .n = (uint32_t)strlen(text), .style = (uint8_t)style};
	struct shape_par *par = shape_par_new(shape, &span, 1, SHAPE_AUTO);
	float width = 0;

	if (par)
		width = par->label_width;
	shape_par_free(par);
	return width;
}
