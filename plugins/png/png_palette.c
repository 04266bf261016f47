/* SPDX-License-Identifier: MIT */
#include "png_palette.h"

#include <string.h>

#define MOST_LEVELS 16
#define MOST_PAIRS 64

struct pairs {
	uint32_t ink[MOST_PAIRS], ground[MOST_PAIRS];
	uint32_t n;
};

uint32_t png_palette_pixel(const struct scene *scene, unsigned role)
{
	if (role == PALETTE_PAPER && scene->is_transparent)
		return 0;
	return 0xff000000u | palette_rgb(scene->theme, (enum palette_role)role);
}

uint32_t png_palette_blend(uint32_t ground, uint32_t ink, unsigned cover)
{
	uint32_t made = 0;

	for (int shift = 0; shift < 32; shift += 8) {
		uint32_t over = ink >> shift & 255, under = ground >> shift & 255;
		uint32_t sum = over * cover + under * (255 - cover);

		made |= (sum + 127) / 255 << shift;
	}
	return made;
}

/* ------------------------------------------------------------------ choosing */

static void add_colour(struct png_palette *palette, uint32_t pixel)
{
	for (uint32_t i = 0; i < palette->n; i++)
		if (palette->colours[i] == pixel)
			return;
	if (palette->n < 256)
		palette->colours[palette->n++] = pixel;
}

static void add_pair(struct pairs *pairs, uint32_t ink, uint32_t ground)
{
	for (uint32_t i = 0; i < pairs->n; i++)
		if (pairs->ink[i] == ink && pairs->ground[i] == ground)
			return;
	if (pairs->n < MOST_PAIRS && ink != ground) {
		pairs->ink[pairs->n] = ink;
		pairs->ground[pairs->n++] = ground;
	}
}

/* What lies under an ink: each status's and each step's words have a fill of their own. */
static unsigned ground_of(unsigned ink)
{
	if (ink >= PALETTE_ON_YES && ink <= PALETTE_ON_WORDS)
		return PALETTE_YES + (ink - PALETTE_ON_YES);
	if (ink >= PALETTE_ON_RAMP_0 && ink <= PALETTE_ON_RAMP_4)
		return PALETTE_RAMP_0 + (ink - PALETTE_ON_RAMP_0);
	return PALETTE_PAPER;
}

static void add_shape(struct png_palette *palette, struct pairs *pairs, const struct scene *scene,
		      const struct scene_shape *s)
{
	uint32_t fill = png_palette_pixel(scene, s->fill);
	uint32_t stroke = png_palette_pixel(scene, s->stroke);
	uint32_t paper = png_palette_pixel(scene, PALETTE_PAPER);

	if (s->fill != PALETTE_NONE)
		add_colour(palette, fill);
	if (s->stroke != PALETTE_NONE)
		add_colour(palette, stroke);
	if (s->kind == SCENE_TEXT)
		add_pair(pairs, fill, png_palette_pixel(scene, ground_of(s->fill)));
	if (s->pattern != PATTERN_SOLID)
		add_pair(pairs, png_palette_pixel(scene, PALETTE_HATCH), fill);
	if (s->kind != SCENE_POLYGON)
		return;
	if (s->fill != PALETTE_NONE)
		add_pair(pairs, fill, paper);
	if (s->stroke != PALETTE_NONE) {
		add_pair(pairs, stroke, paper);
		add_pair(pairs, stroke, png_palette_pixel(scene, PALETTE_ACCENT_SOFT));
	}
}

void png_palette_init(struct png_palette *palette, const struct scene *scene)
{
	struct pairs pairs = {.n = 0};
	uint32_t levels = MOST_LEVELS;

	memset(palette, 0, sizeof *palette);
	add_colour(palette, png_palette_pixel(scene, PALETTE_PAPER));
	for (size_t i = 0; i < scene->n_shapes; i++)
		add_shape(palette, &pairs, scene, &scene->shapes[i]);
	while (levels > 2 && palette->n + pairs.n * (levels - 1) > 256)
		levels--;
	for (uint32_t i = 0; i < pairs.n; i++)
		for (uint32_t level = 1; level < levels; level++)
			add_colour(palette, png_palette_blend(pairs.ground[i], pairs.ink[i],
							      level * 255 / levels));
}

/* ------------------------------------------------------------------ looking up */

static uint32_t distance(uint32_t a, uint32_t b)
{
	static const uint32_t weights[4] = {2, 4, 3, 3}; /* blue, green, red, alpha */
	uint32_t sum = 0;

	for (int i = 0; i < 4; i++) {
		int32_t d = (int32_t)(a >> (8 * i) & 255) - (int32_t)(b >> (8 * i) & 255);

		sum += weights[i] * (uint32_t)(d * d);
	}
	return sum;
}

static uint8_t nearest(const struct png_palette *palette, uint32_t pixel)
{
	uint32_t best = UINT32_MAX, at = 0;

	for (uint32_t i = 0; i < palette->n; i++) {
		uint32_t d = distance(palette->colours[i], pixel);

		if (d < best) {
			best = d;
			at = i;
		}
	}
	return (uint8_t)at;
}

uint8_t png_palette_index(struct png_palette *palette, uint32_t pixel)
{
	uint64_t key = (uint64_t)pixel + 1;
	uint32_t slot = pixel * 2654435761u >> 19 & (PNG_CACHE_SIZE - 1);

	while (palette->seen[slot] != 0) {
		if (palette->seen[slot] == key)
			return palette->index[slot];
		slot = (slot + 1) & (PNG_CACHE_SIZE - 1);
	}
	if (palette->n_seen > PNG_CACHE_SIZE / 2) {
		/* more shades than expected: begin anew rather than search long */
		memset(palette->seen, 0, sizeof palette->seen);
		palette->n_seen = 0;
		slot = pixel * 2654435761u >> 19 & (PNG_CACHE_SIZE - 1);
	}
	palette->seen[slot] = key;
	palette->index[slot] = nearest(palette, pixel);
	palette->n_seen++;
	return palette->index[slot];
}
