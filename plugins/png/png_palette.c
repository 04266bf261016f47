/* SPDX-License-Identifier: MIT */
#include "png/png_palette.h"

#include <string.h>

#define MOST_PAIRS 64
#define MOST_BESIDE_LOGO 144 /* the rest of 256 is the logo's */

struct pairs {
	uint32_t ink[MOST_PAIRS], ground[MOST_PAIRS];
	uint32_t n;
};

uint32_t png_palette_colour(const struct scene *scene, unsigned role)
{
	if (role == PALETTE_PAPER && scene->is_transparent)
		return 0;
	return 0xff000000u | scene_colour(scene, scene->theme, role);
}

/* Two of four colours at once, rounded: x / 255 is (x + 128 + (x + 128) / 256) / 256. */
static uint32_t blend_pair(uint32_t ground, uint32_t ink, unsigned cover)
{
	const uint32_t pair = 0x00ff00ffu;
	uint32_t sum = (ink & pair) * cover + (ground & pair) * (255 - cover) + 0x00800080u;

	return (sum + (sum >> 8 & pair)) >> 8 & pair;
}

uint32_t png_palette_blend(uint32_t ground, uint32_t ink, unsigned cover)
{
	return blend_pair(ground, ink, cover) | blend_pair(ground >> 8, ink >> 8, cover) << 8;
}

/* ---- choosing */

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
	uint32_t fill = png_palette_colour(scene, s->fill);
	uint32_t stroke = png_palette_colour(scene, s->stroke);
	uint32_t paper = png_palette_colour(scene, PALETTE_PAPER);

	if (s->fill != PALETTE_NONE)
		add_colour(palette, fill);
	if (s->stroke != PALETTE_NONE)
		add_colour(palette, stroke);
	if (s->kind == SCENE_TEXT)
		add_pair(pairs, fill, png_palette_colour(scene, ground_of(s->fill)));
	if (s->pattern != PATTERN_SOLID) {
		add_colour(palette, png_palette_colour(scene, PALETTE_HATCH));
		add_pair(pairs, png_palette_colour(scene, PALETTE_HATCH), fill);
	}
	if (s->kind != SCENE_POLYGON)
		return;
	if (s->fill != PALETTE_NONE)
		add_pair(pairs, fill, paper);
	if (s->stroke != PALETTE_NONE) {
		add_pair(pairs, stroke, paper);
		add_pair(pairs, stroke, png_palette_colour(scene, PALETTE_ACCENT_SOFT));
	}
}

static void choose(struct png_palette *palette, const struct scene *scene)
{
	struct pairs pairs = {.n = 0};
	uint32_t levels = PNG_LEVELS, most = scene->image.bytes.n > 0 ? MOST_BESIDE_LOGO : 256;

	add_colour(palette, png_palette_colour(scene, PALETTE_PAPER));
	for (size_t i = 0; i < scene->n_shapes; i++)
		add_shape(palette, &pairs, scene, &scene->shapes[i]);
	while (levels > 2 && palette->n + pairs.n * (levels - 1) > most)
		levels--;
	for (uint32_t i = 0; i < pairs.n; i++)
		for (uint32_t level = 1; level < levels; level++)
			add_colour(palette, png_palette_blend(pairs.ground[i], pairs.ink[i],
							      level * 255 / levels));
}

/* ---- looking up */

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

uint8_t png_palette_index(const struct png_palette *palette, uint32_t colour)
{
	uint32_t best = UINT32_MAX, at = 0;

	for (uint32_t i = 0; i < palette->n && best > 0; i++) {
		uint32_t d = distance(palette->colours[i], colour);

		if (d < best) {
			best = d;
			at = i;
		}
	}
	return (uint8_t)at;
}

uint8_t png_palette_mix_new(struct png_palette *palette, uint8_t ground, uint8_t ink,
			    unsigned level)
{
	uint32_t key = (level + 1) << 16 | (uint32_t)ground << 8 | ink;
	uint32_t colour = png_palette_blend(palette->colours[ground], palette->colours[ink],
					    level * 255 / PNG_LEVELS);
	uint8_t index = png_palette_index(palette, colour);

	palette->mixed[key * 2654435761u >> 20 & (PNG_MIXED_SIZE - 1)] = key << 8 | index;
	return index;
}

void png_palette_init(struct png_palette *palette, const struct scene *scene)
{
	memset(palette, 0, sizeof(*palette));
	choose(palette, scene);
}
