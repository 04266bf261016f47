/* SPDX-License-Identifier: MIT */
#include "png_write.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "png_palette.h"

/*
 * Levels up to 3 do not enter every byte of a long repetition into their tables, and charts are
 * long repetitions: 3 takes less than half the time of 6 for a fifth more bytes.  Filters, made for
 * photographs, cost time and bytes.
 */
#define LEVEL 3
#define METRES_PER_INCH 0.0254

struct writer {
	png_structp png;
	png_infop info;
	struct mr_sink *sink;
	struct png_palette *palette;
	uint8_t *row; /* indexes */
	uint32_t *before; /* the pixels they stand for: most rows repeat the one above */
	uint32_t width;
};

static void give(png_structp png, png_bytep bytes, size_t n)
{
	struct mr_sink *sink = png_get_io_ptr(png);

	sink->write(sink, bytes, n);
}

static void give_all(png_structp png)
{
	(void)png;
}

static void ignore(png_structp png, png_const_charp message)
{
	(void)png;
	(void)message;
}

/* ------------------------------------------------------------------ chunks */

static uint8_t unmultiplied(uint32_t pixel, int shift)
{
	uint32_t alpha = pixel >> 24, value = pixel >> shift & 255;

	return (uint8_t)(alpha == 0 ? 255 : (value * 255 + alpha / 2) / alpha);
}

static void palette_chunks(const struct writer *w)
{
	png_color colours[256] = {{0, 0, 0}};
	png_byte alphas[256];
	int n_alphas = 0;

	for (uint32_t i = 0; i < w->palette->n; i++) {
		uint32_t pixel = w->palette->colours[i];

		colours[i].red = unmultiplied(pixel, 16);
		colours[i].green = unmultiplied(pixel, 8);
		colours[i].blue = unmultiplied(pixel, 0);
		alphas[i] = (png_byte)(pixel >> 24);
		if (alphas[i] != 255)
			n_alphas = (int)i + 1;
	}
	png_set_PLTE(w->png, w->info, colours, (int)w->palette->n);
	if (n_alphas > 0)
		png_set_tRNS(w->png, w->info, alphas, n_alphas, NULL);
}

/* libpng takes the strings of a text as modifiable, and does not modify them. */
static png_charp lent(const char *text)
{
	return (png_charp)(uintptr_t)text;
}

static bool is_ascii(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text >= 0x80)
			return false;
	return true;
}

static void text_chunk(const struct writer *w, const char *key, const char *text,
		       const char *language)
{
	png_text chunk = {.key = lent(key), .text = lent(text)};

	if (!*text)
		return;
	/* tEXt is Latin-1 (11.3.4.3); what is more than ASCII goes into iTXt, which is UTF-8 */
	if (is_ascii(text)) {
		chunk.compression = PNG_TEXT_COMPRESSION_NONE;
		chunk.text_length = strlen(text);
	} else {
		chunk.compression = PNG_ITXT_COMPRESSION_NONE;
		chunk.itxt_length = strlen(text);
		chunk.lang = lent(language);
		chunk.lang_key = lent(key);
	}
	png_set_text(w->png, w->info, &chunk, 1);
}

static void head(const struct writer *w, const struct png_picture *picture,
		 const struct png_words *words, double dpi)
{
	uint32_t per_metre = (uint32_t)(dpi / METRES_PER_INCH + 0.5);

	png_set_IHDR(w->png, w->info, picture->width, picture->height, 8, PNG_COLOR_TYPE_PALETTE,
		     PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_set_filter(w->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
	png_set_compression_level(w->png, LEVEL);
	png_set_compression_strategy(w->png, Z_DEFAULT_STRATEGY);
	png_set_sRGB_gAMA_and_cHRM(w->png, w->info, PNG_sRGB_INTENT_PERCEPTUAL);
	png_set_pHYs(w->png, w->info, per_metre, per_metre, PNG_RESOLUTION_METER);
	palette_chunks(w);
	text_chunk(w, "Title", words->title, words->language);
	text_chunk(w, "Description", words->description, words->language);
	text_chunk(w, "Copyright", words->copyright, words->language);
	text_chunk(w, "Software", words->software, words->language);
	/* the indexes are our own */
	png_set_check_for_invalid_index(w->png, 0);
	png_write_info(w->png, w->info);
}

/* ------------------------------------------------------------------ rows */

/* Runs of one colour are long: their ends are looked for two pixels at a time. */
static uint32_t run_end(const uint32_t *pixels, uint32_t x, uint32_t width)
{
	uint64_t both = (uint64_t)pixels[x] << 32 | pixels[x], two;

	for (uint32_t end = x + 1; end + 1 < width; end += 2) {
		memcpy(&two, pixels + end, sizeof two);
		if (two != both)
			return pixels[end] == pixels[x] ? end + 1 : end;
	}
	return pixels[width - 1] == pixels[x] ? width : width - 1;
}

static void index_row(struct writer *w, const uint32_t *pixels)
{
	for (uint32_t x = 0; x < w->width;) {
		uint32_t end = run_end(pixels, x, w->width);

		memset(w->row + x, png_palette_index(w->palette, pixels[x]), end - x);
		x = end;
	}
}

static bool take_row(void *user, const uint32_t *pixels, uint32_t y)
{
	struct writer *w = user;
	size_t n_bytes = w->width * sizeof *pixels;

	if (y == 0 || memcmp(w->before, pixels, n_bytes) != 0) {
		index_row(w, pixels);
		memcpy(w->before, pixels, n_bytes);
	}
	png_write_row(w->png, w->row);
	return !w->sink->failed;
}

/* libpng leaves by longjmp: all that is released later lives outside of this function. */
static int write_all(struct writer *w, const struct png_picture *picture,
		     const struct png_words *words, double dpi)
{
	if (setjmp(png_jmpbuf(w->png)) != 0)
		return -1;
	head(w, picture, words, dpi);
	if (png_paint(picture, take_row, w) != 0)
		return -1;
	if (!w->sink->failed)
		png_write_end(w->png, w->info);
	return 0;
}

int png_write(const struct png_picture *picture, const struct png_words *words, double dpi,
	      struct mr_sink *sink, const char **problem)
{
	struct writer w = {.sink = sink, .width = picture->width};
	int status = -1;

	*problem = "out of memory";
	w.palette = malloc(sizeof *w.palette);
	w.row = malloc(picture->width);
	w.before = malloc(picture->width * sizeof *w.before);
	w.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, ignore);
	w.info = w.png ? png_create_info_struct(w.png) : NULL;
	if (w.palette && w.row && w.before && w.info) {
		png_palette_init(w.palette, picture->scene);
		png_set_write_fn(w.png, sink, give, give_all);
		status = write_all(&w, picture, words, dpi);
	}
	if (w.png)
		png_destroy_write_struct(&w.png, &w.info);
	free(w.row);
	free(w.before);
	free(w.palette);
	return status;
}
