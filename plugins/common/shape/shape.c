/* SPDX-License-Identifier: MIT */
#include "common/shape/shape.h"

#include <stdlib.h>
#include <string.h>

#include "common/shape/shape_family.h"
#include "common/shape/shape_private.h"

static char *copy(const char *text)
{
	size_t n = strlen(text) + 1;
	char *made = malloc(n);

	return made ? memcpy(made, text, n) : NULL;
}

/* "zh-Hant-HK", "ja": which national forms of Han characters a document wants. */
static enum cjk cjk_of(const char *language, bool *is_told)
{
	*is_told = true;
	if (strncmp(language, "ja", 2) == 0)
		return CJK_JAPANESE;
	if (strncmp(language, "ko", 2) == 0)
		return CJK_KOREAN;
	if (strncmp(language, "zh", 2) == 0 || strncmp(language, "yue", 3) == 0) {
		if (strstr(language, "-HK") || strstr(language, "-MO") || language[0] == 'y')
			return CJK_HONG_KONG;
		if (strstr(language, "-TW") || strstr(language, "Hant"))
			return CJK_TRADITIONAL;
		return CJK_SIMPLIFIED;
	}
	*is_told = false;
	return CJK_SIMPLIFIED;
}

struct shape *shape_new(const struct shape_options *options)
{
	struct shape *shape = calloc(1, sizeof(*shape));
	const char *language = options->language && *options->language ? options->language : "en";

	if (!shape)
		return NULL;
	shape->options = *options;
	shape->options.family = NULL;
	shape->options.language = NULL;
	shape->buffer = hb_buffer_create();
	shape->language = copy(language);
	shape->slots = calloc((size_t)family_count * SHAPE_N_STYLES, sizeof(*shape->slots));
	if (options->family && *options->family)
		shape->family = copy(options->family);
	if (!shape->language || !shape->slots || !hb_buffer_allocation_successful(shape->buffer) ||
	    (options->family && *options->family && !shape->family)) {
		shape_free(shape);
		return NULL;
	}
	shape->hb_language = hb_language_from_string(language, -1);
	shape->cjk = cjk_of(language, &shape->cjk_is_told);
	for (uint32_t i = 0; i < SHAPE_N_STYLES; i++)
		shape->style_face[i] = NO_FACE;
	if (shape_style_face(shape, SHAPE_REGULAR) == NO_FACE)
		shape->failed = true;
	return shape;
}

void shape_free(struct shape *shape)
{
	if (!shape)
		return;
	font_release(shape);
	while (shape->blocks) {
		struct block *next = shape->blocks->next;

		free(shape->blocks);
		shape->blocks = next;
	}
	hb_buffer_destroy(shape->buffer);
	hb_draw_funcs_destroy(shape->draw);
	free(shape->family);
	free(shape->language);
	free(shape->reported);
	free(shape->words);
	free(shape->letters);
	free(shape->items);
	free(shape->bidi);
	free(shape->slices);
	free(shape);
}

bool shape_failed(const struct shape *shape)
{
	return shape->failed;
}

void shape_at(struct shape *shape, const struct mr_where *where)
{
	shape->where = where ? *where : (struct mr_where){.kind = MR_AT_DOCUMENT};
}

bool shape_grow(struct shape *shape, void *array, uint32_t *have, size_t need, size_t size)
{
	size_t want = *have ? *have : 64;
	void *old, *grown;

	if (need <= *have)
		return true;
	while (want < need)
		want *= 2;
	memcpy(&old, array, sizeof(old));
	grown = want > UINT32_MAX || want > SIZE_MAX / size ? NULL : realloc(old, want * size);
	if (!grown) {
		shape->failed = true;
		return false;
	}
	memcpy(array, &grown, sizeof(grown));
	*have = (uint32_t)want;
	return true;
}

/* ------------------------------------------------------------------ faces */

uint32_t shape_n_faces(const struct shape *shape)
{
	return shape->n_faces;
}

const struct shape_face *shape_face(const struct shape *shape, uint32_t face)
{
	return face < shape->n_faces ? &shape->faces[face]->public : NULL;
}

uint32_t shape_style_face(struct shape *shape, uint32_t style)
{
	static const uint32_t sample = 'x';

	if (style >= SHAPE_N_STYLES)
		style = SHAPE_REGULAR;
	if (shape->style_face[style] == NO_FACE)
		shape->style_face[style] = font_for(shape, style, shape->cjk, &sample, 1);
	return shape->style_face[style];
}

float shape_advance(struct shape *shape, uint32_t face, uint32_t gid)
{
	if (face >= shape->n_faces)
		return 0;
	return (float)hb_font_get_glyph_h_advance(shape->faces[face]->font, gid) *
	       shape->faces[face]->unit;
}

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

/* ------------------------------------------------------------------ labels */

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
