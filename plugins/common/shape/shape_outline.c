/* SPDX-License-Identifier: MIT */
/* Glyphs as curves, for who paints pixels. */
#include "common/shape/shape.h"

#include "common/shape/shape_private.h"

/* HarfBuzz hands out font units; the pen wants thousandths. */
struct scaled_pen {
	const struct shape_pen *pen;
	void *data;
	float unit;
};

static void move_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
		    void *user)
{
	const struct scaled_pen *to = data;

	(void)funcs, (void)state, (void)user;
	to->pen->move_to(to->data, x * to->unit, y * to->unit);
}

static void line_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y,
		    void *user)
{
	const struct scaled_pen *to = data;

	(void)funcs, (void)state, (void)user;
	to->pen->line_to(to->data, x * to->unit, y * to->unit);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1,
		     float x2, float y2, float x3, float y3, void *user)
{
	const struct scaled_pen *to = data;
	float u = to->unit;

	(void)funcs, (void)state, (void)user;
	to->pen->curve_to(to->data, x1 * u, y1 * u, x2 * u, y2 * u, x3 * u, y3 * u);
}

static void close_path(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
	const struct scaled_pen *to = data;

	(void)funcs, (void)state, (void)user;
	to->pen->close(to->data);
}

void shape_outline(struct shape *shape, uint32_t face, uint32_t gid, const struct shape_pen *pen,
		   void *data)
{
	struct scaled_pen to = {pen, data, 1};

	if (face >= shape->n_faces)
		return;
	if (!shape->draw) {
		shape->draw = hb_draw_funcs_create();
		hb_draw_funcs_set_move_to_func(shape->draw, move_to, NULL, NULL);
		hb_draw_funcs_set_line_to_func(shape->draw, line_to, NULL, NULL);
		hb_draw_funcs_set_cubic_to_func(shape->draw, cubic_to, NULL, NULL);
		hb_draw_funcs_set_close_path_func(shape->draw, close_path, NULL, NULL);
		hb_draw_funcs_make_immutable(shape->draw);
	}
	to.unit = shape->faces[face]->unit;
	hb_font_get_glyph_shape(shape->faces[face]->font, gid, shape->draw, &to);
}
