/* SPDX-License-Identifier: MIT */
#include "png/png_logo.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/bytes/image.h"
#include "common/picture/picture_decode.h"
#include "common/picture/picture_svg.h"
#include "png/png_decode.h"

#define MOST_PIXELS 32000000u
#define MOST_SIDE 32767u
#define DRAWN_SIDE \
	1024u /* pixels along a drawing's longer side, of which the picture takes fewer */
#define PLATE_POINTS 2.0
#define WHITE 0xffffffffu
#define MOST_SAMPLES 256 /* in either direction, for choosing colours */

/* What is no PNG, by the library that its kind has. */
static int decode(const struct mr_bytes *bytes, struct picture *picture, char why[PICTURE_REASON])
{
	if (image_is(*bytes, "image/svg+xml"))
		return picture_svg_read(*bytes, DRAWN_SIDE, picture, why);
	return picture_read(*bytes, MOST_PIXELS, MOST_SIDE, picture, why);
}

int png_logo_read(struct mr_job *job, struct brand *brand, struct mr_raster *out)
{
	char why[PICTURE_REASON];
	struct picture picture;
	uint32_t width, height;

	*out = (struct mr_raster){.struct_size = sizeof(*out), .max_pixels = MOST_PIXELS};
	if (image_is(brand->logo, "image/png"))
		return png_decode(job, &brand->logo, out);
	if (!image_measure(brand->logo, &width, &height)) /* as was told */
		brand->logo.n = 0;
	if (brand->logo.n == 0)
		return 0;
	if (decode(&brand->logo, &picture, why) != 0) {
		job->diag(job, MR_ERROR, NULL, "option 'logo': %s %s", brand->logo_name, why);
		return -1;
	}
	picture_decode_take(job, &picture, out);
	return 0;
}

void png_logo_init(struct png_logo *logo, const struct png_picture *picture)
{
	const struct scene *scene = picture->scene;
	double scale = picture->scale;

	memset(logo, 0, sizeof(*logo));
	if (!picture->logo || !picture->logo->rgba)
		return;
	for (size_t i = 0; i < scene->n_shapes; i++) {
		const struct scene_shape *s = &scene->shapes[i];

		if (s->kind != SCENE_IMAGE)
			continue;
		logo->raster = picture->logo;
		logo->box = (struct png_area){(int)lround(s->x * scale), (int)lround(s->y * scale),
					      (int)lround((s->x + s->w) * scale),
					      (int)lround((s->y + s->h) * scale)};
	}
	logo->ground = png_palette_colour(scene, PALETTE_PAPER);
	if (scene->theme == PALETTE_DARK) {
		logo->ground = WHITE;
		logo->plate = (int)lround(PLATE_POINTS * scale);
	}
}

/* ---- pixels */

/* From which pixel of the source on the pixel `at` of `n` lies, of `all` there are. */
static uint32_t source_of(int at, int n, uint32_t all)
{
	return (uint32_t)((uint64_t)at * all / (uint32_t)n);
}

/* The mean of what falls into a pixel of the box, over the ground. */
static uint32_t pixel_at(const struct png_logo *logo, int x, int y)
{
	const struct mr_raster *raster = logo->raster;
	int width = logo->box.right - logo->box.left, height = logo->box.bottom - logo->box.top;
	uint32_t left = source_of(x, width, raster->width);
	uint32_t right = source_of(x + 1, width, raster->width);
	uint32_t top = source_of(y, height, raster->height);
	uint32_t bottom = source_of(y + 1, height, raster->height);
	uint64_t sums[4] = {0}, n;
	uint32_t made = 0;

	right = right > left ? right : left + 1;
	bottom = bottom > top ? bottom : top + 1;
	for (uint32_t row = top; row < bottom; row++) {
		const uint8_t *at = raster->rgba + (size_t)row * raster->stride + left * 4;

		for (uint32_t col = left; col < right; col++, at += 4) {
			for (int i = 0; i < 3; i++)
				sums[i] += (uint64_t)at[i] * at[3];
			sums[3] += at[3];
		}
	}
	n = (uint64_t)(right - left) * (bottom - top);
	for (int i = 0; i < 4; i++) {
		static const int shifts[4] = {16, 8, 0, 24};
		uint64_t over = i < 3 ? sums[i] : sums[3] * 255;
		uint64_t under = (n * 255 - sums[3]) * (logo->ground >> shifts[i] & 255);

		made |= (uint32_t)((over + under + n * 255 / 2) / (n * 255)) << shifts[i];
	}
	return made;
}

/* ---- colours */

struct bin {
	uint32_t n, sums[4];
};
enum { N_BINS = 1 << 17 };

/* Colours that look alike: two bits of alpha, five of each other channel. */
static uint32_t bin_of(uint32_t pixel)
{
	return (pixel >> 30) << 15 | (pixel >> 19 & 31) << 10 | (pixel >> 11 & 31) << 5 |
	       (pixel >> 3 & 31);
}

static void count(const struct png_logo *logo, struct bin *bins)
{
	int width = logo->box.right - logo->box.left, height = logo->box.bottom - logo->box.top;
	int across = width / MOST_SAMPLES + 1, down = height / MOST_SAMPLES + 1;

	for (int y = 0; y < height; y += down)
		for (int x = 0; x < width; x += across) {
			uint32_t pixel = pixel_at(logo, x, y);
			struct bin *bin = &bins[bin_of(pixel)];

			bin->n++;
			for (int i = 0; i < 4; i++)
				bin->sums[i] += pixel >> (8 * i) & 255;
		}
}

static uint32_t mean_of(const struct bin *bin)
{
	uint32_t made = 0;

	for (int i = 0; i < 4; i++)
		made |= (bin->sums[i] + bin->n / 2) / bin->n << (8 * i);
	return made;
}

static uint32_t distance(uint32_t a, uint32_t b)
{
	uint32_t sum = 0;

	for (int shift = 0; shift <= 24; shift += 8) {
		int32_t d = (int32_t)(a >> shift & 255) - (int32_t)(b >> shift & 255);

		sum += (uint32_t)(d * d);
	}
	return sum;
}

/* A colour of the logo, how often it stands there, and how far the nearest of the palette is. */
struct wanted {
	uint32_t colour, n, far;
};

static uint32_t list_wanted(const struct bin *bins, const struct png_palette *palette,
			    struct wanted *wanted)
{
	uint32_t n = 0;

	for (size_t i = 0; i < N_BINS; i++) {
		struct wanted *w = &wanted[n];

		if (bins[i].n == 0)
			continue;
		*w = (struct wanted){mean_of(&bins[i]), bins[i].n, UINT32_MAX};
		for (uint32_t k = 0; k < palette->n; k++) {
			uint32_t far = distance(w->colour, palette->colours[k]);

			w->far = far < w->far ? far : w->far;
		}
		n++;
	}
	return n;
}

/* One by one that which is missed most: far from what there is, and frequent. */
static void choose(struct wanted *wanted, uint32_t n, struct png_palette *palette)
{
	while (palette->n < 256) {
		const struct wanted *most = NULL;
		uint32_t colour;

		for (uint32_t i = 0; i < n; i++)
			if (wanted[i].far > 0 && (!most || (uint64_t)wanted[i].n * wanted[i].far >
								   (uint64_t)most->n * most->far))
				most = &wanted[i];
		if (!most)
			return;
		colour = palette->colours[palette->n++] = most->colour;
		for (uint32_t i = 0; i < n; i++) {
			uint32_t far = distance(wanted[i].colour, colour);

			wanted[i].far = far < wanted[i].far ? far : wanted[i].far;
		}
	}
}

int png_logo_colours(const struct png_picture *picture, struct png_palette *palette)
{
	struct png_logo *logo;
	struct bin *bins;
	struct wanted *wanted;
	bool has_memory;

	if (!picture->logo || !picture->logo->rgba)
		return 0;
	logo = calloc(1, sizeof(*logo));
	bins = calloc(N_BINS, sizeof(*bins));
	wanted = calloc(N_BINS, sizeof(*wanted));
	has_memory = logo && bins && wanted;
	if (has_memory) {
		png_logo_init(logo, picture);
		if (logo->plate > 0 && palette->n < 256)
			palette->colours[palette->n++] = WHITE;
		if (logo->raster)
			count(logo, bins);
		choose(wanted, list_wanted(bins, palette, wanted), palette);
	}
	free(wanted);
	free(bins);
	free(logo);
	return has_memory ? 0 : -1;
}

/* ---- drawing */

static uint8_t ink_of(struct png_logo *logo, const struct png_palette *palette, uint32_t pixel)
{
	uint32_t at = pixel * 2654435761u >> 20 & (PNG_LOGO_KNOWN - 1);

	if (logo->known[at] != pixel || pixel == 0) {
		logo->known[at] = pixel;
		logo->inks[at] = png_palette_index(palette, pixel);
	}
	return logo->inks[at];
}

void png_logo_draw(struct png_logo *logo, const struct png_band *band)
{
	struct png_area box = logo->box, seen;

	if (!logo->raster)
		return;
	if (logo->plate > 0) {
		struct png_area plate = {box.left - logo->plate, box.top - logo->plate,
					 box.right + logo->plate, box.bottom + logo->plate};

		png_band_rect(band, plate, png_palette_index(band->palette, WHITE));
	}
	seen = png_band_clip(band, box);
	for (int y = seen.top; y < seen.bottom; y++)
		for (int x = seen.left; x < seen.right; x++)
			png_band_row(band, y)[x] = ink_of(
				logo, band->palette, pixel_at(logo, x - box.left, y - box.top));
}
