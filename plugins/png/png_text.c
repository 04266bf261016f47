/* SPDX-License-Identifier: MIT */
#include "png_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "png_palette.h"

#define PLACES 2 /* within a pixel, that a glyph may begin at */
#define MOST_SIDE 4096

/* The coverage of one glyph at one size and place; width 0: nothing to paint. */
struct png_mask {
	uint32_t face, gid;
	int32_t size; /* in 64ths of a pixel; 0: the slot is free */
	uint32_t place;
	int left, top; /* of the mask from the pen's pixel, y downwards */
	int width, height;
	uint8_t *cover; /* width * height */
};

void png_text_init(struct png_text *text, struct shape *shape)
{
	*text = (struct png_text){.shape = shape, .layout = SHAPE_LAYOUT_INIT};
}

void png_text_release(struct png_text *text)
{
	for (uint32_t i = 0; i < text->n_slots; i++)
		free(text->masks[i].cover);
	free(text->masks);
	cairo_destroy(text->cairo);
	cairo_surface_destroy(text->surface);
	shape_layout_release(&text->layout);
	*text = (struct png_text){.layout = SHAPE_LAYOUT_INIT};
}

/* ------------------------------------------------------------------ outlines */

/* Where an outline begins on its canvas, and how many pixels 1/1000 em is there. */
struct pen {
	cairo_t *cairo;
	double x, y, scale;
};

static void move_to(void *data, float x, float y)
{
	const struct pen *p = data;

	cairo_move_to(p->cairo, p->x + x * p->scale, p->y - y * p->scale);
}

static void line_to(void *data, float x, float y)
{
	const struct pen *p = data;

	cairo_line_to(p->cairo, p->x + x * p->scale, p->y - y * p->scale);
}

static void curve_to(void *data, float x1, float y1, float x2, float y2, float x3, float y3)
{
	const struct pen *p = data;

	cairo_curve_to(p->cairo, p->x + x1 * p->scale, p->y - y1 * p->scale, p->x + x2 * p->scale,
		       p->y - y2 * p->scale, p->x + x3 * p->scale, p->y - y3 * p->scale);
}

static void close_path(void *data)
{
	const struct pen *p = data;

	cairo_close_path(p->cairo);
}

static const struct shape_pen outline_pen = {move_to, line_to, curve_to, close_path};

/* ------------------------------------------------------------------ masks */

static uint32_t hash_of(const struct png_mask *key)
{
	uint32_t h = key->gid * 2654435761u;

	h = (h ^ key->face) * 2246822519u;
	h = (h ^ (uint32_t)key->size) * 3266489917u;
	return (h ^ key->place) * 668265263u >> 7;
}

static bool is_same(const struct png_mask *a, const struct png_mask *b)
{
	return a->gid == b->gid && a->face == b->face && a->size == b->size && a->place == b->place;
}

static bool grow(struct png_text *text)
{
	uint32_t n = text->n_slots > 0 ? text->n_slots * 2 : 256;
	struct png_mask *bigger = calloc(n, sizeof *bigger);

	if (!bigger) {
		text->failed = true;
		return false;
	}
	for (uint32_t i = 0; i < text->n_slots; i++) {
		uint32_t slot;

		if (text->masks[i].size == 0)
			continue;
		slot = hash_of(&text->masks[i]) & (n - 1);
		while (bigger[slot].size != 0)
			slot = (slot + 1) & (n - 1);
		bigger[slot] = text->masks[i];
	}
	free(text->masks);
	text->masks = bigger;
	text->n_slots = n;
	return true;
}

/* An empty canvas of at least the size asked for, used for one mask after the other. */
static cairo_t *scratch(struct png_text *text, int width, int height)
{
	bool fits = text->surface && cairo_image_surface_get_width(text->surface) >= width &&
		    cairo_image_surface_get_height(text->surface) >= height;

	if (fits)
		return text->cairo;
	cairo_destroy(text->cairo);
	cairo_surface_destroy(text->surface);
	text->surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width < 64 ? 64 : width,
						   height < 64 ? 64 : height);
	text->cairo = cairo_create(text->surface);
	return text->cairo;
}

/* Moves the coverage from the canvas into the mask, and leaves the canvas empty. */
static void take_mask(struct png_text *text, struct png_mask *mask)
{
	unsigned char *rows = cairo_image_surface_get_data(text->surface);
	size_t stride = (size_t)cairo_image_surface_get_stride(text->surface);
	size_t width = (size_t)mask->width;

	mask->cover = rows ? malloc(width * (size_t)mask->height) : NULL;
	if (!mask->cover) {
		mask->width = 0;
		text->failed = true;
		return;
	}
	for (size_t y = 0; y < (size_t)mask->height; y++) {
		for (size_t x = 0; x < width; x++)
			mask->cover[y * width + x] = png_palette_level(rows[y * stride + x]);
		memset(rows + y * stride, 0, width);
	}
}

static void fill_mask(struct png_text *text, struct png_mask *mask)
{
	struct pen pen = {.x = mask->place / (double)PLACES, .scale = mask->size / 64000.0};
	double x0, y0, x1, y1;

	/* the outline is laid at the origin, which shows its extents, and then moved */
	pen.cairo = scratch(text, 1, 1);
	cairo_new_path(pen.cairo);
	shape_outline(text->shape, mask->face, mask->gid, &outline_pen, &pen);
	cairo_path_extents(pen.cairo, &x0, &y0, &x1, &y1);
	mask->left = (int)floor(x0);
	mask->top = (int)floor(y0);
	mask->width = (int)ceil(x1) - mask->left;
	mask->height = (int)ceil(y1) - mask->top;
	if (mask->width <= 0 || mask->height <= 0 || mask->width > MOST_SIDE ||
	    mask->height > MOST_SIDE) {
		mask->width = mask->height = 0;
		return;
	}
	pen.cairo = scratch(text, mask->width, mask->height);
	pen.x -= mask->left;
	pen.y -= mask->top;
	cairo_new_path(pen.cairo);
	shape_outline(text->shape, mask->face, mask->gid, &outline_pen, &pen);
	cairo_fill(pen.cairo);
	cairo_surface_flush(text->surface);
	take_mask(text, mask);
	cairo_surface_mark_dirty(text->surface);
}

static const struct png_mask *find_mask(struct png_text *text, const struct png_mask *key)
{
	uint32_t slot;

	if (text->n_masks * 2 >= text->n_slots && !grow(text))
		return NULL;
	slot = hash_of(key) & (text->n_slots - 1);
	while (text->masks[slot].size != 0) {
		if (is_same(&text->masks[slot], key))
			return &text->masks[slot];
		slot = (slot + 1) & (text->n_slots - 1);
	}
	text->masks[slot] = *key;
	text->n_masks++;
	fill_mask(text, &text->masks[slot]);
	return &text->masks[slot];
}

static void put_mask(const struct png_mask *mask, int x, int y, uint32_t ink,
		     const struct png_band *band)
{
	int left = x + mask->left, top = y + mask->top - band->top;
	int from_x = left < 0 ? -left : 0, from_y = top < 0 ? -top : 0;
	int to_x = left + mask->width > band->width ? band->width - left : mask->width;
	int to_y = top + mask->height > band->height ? band->height - top : mask->height;

	for (int row = from_y; row < to_y; row++) {
		const uint8_t *cover = mask->cover + (ptrdiff_t)row * mask->width;
		uint32_t *pixels = band->pixels + (ptrdiff_t)(top + row) * band->width + left;

		for (int col = from_x; col < to_x; col++)
			if (cover[col] == 255)
				pixels[col] = ink;
			else if (cover[col] != 0)
				pixels[col] = png_palette_blend(pixels[col], ink, cover[col]);
	}
}

/* ------------------------------------------------------------------ lines of text */

/* Calls for every glyph that paints: where its pen stands from the start of the line, in 1/1000 em. */
static void walk(struct png_text *text,
		 void (*use)(void *data, uint32_t face, uint32_t gid, double x, double y,
			     double scale),
		 void *data)
{
	const struct shape_layout *layout = &text->layout;

	if (layout->n_lines == 0)
		return;
	for (uint32_t p = 0; p < layout->lines[0].n; p++) {
		const struct shape_piece *piece = &layout->pieces[layout->lines[0].first + p];
		double x = piece->x;

		for (uint32_t g = 0; g < piece->n; g++) {
			const struct shape_glyph *glyph = &layout->glyphs[piece->first + g];

			if (!(glyph->flags & SHAPE_GLYPH_SPACE))
				use(data, piece->face, glyph->gid, x + glyph->dx,
				    piece->rise + glyph->dy, piece->scale);
			x += glyph->advance;
		}
	}
}

struct line {
	struct png_text *text;
	const struct png_band *band;
	double x, y; /* the start of the line */
	double size;
	uint32_t ink;
	struct pen pen;
};

static void put_glyph(void *data, uint32_t face, uint32_t gid, double x, double y, double scale)
{
	struct line *line = data;
	double at = line->x + x * line->size / 1000;
	/* the base line stands on a whole pixel */
	int row = (int)floor(line->y - y * line->size / 1000 + 0.5);
	int whole = (int)floor(at);
	struct png_mask key = {.face = face,
			       .gid = gid,
			       .size = (int32_t)(line->size * scale * 64 + 0.5),
			       .place = (uint32_t)((at - whole) * PLACES)};
	const struct png_mask *mask = key.size > 0 ? find_mask(line->text, &key) : NULL;

	if (mask && mask->width > 0)
		put_mask(mask, whole, row, line->ink, line->band);
}

static void add_outline(void *data, uint32_t face, uint32_t gid, double x, double y, double scale)
{
	struct line *line = data;

	line->pen.x = line->x + x * line->size / 1000;
	line->pen.y = -y * line->size / 1000;
	line->pen.scale = line->size * scale / 1000;
	shape_outline(line->text->shape, face, gid, &outline_pen, &line->pen);
}

static void draw_slanted(struct line *line, const struct scene_shape *shape, double x, double y)
{
	cairo_t *cairo = line->band->cairo;

	line->pen.cairo = cairo;
	cairo_surface_mark_dirty(line->band->surface);
	cairo_save(cairo);
	cairo_translate(cairo, x, y - line->band->top);
	cairo_rotate(cairo, shape->angle * 3.14159265358979323846 / 180);
	cairo_new_path(cairo);
	walk(line->text, add_outline, line);
	cairo_set_source_rgb(cairo, (line->ink >> 16 & 255) / 255.0, (line->ink >> 8 & 255) / 255.0,
			     (line->ink & 255) / 255.0);
	cairo_fill(cairo);
	cairo_restore(cairo);
	cairo_surface_flush(line->band->surface);
}

void png_text_draw(struct png_text *text, const struct scene_shape *shape, double scale,
		   uint32_t ink, const struct png_band *band)
{
	struct line line = {.text = text, .band = band, .size = shape->size * scale, .ink = ink};
	double width, before;

	shape_at(text->shape, &shape->where);
	shape_label(text->shape, shape->is_bold ? SHAPE_BOLD : SHAPE_REGULAR, shape->text,
		    &text->layout);
	if (text->layout.n_lines == 0)
		return;
	width = text->layout.lines[0].width * line.size / 1000;
	before = shape->anchor == SCENE_START    ? 0
		 : shape->anchor == SCENE_MIDDLE ? width / 2
						 : width;
	if (shape->angle < 0 || shape->angle > 0) {
		line.x = -before;
		draw_slanted(&line, shape, shape->x * scale, shape->y * scale);
		return;
	}
	line.x = shape->x * scale - before;
	line.y = shape->y * scale;
	walk(text, put_glyph, &line);
}
