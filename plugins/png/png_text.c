/* SPDX-License-Identifier: MIT */
#include "png/png_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define PLACES 2 /* within a pixel, that a glyph may begin at */
#define MOST_SIDE 4096

/* The coverage of one glyph at one size and place; width 0: nothing to paint. */
struct png_mask {
	uint32_t face, gid;
	int32_t size; /* in 64ths of a pixel; 0: the slot is free */
	uint32_t place;
	int left, top; /* of the mask from the pen's pixel, y downwards */
	int width, height;
	uint8_t *levels; /* of PNG_LEVELS; width * height */
};

void png_text_init(struct png_text *text, struct shape *shape, struct png_fill *fill)
{
	*text = (struct png_text){.shape = shape, .fill = fill, .layout = SHAPE_LAYOUT_INIT};
}

void png_text_release(struct png_text *text)
{
	for (uint32_t i = 0; i < text->n_slots; i++)
		free(text->masks[i].levels);
	free(text->masks);
	shape_layout_release(&text->layout);
	*text = (struct png_text){.layout = SHAPE_LAYOUT_INIT};
}

/* ---- outlines */

/* Where (0, 0) of an outline lies, and the pixels of 1/1000 em along its base line and upwards. */
struct pen {
	struct png_fill *fill;
	double x, y;
	double along_x, along_y; /* upwards is (along_y, -along_x) */
};

static double x_of(const struct pen *p, float x, float y)
{
	return p->x + x * p->along_x + y * p->along_y;
}

static double y_of(const struct pen *p, float x, float y)
{
	return p->y + x * p->along_y - y * p->along_x;
}

static void move_to(void *data, float x, float y)
{
	const struct pen *p = data;

	png_fill_move_to(p->fill, x_of(p, x, y), y_of(p, x, y));
}

static void line_to(void *data, float x, float y)
{
	const struct pen *p = data;

	png_fill_line_to(p->fill, x_of(p, x, y), y_of(p, x, y));
}

static void curve_to(void *data, float x1, float y1, float x2, float y2, float x3, float y3)
{
	const struct pen *p = data;

	png_fill_curve_to(p->fill,
			  (const double[6]){x_of(p, x1, y1), y_of(p, x1, y1), x_of(p, x2, y2),
					    y_of(p, x2, y2), x_of(p, x3, y3), y_of(p, x3, y3)});
}

/* The next begins by moving. */
static void close_path(void *data)
{
	(void)data;
}

static const struct shape_pen outline_pen = {move_to, line_to, curve_to, close_path};

/* ---- masks */

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
	struct png_mask *bigger = n > text->n_slots ? calloc(n, sizeof(*bigger)) : NULL;

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

static void put_levels(void *user, int x, int y, int n, unsigned cover)
{
	const struct png_mask *mask = user;
	size_t at = (size_t)(y - mask->top) * (size_t)mask->width + (size_t)(x - mask->left);

	memset(mask->levels + at, (int)png_palette_level(cover), (size_t)n);
}

static void fill_mask(struct png_text *text, struct png_mask *mask)
{
	struct pen pen = {.fill = text->fill,
			  .x = mask->place / (double)PLACES,
			  .along_x = mask->size / 64000.0};
	struct png_area area;

	png_fill_begin(text->fill);
	shape_outline(text->shape, mask->face, mask->gid, &outline_pen, &pen);
	area = png_fill_extents(text->fill);
	mask->left = area.left;
	mask->top = area.top;
	mask->width = area.right - area.left;
	mask->height = area.bottom - area.top;
	if (mask->width > 0 && mask->height > 0 && mask->width <= MOST_SIDE &&
	    mask->height <= MOST_SIDE) {
		mask->levels = calloc((size_t)mask->width, (size_t)mask->height);
		text->failed = text->failed || !mask->levels;
	}
	if (mask->levels)
		png_fill_spans(text->fill, area, put_levels, mask);
	else
		mask->width = mask->height = 0;
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

/* An ink over the ground that most of a text stands on, by level. */
struct shades {
	uint8_t ground, ink;
	uint8_t at[PNG_LEVELS + 1];
};

static void put_mask(const struct png_mask *mask, int x, int y, const struct shades *shades,
		     const struct png_band *band)
{
	int left = x + mask->left, top = y + mask->top;
	struct png_area area = png_band_clip(
		band, (struct png_area){left, top, left + mask->width, top + mask->height});

	for (int row = area.top; row < area.bottom; row++) {
		const uint8_t *levels = mask->levels + (ptrdiff_t)(row - top) * mask->width;
		uint8_t *pixels = png_band_row(band, row);

		for (int col = area.left; col < area.right; col++)
			if (pixels[col] == shades->ground)
				pixels[col] = shades->at[levels[col - left]];
			else if (levels[col - left] > 0)
				pixels[col] = png_palette_mix(band->palette, pixels[col],
							      shades->ink, levels[col - left]);
	}
}

static struct shades shades_at(const struct png_band *band, int x, int y, uint8_t ink)
{
	struct png_area at = png_band_clip(band, (struct png_area){x, y, x + 1, y + 1});
	bool is_inside = at.left < at.right && at.top < at.bottom;
	struct shades shades = {.ground = is_inside ? png_band_row(band, y)[x] : 0, .ink = ink};

	for (unsigned level = 0; level <= PNG_LEVELS; level++)
		shades.at[level] = png_palette_mix(band->palette, shades.ground, ink, level);
	return shades;
}

/* ---- lines of text */

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
	struct shades shades;
	struct pen pen; /* of slanted text: its direction, in pixels an em / 1000 */
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
		put_mask(mask, whole, row, &line->shades, line->band);
}

static void put_outline(void *data, uint32_t face, uint32_t gid, double x, double y, double scale)
{
	struct line *line = data;
	struct pen pen = line->pen;

	pen.x += x * pen.along_x + y * pen.along_y;
	pen.y += x * pen.along_y - y * pen.along_x;
	pen.along_x *= scale;
	pen.along_y *= scale;
	png_fill_begin(pen.fill);
	shape_outline(line->text->shape, face, gid, &outline_pen, &pen);
	png_band_outline(line->band, pen.fill, line->shades.ink);
}

static void draw_slanted(struct line *line, double degrees, double before)
{
	double angle = degrees * 3.14159265358979323846 / 180;

	line->pen = (struct pen){.fill = line->text->fill,
				 .x = line->x - before * cos(angle),
				 .y = line->y - before * sin(angle),
				 .along_x = cos(angle) * line->size / 1000,
				 .along_y = sin(angle) * line->size / 1000};
	walk(line->text, put_outline, line);
}

void png_text_draw(struct png_text *text, const struct scene_shape *shape, double scale,
		   uint8_t ink, const struct png_band *band)
{
	struct line line = {.text = text,
			    .band = band,
			    .x = shape->x * scale,
			    .y = shape->y * scale,
			    .size = shape->size * scale,
			    .shades = {.ink = ink}};
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
		draw_slanted(&line, shape->angle, before);
		return;
	}
	line.x -= before;
	line.shades = shades_at(band, (int)line.x, (int)line.y, ink);
	walk(text, put_glyph, &line);
}
